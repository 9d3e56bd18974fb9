package org.orbweaver.governance.accounts;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of the terminals of one donation. Each is accounted for: the states add up to those
 * that came.
 *
 * @param pledged how many were promised
 * @param came how many came
 * @param in how many are now in each state; every state has a number
 */
public record DonationCount(int pledged, int came, Map<TerminalState, Integer> in) {
  public DonationCount {
    in = Map.copyOf(in);
  }

  /** Counts those of one donation. */
  public static DonationCount of(Donation donation, Collection<Terminal> all) {
    Map<TerminalState, Integer> in = new EnumMap<>(TerminalState.class);
    for (TerminalState state : TerminalState.values()) {
      in.put(state, 0);
    }
    int came = 0;
    for (Terminal terminal : all) {
      if (donation.id().equals(terminal.donation())) {
        came++;
        in.merge(terminal.state(), 1, Integer::sum);
      }
    }
    return new DonationCount(donation.pledged(), came, in);
  }

  /** Promised and not come; 0 where more came. */
  public int outstanding() {
    return Math.max(0, pledged - came);
  }
}
