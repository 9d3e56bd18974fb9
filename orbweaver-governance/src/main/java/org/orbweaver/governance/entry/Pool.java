package org.orbweaver.governance.entry;

/** What an approver knows about; a quorum needs several. */
public enum Pool {
  OPERATIONS,
  LEGAL,
  /** Humanitarian questions and contracts. */
  HUMANITARIAN
}
