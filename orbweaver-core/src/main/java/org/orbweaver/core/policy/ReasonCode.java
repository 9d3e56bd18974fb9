package org.orbweaver.core.policy;

/** Why a terminal has service, limited service or none. */
public enum ReasonCode {
  SERVED,
  NO_SATELLITE_IN_VIEW,
  OBSTRUCTED,
  GSO_PROTECTION,
  NO_BEAM_FREE,
  NO_GATEWAY_REACHABLE,
  SATELLITE_FAILED,
  AREA_DARK,
  COUNTRY_BLOCKED,
  NO_LICENCE,
  NOT_AUTHORISED,
  LINE_PAUSED,
  LINE_LIMITED,
  UNKNOWN_LOCATION,
  MOVING_TOO_FAST,
  STOWED,
  POWERED_OFF
}
