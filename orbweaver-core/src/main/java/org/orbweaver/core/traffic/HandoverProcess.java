package org.orbweaver.core.traffic;

/**
 * A {@link HandoverProfile} as it runs: when each gap begins and ends, and how far the rate dips. A
 * pure function of seed, terminal and slot: asked again, it answers the same, from any thread, and
 * holds no state.
 */
public final class HandoverProcess {
  private static final int GAP_START = 11;
  private static final int GAP_LENGTH = 12;
  private static final int DIP = 13;

  private final HandoverProfile profile;
  private final long seed;

  public HandoverProcess(HandoverProfile profile, long seed) {
    this.profile = profile;
    this.seed = seed;
  }

  public HandoverProfile profile() {
    return profile;
  }

  /** When the gap around the start of a slot begins, on the same time scale. */
  public long gapStartNs(int terminal, long slotStartNs) {
    return slotStartNs
        - Math.max(
            0, spread(profile.leadNs(), profile.leadSpreadNs(), terminal, slotStartNs, GAP_START));
  }

  /** When it ends; not before it begins. */
  public long gapEndNs(int terminal, long slotStartNs) {
    return gapStartNs(terminal, slotStartNs)
        + Math.max(
            0, spread(profile.gapNs(), profile.gapSpreadNs(), terminal, slotStartNs, GAP_LENGTH));
  }

  /** Whether an instant lies in the gap around the start of a slot. */
  public boolean isInGap(int terminal, long slotStartNs, long timeNs) {
    return timeNs >= gapStartNs(terminal, slotStartNs) && timeNs < gapEndNs(terminal, slotStartNs);
  }

  /** Share of the rate from the terminal at an instant of a slot that begins with a change. */
  public double upShare(int terminal, long slotStartNs, long timeNs) {
    if (timeNs < slotStartNs || timeNs >= slotStartNs + profile.dipNs()) {
      return 1;
    }
    double part = uniform(key(terminal, slotStartNs, DIP));
    return profile.dipLeast() + part * (profile.dipMost() - profile.dipLeast());
  }

  private long spread(long meanNs, long spreadNs, int terminal, long slotStartNs, int what) {
    return spreadNs == 0
        ? meanNs
        : meanNs + Math.round(spreadNs * (2 * uniform(key(terminal, slotStartNs, what)) - 1));
  }

  private long key(int terminal, long slotStartNs, int what) {
    return Normal.key(Normal.key(Normal.key(seed, what), terminal), slotStartNs);
  }

  private static double uniform(long key) {
    return (key >>> 11) * 0x1p-53;
  }
}
