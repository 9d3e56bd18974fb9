package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/**
 * How much more or less than its {@link PathBoard} says each link may send, since others send less
 * or more than was planned. Says so for the running slot and for the one that follows, in which
 * others share; after that links are as planned. It changes rates, never delays. Published to the
 * packet thread and never changed again.
 *
 * <p>Layout: by link and direction, from the terminal before toward it; twice, for the two slots.
 */
public final class Shares {
  /** Links as planned. */
  static final Shares PLANNED = new Shares(0, Long.MIN_VALUE, Long.MIN_VALUE);

  private final int links;
  private final long nextNs;
  private final long untilNs;
  private final float[] timeOfPlanned;

  /**
   * All links as planned.
   *
   * @param nextNs when the next slot begins, nanoseconds of the machine's monotonic clock
   * @param untilNs when it ends
   */
  public Shares(int links, long nextNs, long untilNs) {
    this.links = links;
    this.nextNs = nextNs;
    this.untilNs = untilNs;
    timeOfPlanned = new float[4 * links];
    Arrays.fill(timeOfPlanned, 1);
  }

  /**
   * Sets one.
   *
   * @param inNext whether in the next slot
   * @param ofPlanned its rate beside the planned one, greater than 0
   */
  public void set(int link, boolean isUp, boolean inNext, double ofPlanned) {
    timeOfPlanned[place(link, isUp, inNext)] = (float) (1 / ofPlanned);
  }

  private int place(int link, boolean isUp, boolean inNext) {
    return 2 * (inNext ? links + link : link) + (isUp ? 0 : 1);
  }

  /** How long a byte takes at a time, beside how long it was planned to take. */
  float timeOfPlanned(int link, boolean isUp, long atNs) {
    return link >= links || atNs >= untilNs ? 1 : timeOfPlanned[place(link, isUp, atNs >= nextNs)];
  }
}
