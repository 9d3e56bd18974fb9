package org.orbweaver.dataplane.packet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the paths of all links are during one stretch of time, a second or less, between whose ends
 * delays change evenly. Written by whoever follows the plan, then published to the packet thread
 * and never changed again; boards follow each other without gaps.
 *
 * <p>Layout: one element for each link; arrays of what few links have are there where one has it.
 */
public final class PathBoard {
  private static final double BITS_PER_BYTE = 8;
  private static final double NS_PER_S = 1e9;

  private final long fromNs;
  private final long untilNs;
  private final byte[] state;
  private final long[] delayNs;
  private final float[] drift;
  private final float[] upNsPerByte;
  private final float[] downNsPerByte;
  private final int[] homePop;

  /** How much longer the way down takes, at both ends of the board. */
  private long @Nullable [] downMoreNs;

  private long @Nullable [] downMoreAtEndNs;

  /** Part of packets lost; negative where links themselves know. */
  private float @Nullable [] lossShare;

  private static final LinkState[] STATES = LinkState.values();

  /**
   * All links without service.
   *
   * @param fromNs when it begins to hold, nanoseconds of the machine's monotonic clock
   * @param untilNs when the next one begins; where none does, this one holds on
   */
  public PathBoard(int links, long fromNs, long untilNs) {
    this.fromNs = fromNs;
    this.untilNs = untilNs;
    state = new byte[links];
    delayNs = new long[links];
    drift = new float[links];
    upNsPerByte = new float[links];
    downNsPerByte = new float[links];
    homePop = new int[links];
    Arrays.fill(state, (byte) LinkState.UNSERVED.ordinal());
    Arrays.fill(homePop, -1);
  }

  /**
   * Sets a link's path.
   *
   * @param startDelayNs one-way delay between terminal and home PoP at the board's beginning
   * @param endDelayNs the same at its end
   * @param upBps rate from the terminal, bit/s; while it is 0, packets wait
   * @param downBps rate toward it, likewise
   * @param pop through which its traffic leaves the network
   */
  public void set(
      int link,
      LinkState linkState,
      long startDelayNs,
      long endDelayNs,
      double upBps,
      double downBps,
      int pop) {
    state[link] = (byte) linkState.ordinal();
    delayNs[link] = startDelayNs;
    drift[link] = (float) ((double) (endDelayNs - startDelayNs) / (untilNs - fromNs));
    upNsPerByte[link] = (float) (BITS_PER_BYTE * NS_PER_S / upBps);
    downNsPerByte[link] = (float) (BITS_PER_BYTE * NS_PER_S / downBps);
    homePop[link] = pop;
  }

  /** Lets the way down take another time than the way up, which {@link #set} has said. */
  public void setDown(int link, long moreNs, long moreAtEndNs) {
    if (downMoreNs == null || downMoreAtEndNs == null) {
      downMoreNs = new long[state.length];
      downMoreAtEndNs = new long[state.length];
    }
    downMoreNs[link] = moreNs;
    downMoreAtEndNs[link] = moreAtEndNs;
  }

  /** Lets a link lose a part of its packets, 0 to 1, in place of what it does by itself. */
  public void setLoss(int link, double share) {
    if (lossShare == null) {
      lossShare = new float[state.length];
      Arrays.fill(lossShare, Loss.OF_LINK);
    }
    lossShare[link] = (float) share;
  }

  /** Sets a link without service. */
  public void setUnserved(int link, LinkState linkState, int pop) {
    state[link] = (byte) linkState.ordinal();
    homePop[link] = pop;
  }

  /** When it begins to hold. */
  long fromNs() {
    return fromNs;
  }

  /** Until when its delays are right. */
  long untilNs() {
    return untilNs;
  }

  int links() {
    return state.length;
  }

  LinkState state(int link) {
    return link < state.length ? STATES[state[link]] : LinkState.UNSERVED;
  }

  /** The same for one direction: without a rate its packets wait. */
  LinkState state(int link, boolean up) {
    LinkState both = state(link);
    return !both.isDark() && Float.isInfinite(nsPerByte(link, up)) ? LinkState.HELD : both;
  }

  int homePop(int link) {
    return link < homePop.length ? homePop[link] : -1;
  }

  /** One-way delay at a time, held at the board's ends. */
  long delayNs(int link, boolean up, long atNs) {
    long within = Math.clamp(atNs - fromNs, 0, untilNs - fromNs);
    long upNs = delayNs[link] + (long) (drift[link] * within);
    if (up || downMoreNs == null || downMoreAtEndNs == null) {
      return upNs;
    }
    double share = (double) within / (untilNs - fromNs);
    return upNs + downMoreNs[link] + Math.round(share * (downMoreAtEndNs[link] - downMoreNs[link]));
  }

  /** Part of packets lost, or {@link Loss#OF_LINK}. */
  float lossShare(int link) {
    return lossShare == null ? Loss.OF_LINK : lossShare[link];
  }

  float nsPerByte(int link, boolean up) {
    return up ? upNsPerByte[link] : downNsPerByte[link];
  }
}
