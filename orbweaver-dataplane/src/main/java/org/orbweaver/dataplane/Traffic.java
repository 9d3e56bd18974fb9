package org.orbweaver.dataplane;

/**
 * What a terminal has carried since the start, whichever door it came through.
 *
 * @param upBytes delivered from the terminal, in connections and datagrams
 * @param downBytes delivered to the terminal
 * @param openConnections now; programs that send datagrams count as one each
 * @param connections ever opened
 * @param refused requests that were answered by an error
 * @param upDatagrams delivered from the terminal
 * @param downDatagrams delivered to the terminal
 * @param droppedDatagrams lost for want of service or room, too long, malformed, or for where
 *     nothing may go
 */
public record Traffic(
    long upBytes,
    long downBytes,
    int openConnections,
    long connections,
    long refused,
    long upDatagrams,
    long downDatagrams,
    long droppedDatagrams) {
  static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0, 0, 0);
}
