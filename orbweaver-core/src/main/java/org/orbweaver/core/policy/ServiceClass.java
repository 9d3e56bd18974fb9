package org.orbweaver.core.policy;

/** What a service line is for. */
public enum ServiceClass {
  EMERGENCY,
  HOSPITAL,
  RELIEF,
  GOVERNMENT,
  CONSUMER;

  /** Whether a safety exemption may name the class, and no want of money darkens its lines. */
  public boolean isEssential() {
    return this == EMERGENCY || this == HOSPITAL || this == RELIEF;
  }
}
