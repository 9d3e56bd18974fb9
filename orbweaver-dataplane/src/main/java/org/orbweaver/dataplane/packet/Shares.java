package org.orbweaver.dataplane.packet;

import java.util.Arrays;

/**
 * How much more or less than its {@link PathBoard} says each link may send, since others send less
 * or more than was planned. Says so for the running slot and for the one that follows, in which
 * others share; after that links are as planned. It changes rates, never delays. Published to
 * whoever serves the links and never changed again.
 *
 * <p>Layout: by link and direction, from the terminal before toward it; twice, for the two slots.
 */
public final class Shares {
  /** Links as planned. */
  public static final Shares PLANNED = new Shares(0, Long.MIN_VALUE, Long.MIN_VALUE);

  private final int links;
  private final long nextNs;
  private final long untilNs;
  private final float[] timeOfPlanned;

  /**
   * All links as planned.
   *
   * @param nextNs when the next slot begins, nanoseconds of the clock by which links are served
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
   * Sets one; for whoever makes it, before it is published.
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

  /**
   * Whether it says the same, of slots whose ends differ by no more than a tolerance, as they do
   * where a clock is told anew.
   */
  public boolean isLike(Shares other, long toleranceNs) {
    return links == other.links
        && Math.abs(nextNs - other.nextNs) < toleranceNs
        && Math.abs(untilNs - other.untilNs) < toleranceNs
        && Arrays.equals(timeOfPlanned, other.timeOfPlanned);
  }

  /** How long a byte takes at a time, beside how long it was planned to take. */
  public float timeOfPlanned(int link, boolean isUp, long atNs) {
    return link >= links || atNs >= untilNs ? 1 : timeOfPlanned[place(link, isUp, atNs >= nextNs)];
  }
}
