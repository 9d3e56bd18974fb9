package org.orbweaver.governance.state;

/** Where a case stands. */
public enum CaseState {
  RECEIVED,
  INCOMPLETE,
  ASSESSED,
  IN_APPROVAL,
  APPROVED,
  REFUSED,
  EXPIRED,
  WITHDRAWN,
  NOTICED,
  SCHEDULED,
  EFFECTIVE,
  ENDED,
  /** Called by one of two. */
  BREAK_GLASS,
  RATIFIED,
  AUTO_REVERTED
}
