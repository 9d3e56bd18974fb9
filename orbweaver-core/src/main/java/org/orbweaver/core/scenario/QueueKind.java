package org.orbweaver.core.scenario;

/** How a link's queue drops packets. */
public enum QueueKind {
  /** Those that find it full. */
  TAIL_DROP,
  /** Some, where packets have waited long: RFC 8289. */
  CODEL,
  /** The same for each flow by itself, and flows in turn: RFC 8290. */
  FQ_CODEL
}
