package org.orbweaver.governance.accounts;

import java.util.Locale;

/** The rungs of the funding ladder, from the top. */
public enum FundingState {
  /** Somebody pays, or has said that they will. */
  FUNDED,
  /** The payer leaves and no other has come; full service. */
  AT_RISK,
  /** Nobody pays; full service. */
  GRACE,
  /** 256 kbit/s; a line of the emergency services in full, since all its traffic is theirs. */
  LIMITED,
  /** No service; the configuration is kept, and the line comes back as it was. */
  PAUSED;

  /** As it is written in entries and on screens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws RefusedException where it is none
   */
  public static FundingState parse(String written) {
    for (FundingState state : values()) {
      if (state.toString().equals(written)) {
        return state;
      }
    }
    throw RefusedException.ofInput("there is no funding state '" + written + "'");
  }
}
