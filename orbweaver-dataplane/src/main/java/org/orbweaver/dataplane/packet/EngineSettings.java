package org.orbweaver.dataplane.packet;

/**
 * How a packet engine carries.
 *
 * @param packets held at once by all links, waiting or under way
 * @param link how a link treats packets of which nothing else is said
 * @param offloads whether devices may hand over many segments of TCP or datagrams as one packet
 * @param seed of losses
 * @param goesFirst whether its thread goes before all ordinary ones, where the system lets it
 */
public record EngineSettings(
    int packets, LinkSettings link, boolean offloads, long seed, boolean goesFirst) {
  /** What users get. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(65_536, LinkSettings.DEFAULT, true, 1, true);

  /** The same with another way to treat packets. */
  public EngineSettings withLink(LinkSettings other) {
    return new EngineSettings(packets, other, offloads, seed, goesFirst);
  }

  /** The same with or without offloads. */
  public EngineSettings withOffloads(boolean on) {
    return new EngineSettings(packets, link, on, seed, goesFirst);
  }

  /** Longest packet where nothing else is said, bytes. */
  public int mtu() {
    return link.mtu();
  }
}
