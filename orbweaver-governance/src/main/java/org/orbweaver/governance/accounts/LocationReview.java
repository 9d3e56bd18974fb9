package org.orbweaver.governance.accounts;

import org.orbweaver.core.geometry.GeodeticPoint;

/**
 * A terminal that is not where its line is, and what a person says to it. Until somebody has said
 * something, and after that unless a decision cuts it, the terminal stays as it is.
 *
 * @param id such as {@code REV-0001}
 * @param terminal which
 * @param at where it was
 * @param beyondM how far beyond its allowance, metres
 * @param openedNs when it was seen there, UTC, since the Unix epoch
 * @param outcome what was found
 * @param note in the reviewer's words; empty while open
 */
public record LocationReview(
    String id,
    String terminal,
    GeodeticPoint at,
    double beyondM,
    long openedNs,
    Outcome outcome,
    String note) {
  /** What was found. */
  public enum Outcome {
    /** Nobody has looked yet. */
    OPEN,
    /** There is a good reason; it stays there. */
    EXPLAINED,
    /** The line's address was wrong or has changed. */
    MOVED,
    /** Nobody can explain it; a decision may follow, with its quorum. */
    UNEXPLAINED
  }

  public LocationReview {
    Checks.id("a review's id", id);
    if (outcome == Outcome.OPEN != note.isEmpty()) {
      throw new RefusedException("who closes a review says why");
    }
  }

  /** Closed with an outcome. */
  public LocationReview closed(Outcome as, String why) {
    if (outcome != Outcome.OPEN) {
      throw new RefusedException("the review " + id + " is closed already");
    }
    if (as == Outcome.OPEN) {
      throw new RefusedException("a review is closed with an outcome");
    }
    return new LocationReview(
        id, terminal, at, beyondM, openedNs, as, Checks.text("a reason", why));
  }

  /** Whether it stands in the way of a decision that would cut the terminal. */
  public boolean protects() {
    return outcome != Outcome.UNEXPLAINED;
  }
}
