package org.orbweaver.core.scenario;

import java.util.List;
import java.util.function.Function;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;

/** Site tables from the specifications of gateways, PoPs and terminals. */
final class Sites {
  static final String COUNTRY = "[A-Z]{2}";
  static final String COUNTRY_FORM = "two capital letters, a code of ISO 3166-1 alpha-2";

  /** Names stand in tables and in paths, between commas and {@code >}; the blanks are Unicode's. */
  static final String NAME =
      "[^>,:\"\\s\\u0000-\\u001f\\u007f-\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2060"
          + "\\u3000\\ufeff]{1,80}";

  static final String NAME_FORM = "1 to 80 characters without blanks, commas, colons, quotes and >";

  private Sites() {}

  static SiteTable ofGateways(List<GatewaySpec> specs) {
    return table(
        specs, GatewaySpec::name, s -> GeodeticPoint.ofDegrees(s.latDeg(), s.lonDeg(), s.altM()));
  }

  static SiteTable ofPops(List<PopSpec> specs) {
    return table(
        specs, PopSpec::name, s -> GeodeticPoint.ofDegrees(s.latDeg(), s.lonDeg(), s.altM()));
  }

  static SiteTable ofTerminals(List<TerminalSpec> specs) {
    return table(
        specs, TerminalSpec::name, s -> GeodeticPoint.ofDegrees(s.latDeg(), s.lonDeg(), s.altM()));
  }

  private static <S> SiteTable table(
      List<S> specs, Function<S, String> name, Function<S, GeodeticPoint> point) {
    return new SiteTable(specs.stream().map(name).toList(), specs.stream().map(point).toList());
  }
}
