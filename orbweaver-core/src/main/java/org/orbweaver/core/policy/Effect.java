package org.orbweaver.core.policy;

/** What a decision does to the terminals that it is about. */
public enum Effect {
  /** Law or a court forbids service. Nothing lights it but an exemption that it names itself. */
  PROHIBIT,
  /** Law asks for a licence: where no {@link #LICENSE} holds, service is forbidden. */
  REQUIRE_LICENCE,
  /** A licence to operate in countries; it lights nothing by itself. */
  LICENSE,
  /** Safety: essential lines are served, whatever stands below a prohibition. */
  EXEMPT,
  /** Terminals are served. */
  ENABLE,
  /** Terminals are not served. */
  RESTRICT,
  /** Only terminals are served that a decision about terminals enables. */
  AUTHORISED_ONLY,
  /** Lines are served at a low rate: their funding is spent. */
  LIMIT,
  /** Lines are kept but not served: their funding is spent for long. */
  PAUSE;

  /** Whether this can be why a terminal has no service. */
  public boolean denies() {
    return switch (this) {
      case PROHIBIT, REQUIRE_LICENCE, RESTRICT, AUTHORISED_ONLY, PAUSE -> true;
      case LICENSE, EXEMPT, ENABLE, LIMIT -> false;
    };
  }

  /** Whether this belongs to the first tier, where only named exemptions help. */
  public boolean isProhibition() {
    return this == PROHIBIT || this == REQUIRE_LICENCE;
  }

  /** Whether this is a state of a line's funding: it takes away, and lights nothing. */
  public boolean isFunding() {
    return this == LIMIT || this == PAUSE;
  }
}
