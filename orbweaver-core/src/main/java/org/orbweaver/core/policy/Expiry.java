package org.orbweaver.core.policy;

/** What happens when a decision's time is over. */
public enum Expiry {
  /** It ends; what stands below it holds again. */
  REVERT,
  /** It holds on until another decision ends it, and is marked as overdue. */
  HOLD
}
