package org.orbweaver.governance.entry;

/** What somebody may do. What the holder of one may not do is in {@code state}. */
public enum Role {
  /** Registers requests, verifies identity and channel, classifies. */
  INTAKE_OFFICER,
  /** Attaches what a decision would do. */
  IMPACT_ANALYST,
  /** Approves, refuses, recuses. */
  APPROVER,
  /** Two of them may act at once for some hours. */
  BREAK_GLASS,
  /** Declares and changes who pays. */
  FUNDING_STEWARD,
  /** Proposes changes of roles, keys and settings. */
  ROLE_ADMINISTRATOR,
  /** Objects, forces a reconsideration. */
  OVERSEER,
  /** A program: carries out what is decided. */
  EXECUTOR,
  /** A program: takes in requests of people without an account. */
  INTAKE_DESK;

  /** Whether only a program may have it. */
  public boolean isSoftware() {
    return this == EXECUTOR || this == INTAKE_DESK;
  }
}
