package org.orbweaver.governance.entry;

/** Which way a decision goes. */
public enum Effect {
  /** Darkens, limits, withdraws. */
  RESTRICT,
  /** Lights, grants, exempts. */
  ENABLE
}
