package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.traffic.HandoverProfile;

/** What a change of satellite does to packets: a profile, and what differs from it. */
public record HandoverSpec(
    @Key(
            value =
                "lossless: nothing. queued: held for handoverHoldMs, then for half a second less"
                    + " rate from the terminal. bent-pipe: the same, and 2.5 % of packets lost at"
                    + " any time. hard: all lost for half a second around the start of every slot,"
                    + " as an idle terminal over lasers was seen to. custom: only what is written"
                    + " beside it.",
            byDefault = "queued")
        Profile profile,
    @Key(
            value = "How long before the slot's start the gap begins, milliseconds.",
            min = 0,
            max = 5000)
        @Nullable Double leadMs,
    @Key(value = "How long nothing passes, milliseconds.", min = 0, max = 5000)
        @Nullable Double gapMs,
    @Key("Whether packets sent in the gap are lost; otherwise they wait.") @Nullable Boolean lost,
    @Key("Whether every slot begins with a gap, not only one with another satellite.")
        @Nullable Boolean everySlot,
    @Key(
            value = "Least share of the rate from the terminal in the first half second.",
            min = 0.01,
            max = 1)
        @Nullable Double dipLeast,
    @Key(
            value = "Largest share of the rate from the terminal in the first half second.",
            min = 0.01,
            max = 1)
        @Nullable Double dipMost,
    @Key(value = "Packets lost at any time, each way, percent.", min = 0, max = 100)
        @Nullable Double lossPercent) {
  /** Where the parameters come from. */
  public enum Profile {
    LOSSLESS,
    QUEUED,
    BENT_PIPE,
    HARD,
    CUSTOM
  }

  /** Nothing but the default. */
  public static HandoverSpec queued() {
    return new HandoverSpec(Profile.QUEUED, null, null, null, null, null, null, null);
  }

  /**
   * In SI units.
   *
   * @param holdMs how long the profiles that hold packets do
   */
  HandoverProfile toProfile(int holdMs) {
    HandoverProfile base =
        switch (profile) {
          case LOSSLESS, CUSTOM -> HandoverProfile.lossless();
          case QUEUED -> HandoverProfile.queued(ns(holdMs));
          case BENT_PIPE -> HandoverProfile.bentPipe(ns(holdMs));
          case HARD -> HandoverProfile.hard();
        };
    double least = dipLeast == null ? base.dipLeast() : dipLeast;
    double most = dipMost == null ? base.dipMost() : dipMost;
    return new HandoverProfile(
        leadMs == null ? base.leadNs() : ns(leadMs),
        leadMs == null ? base.leadSpreadNs() : 0,
        gapMs == null ? base.gapNs() : ns(gapMs),
        gapMs == null ? base.gapSpreadNs() : 0,
        lost == null ? base.lost() : lost,
        everySlot == null ? base.everySlot() : everySlot,
        Math.min(least, most),
        Math.max(least, most),
        least < 1 || most < 1 ? HandoverProfile.DIP_NS : 0,
        lossPercent == null ? base.loss() : lossPercent / 100);
  }

  private static long ns(double ms) {
    return Math.round(1e6 * ms);
  }
}
