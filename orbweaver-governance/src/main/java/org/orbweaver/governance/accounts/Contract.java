package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;

/**
 * A payer's word to pay for a line.
 *
 * @param id such as {@code CON-0001}
 * @param payer whose word it is
 * @param line what for
 * @param fromNs from when, UTC, since the Unix epoch
 * @param untilNs until when; null where no end is set
 * @param perMonth what they pay
 */
public record Contract(
    String id, String payer, String line, long fromNs, @Nullable Long untilNs, Money perMonth) {
  public Contract {
    Checks.id("a contract's id", id);
    if (untilNs != null && untilNs <= fromNs) {
      throw new RefusedException("the contract " + id + " ends before it begins");
    }
  }

  /** Whether it holds at a moment. */
  public boolean holdsAt(long ns) {
    return fromNs <= ns && (untilNs == null || ns < untilNs);
  }

  /** The same, ending at the given moment, or where it never began, at its beginning. */
  public Contract endingAt(long ns) {
    return new Contract(id, payer, line, fromNs, Math.max(ns, fromNs + 1), perMonth);
  }
}
