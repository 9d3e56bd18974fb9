package org.orbweaver.governance.state;

/** Ends the examination of an entry; never leaves this package. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String detail;

  RefusedException(Refusal refusal, String detail) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
    this.detail = detail;
  }

  /** The outcome. */
  Outcome.Refused outcome(boolean attempted) {
    return new Outcome.Refused(refusal, detail, attempted);
  }

  /** Refuses unless something holds. */
  static void require(boolean holds, Refusal refusal) {
    if (!holds) {
      throw new RefusedException(refusal, "");
    }
  }

  /** Refuses unless something holds, with a detail. */
  static void require(boolean holds, Refusal refusal, String detail) {
    if (!holds) {
      throw new RefusedException(refusal, detail);
    }
  }
}
