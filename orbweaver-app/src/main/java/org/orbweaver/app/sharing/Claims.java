package org.orbweaver.app.sharing;

import org.jspecify.annotations.Nullable;

/**
 * What a terminal's carriers ask for together, and what each has of its link: what the other leaves
 * of it, and at least its half.
 */
final class Claims {
  final int terminal;

  private final @Nullable Claim[] byCarrier;
  private int count;

  Claims(int terminal, int carriers) {
    this.terminal = terminal;
    byCarrier = new Claim[carriers];
  }

  void add(int carrier, Claim claim) {
    byCarrier[carrier] = claim;
    count++;
  }

  /** Whether the link is divided at all. */
  boolean areSeveral() {
    return count > 1;
  }

  @Nullable Claim of(int carrier) {
    return byCarrier[carrier];
  }

  void look(long passedNs) {
    for (Claim claim : byCarrier) {
      if (claim != null) {
        claim.look(passedNs);
      }
    }
  }

  /** Bit/s; positive infinity where one asks for all that it may have. */
  double bps(boolean isUp) {
    return bpsBeside(-1, isUp);
  }

  private double bpsBeside(int carrier, boolean isUp) {
    double sum = 0;
    for (int c = 0; c < byCarrier.length; c++) {
      Claim claim = byCarrier[c];
      sum += claim == null || c == carrier ? 0 : claim.bps(isUp);
    }
    return sum;
  }

  /**
   * What one of them has.
   *
   * @param linkBps rate of the whole link; of no interest where there is one claim only
   * @return part of it, greater than 0
   */
  double part(int carrier, boolean isUp, double linkBps) {
    double othersBps = bpsBeside(carrier, isUp);
    return othersBps == 0 ? 1 : Math.max(0.5, 1 - othersBps / linkBps);
  }
}
