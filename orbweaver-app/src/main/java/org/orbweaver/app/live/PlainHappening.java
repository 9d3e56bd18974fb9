package org.orbweaver.app.live;

import java.util.List;
import java.util.Locale;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.EdgeWarning;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Words;

/** What happens between two slots, in a line for people. */
final class PlainHappening {
  private static final int NAMES_SHOWN = 3;
  private static final double M_PER_KM = 1e3;

  private PlainHappening() {}

  static String line(Happening happening) {
    return time(happening.timeNs()) + "  " + text(happening);
  }

  /** The same without the time. */
  static String text(Happening happening) {
    return switch (happening) {
      case Happening.Failed f ->
          "out: %s, %s; %s rerouted, %d without service until %s%s; in force after %s"
              .formatted(
                  names(f.names()),
                  f.untilNs() == Long.MAX_VALUE ? "until repaired" : "until " + time(f.untilNs()),
                  Words.count(f.rerouted(), "terminal"),
                  f.lost(),
                  time(f.slotEndNs()),
                  f.reset() == 0 ? "" : "; " + Words.count(f.reset(), "connection") + " reset",
                  Amounts.millis(f.tookNs()));
      case Happening.Repaired r ->
          r.names().isEmpty()
              ? "nothing was out"
              : "repaired: " + names(r.names()) + "; used again from " + time(r.fromNs());
      case Happening.Runs r ->
          r.speed() == 0
              ? "paused: network time stands still, packets do not"
              : "network time runs at " + speed(r.speed());
      case Happening.Decided d -> decided(d);
      case Happening.Moves m -> "terminal " + m.terminal() + moves(m);
      case Happening.ManyDecided m ->
          Words.count(m.more(), "more decision")
              + " took effect or ended; orbweaver service lists what is obeyed";
    };
  }

  private static String moves(Happening.Moves m) {
    return switch (m.way()) {
      case NEARS -> m.warning() == null ? "" : " is " + warning(m.warning());
      case UNKNOWN ->
          " does not say where it is: its state stays for 15 minutes, then its area's rule holds";
      case LOST -> " has not said where it is for long: UNKNOWN_LOCATION";
      case FOUND -> " says again where it is";
    };
  }

  /** How far from which border, and what waits beyond it. */
  static String warning(EdgeWarning warning) {
    return "%s km from the border of area %s, beyond which it is not served: %s by %s"
        .formatted(
            Decimals.format(warning.distanceM() / M_PER_KM, 1),
            warning.area(),
            warning.beyond().reason(),
            warning.beyond().byWhom());
  }

  private static String decided(Happening.Decided d) {
    Decision decision = d.decision();
    String turn =
        switch (d.turn()) {
          case HOLDS -> "is in force";
          case BEGINS -> "takes effect";
          case ENDS -> "ends";
        };
    String until =
        d.turn() == Happening.Turn.ENDS || decision.endNs() == Decision.OPEN
            ? ""
            : ", until " + Utc.format(decision.endNs());
    return "decision %s (%s) %s: %s, %s; %s%s"
        .formatted(
            decision.id(),
            decision.mark(),
            turn,
            decision.effect().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            d.where(),
            Words.count(d.terminals(), "terminal"),
            until);
  }

  /** A few names and how many more. */
  static String names(List<String> names) {
    int more = names.size() - NAMES_SHOWN;
    return more <= 0
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMES_SHOWN)) + " and " + more + " more";
  }

  static String speed(double speed) {
    return Words.number(speed) + " times the machine's rate";
  }

  /** To the second, without the date. */
  private static String time(long networkNs) {
    return Utc.format(Math.floorDiv(networkNs, Utc.NS_PER_S) * Utc.NS_PER_S)
        .substring("2026-11-22T".length());
  }
}
