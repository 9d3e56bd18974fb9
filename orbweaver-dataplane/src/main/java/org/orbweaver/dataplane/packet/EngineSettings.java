package org.orbweaver.dataplane.packet;

/**
 * How a packet engine carries.
 *
 * @param packets held at once by all links, waiting or under way
 * @param mtu longest packet of a terminal's link, bytes, 1,280 to 1,500
 * @param queueBytes of one direction of a link
 * @param queuePackets of one direction of a link
 * @param discipline by which queues drop
 * @param lossShare of packets lost on the way up and on the way down, 0 to less than 1
 * @param lossBurst mean number lost in a row
 * @param seed of losses
 * @param goesFirst whether its thread goes before all ordinary ones, where the system lets it
 */
public record EngineSettings(
    int packets,
    int mtu,
    long queueBytes,
    int queuePackets,
    Kind discipline,
    double lossShare,
    double lossBurst,
    long seed,
    boolean goesFirst) {

  /** Ways to drop. */
  public enum Kind {
    /** What finds a full queue. */
    TAIL_DROP,
    /** Controlled delay: RFC 8289. */
    CODEL
  }

  /** What users get. */
  public static final EngineSettings DEFAULT =
      new EngineSettings(65_536, 1420, 1_000_000, 4_000, Kind.TAIL_DROP, 0, 1, 1, true);

  /** The same with packets lost one by one, at most 99 in 100. */
  public EngineSettings withLoss(double share) {
    return new EngineSettings(
        packets,
        mtu,
        queueBytes,
        queuePackets,
        discipline,
        Math.min(share, 0.99),
        lossBurst,
        seed,
        goesFirst);
  }
}
