package org.orbweaver.core.policy;

/** What becomes of a terminal whose place has been unknown for long, by the last area it was in. */
public enum WhenUnknown {
  /** It keeps the last state. */
  KEEP,
  /** It is not served until its place is known again. */
  DARK
}
