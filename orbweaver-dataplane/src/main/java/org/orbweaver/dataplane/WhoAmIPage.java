package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.core.time.Utc;

/**
 * {@code /whoami}: how the terminal that asks is connected just now. The JSON's members and their
 * meaning stay while its {@code format} does; later ones may be added behind.
 */
final class WhoAmIPage implements PopService.Page {
  private final PathView paths;
  private final WhoAmIView view;
  private final TimeSource time;

  WhoAmIPage(PathView paths, WhoAmIView view, TimeSource time) {
    this.paths = paths;
    this.view = view;
    this.time = time;
  }

  @Override
  public void answer(PopService.Call call) throws IOException, HttpProblem {
    int terminal = call.terminal();
    boolean json = call.request().wantsJson();
    long nowNs = time.nowNs();
    WhoAmI who = view.of(terminal, nowNs);
    PathState state = paths.at(terminal, nowNs);
    double fibreMs = 2e-6 * Shaper.beyondNs(paths, state.homePop(), call.pop());
    String here = paths.popName(call.pop());
    if (json) {
      call.json(json(who, view.networkNs(nowNs), here, who.rttNowMs() + fibreMs));
    } else {
      call.text(text(who, view.networkNs(nowNs), here, who.rttNowMs() + fibreMs));
    }
  }

  static String json(WhoAmI who, long nowNs, String here, double rttHereMs) {
    Integer noradId = who.noradId();
    Verdict verdict = who.verdict();
    return new Json()
        .text("format", "orbweaver.whoami/1")
        .text("timeUtc", Utc.format(nowNs))
        .text("terminal", who.terminal())
        .text("state", state(who))
        .text("reason", who.reason().name())
        .text("satellite", who.satellite())
        .whole("noradId", noradId == null ? null : noradId.longValue())
        .text("gateway", who.gateway())
        .text("pop", who.pop())
        .number("elevationDeg", who.elevationDeg())
        .number("azimuthDeg", who.azimuthDeg())
        .number("rangeKm", who.rangeKm())
        .whole("islHops", (long) who.islHops())
        .number("rttMs", who.rttMs())
        .number("rttNowMs", who.rttNowMs())
        .number("downMbps", who.downMbps())
        .number("upMbps", who.upMbps())
        .text("slotStartUtc", Utc.format(who.slotStartNs()))
        .text("nextHandoverUtc", utc(who.nextHandoverNs()))
        .text("nextHandoverNotBeforeUtc", Utc.format(who.notBeforeNs()))
        .text("answeredBy", here)
        .number("rttHereMs", rttHereMs)
        .text("decision", verdict == null ? null : verdict.decision())
        .text("decisionMark", verdict == null ? null : verdict.mark())
        .text("overruled", verdict == null ? null : String.join(" ", verdict.lost()))
        .text("trace", who.trace())
        .toString();
  }

  static String text(WhoAmI who, long nowNs, String here, double rttHereMs) {
    StringBuilder s = new StringBuilder();
    line(s, "terminal", who.terminal());
    line(s, "time", second(nowNs));
    boolean served = who.isServed();
    boolean full = who.reason() == ReasonCode.SERVED;
    line(s, "state", full ? "served" : (served ? "served: " : "no service: ") + who.reason());
    if (who.trace() != null) {
      line(s, "follows", who.trace() + ", a trace; satellite and way below are the model's");
    }
    Verdict verdict = who.verdict();
    if (verdict != null) {
      line(s, "decided by", verdict.byWhom());
      if (!verdict.lost().isEmpty()) {
        line(s, "overruled", String.join(", ", verdict.lost()));
      }
    }
    if (served) {
      Integer noradId = who.noradId();
      line(s, "satellite", shown(who.satellite()) + (noradId == null ? "" : "  (" + noradId + ")"));
      line(s, "elevation", number(who.elevationDeg(), "°"));
      line(s, "azimuth", number(who.azimuthDeg(), "°"));
      line(s, "range", number(who.rangeKm(), " km"));
      line(s, "gateway", shown(who.gateway()));
      line(s, "laser hops", String.valueOf(who.islHops()));
    }
    line(s, "pop", shown(who.pop()));
    if (served) {
      String atStart = "  (" + number(who.rttMs(), "") + " at the slot's start)";
      line(s, "rtt now", number(who.rttNowMs(), " ms") + atStart);
      if (!here.equals(who.pop())) {
        line(s, "rtt to here", number(rttHereMs, " ms") + "  (" + here + ")");
      }
      line(s, "down", number(who.downMbps(), " Mbit/s"));
      line(s, "up", number(who.upMbps(), " Mbit/s"));
    }
    line(s, "slot since", second(who.slotStartNs()));
    Long handover = who.nextHandoverNs();
    line(
        s,
        "next handover",
        handover == null ? "not before " + second(who.notBeforeNs()) : second(handover));
    return s.toString();
  }

  private static String shown(@Nullable String name) {
    return name == null ? "-" : name;
  }

  private static String state(WhoAmI who) {
    return who.isServed() ? "served" : "unserved";
  }

  private static void line(StringBuilder s, String label, String value) {
    s.append(String.format(Locale.ROOT, "%-15s%s%n", label, value));
  }

  private static String number(double value, String unit) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f%s", value, unit) : "-";
  }

  private static @Nullable String utc(@Nullable Long unixNs) {
    return unixNs == null ? null : Utc.format(unixNs);
  }

  private static String second(long unixNs) {
    return Utc.format(Math.floorDiv(unixNs, Utc.NS_PER_S) * Utc.NS_PER_S);
  }
}
