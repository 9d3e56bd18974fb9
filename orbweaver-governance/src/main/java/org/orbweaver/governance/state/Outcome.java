package org.orbweaver.governance.state;

import org.orbweaver.governance.entry.Entry;

/** What the fold says of an envelope. */
public sealed interface Outcome {
  /** It is part of the state now. */
  record Accepted(Entry entry) implements Outcome {}

  /**
   * It is not, and nothing has changed.
   *
   * @param detail what is wrong where the refusal's sentence does not say it; may be empty
   * @param attempted whether somebody known signed it, and not before their last entry: then it is
   *     their attempt, and no old entry that somebody else sends again
   */
  record Refused(Refusal refusal, String detail, boolean attempted) implements Outcome {
    @Override
    public String toString() {
      return refusal.sentence() + (detail.isEmpty() ? "" : ": " + detail);
    }
  }
}
