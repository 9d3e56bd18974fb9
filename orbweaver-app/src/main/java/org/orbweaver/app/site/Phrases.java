package org.orbweaver.app.site;

import java.util.List;
import java.util.stream.Collectors;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.time.Utc;

/** Numbers of a site as people read them, the same in the report and on the page. */
final class Phrases {
  static final String NONE = "–";

  /** Between a number and its unit, so that no line ends there. */
  private static final char GLUE = '\u00a0';

  private Phrases() {}

  /** Such as {@code 50.45° N, 30.52° E, 180 m}. */
  static String place(GeodeticPoint point) {
    double latDeg = Math.toDegrees(point.latRad());
    double lonDeg = Math.toDegrees(point.lonRad());
    double eastDeg = lonDeg > 180 ? lonDeg - 360 : lonDeg;
    return angle(latDeg, "N", "S")
        + ", "
        + angle(eastDeg, "E", "W")
        + (point.altM() == 0 ? "" : ", " + Decimals.format(point.altM(), 0) + " m");
  }

  private static String angle(double deg, String positive, String negative) {
    String digits = Decimals.format(Math.abs(deg), 4).replaceFirst("0{1,2}$", "");
    return digits + "° " + (deg < 0 ? negative : positive);
  }

  /** Whose word it is, and whom it overruled. */
  static String byWhom(Verdict verdict) {
    return verdict.byWhom()
        + (verdict.lost().isEmpty() ? "" : ", overruling " + String.join(", ", verdict.lost()));
  }

  /** A share of all slots: 100 only where it is all, and never 0 where it is something. */
  static String percent(double percent) {
    if (percent > 0 && percent < 0.01) {
      return "under 0.01" + GLUE + "%";
    }
    return percent > 99.99 && percent < 100
        ? "over 99.99" + GLUE + "%"
        : Decimals.format(percent, percent == 100 || percent == 0 ? 0 : 2) + GLUE + "%";
  }

  /** How often the gateway changed. */
  static String gatewayChanges(int count) {
    return switch (count) {
      case 0 -> "the gateway never changed";
      case 1 -> "the gateway changed once";
      default -> "the gateway changed " + count + " times";
    };
  }

  static String ms(double ms) {
    return number(ms, 1, "ms");
  }

  /** Three significant digits below 10. */
  static String mbps(double mbps) {
    return number(mbps, mbps < 10 ? 3 : 0, "Mbit/s");
  }

  static String number(double value, int decimals, String unit) {
    return Double.isNaN(value) ? NONE : Decimals.format(value, decimals) + GLUE + unit;
  }

  /** Such as {@code 45 s}, {@code 12 min 30 s} or {@code 3 h 5 min}. */
  static String length(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return glued(s + " s");
    }
    if (s < 3600) {
      return glued(s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s"));
    }
    return glued(s / 3600 + " h" + (s % 3600 / 60 == 0 ? "" : " " + s % 3600 / 60 + " min"));
  }

  private static String glued(String text) {
    return text.replace(' ', GLUE);
  }

  /** The same for a terminal, where a blank is a blank. */
  static String plain(String text) {
    return text.replace(GLUE, ' ');
  }

  /** Such as {@code 2026-05-21 00:00:12}, in UTC. */
  static String moment(long unixNs) {
    return Utc.format(unixNs).replace('T', ' ').replaceFirst("(\\.\\d+)?Z$", "");
  }

  /** Such as {@code 00:00:12}, in UTC. */
  static String clock(long unixNs) {
    return moment(unixNs).substring(11);
  }

  static String degrees(double rad) {
    return Decimals.format(Math.toDegrees(rad), 1) + "°";
  }

  /** The first few shares, and how many more there are. */
  static String shares(List<Share> shares, int most) {
    if (shares.isEmpty()) {
      return NONE;
    }
    String first =
        shares.stream()
            .limit(most)
            .map(share -> share.name() + " " + percent(share.percent()))
            .collect(Collectors.joining(", "));
    return shares.size() > most ? first + " and " + (shares.size() - most) + " more" : first;
  }
}
