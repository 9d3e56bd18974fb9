package org.orbweaver.dataplane.packet;

/**
 * How one terminal's link treats packets.
 *
 * @param mtu longest packet, bytes, 1,280 to 2,000
 * @param queueBytes of one direction
 * @param queuePackets of one direction
 * @param discipline by which its queues drop
 * @param lossShare of packets lost on the way up and on the way down, 0 to less than 1
 * @param lossBurst mean number lost in a row
 * @param reorders whether packets may overtake others where a path gets shorter
 */
public record LinkSettings(
    int mtu,
    long queueBytes,
    int queuePackets,
    Kind discipline,
    double lossShare,
    double lossBurst,
    boolean reorders) {
  /** Ways to drop. */
  public enum Kind {
    /** What finds a full queue. */
    TAIL_DROP,
    /** Controlled delay: RFC 8289. */
    CODEL,
    /** The same for each flow by itself, and flows in turn: RFC 8290. */
    FQ_CODEL
  }

  private static final double MOST_LOST = 0.99;

  /** What users get. */
  public static final LinkSettings DEFAULT =
      new LinkSettings(1420, 1_000_000, 4_000, Kind.TAIL_DROP, 0, 1, false);

  /** The same with a further cause of loss, independent of the first. */
  public LinkSettings withLoss(double share) {
    double both = 1 - (1 - lossShare) * (1 - share);
    return new LinkSettings(
        mtu, queueBytes, queuePackets, discipline, Math.min(both, MOST_LOST), lossBurst, reorders);
  }

  QueueLimit limit() {
    return new QueueLimit(queueBytes, queuePackets);
  }
}
