package org.orbweaver.dataplane;

/**
 * What a terminal's connections have carried since the start.
 *
 * @param upBytes delivered from the terminal
 * @param downBytes delivered to the terminal
 * @param openConnections now
 * @param connections ever opened
 * @param refused requests that were answered by an error
 */
public record Traffic(
    long upBytes, long downBytes, int openConnections, long connections, long refused) {
  static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);
}
