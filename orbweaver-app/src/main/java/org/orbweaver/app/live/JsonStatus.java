package org.orbweaver.app.live;

import java.util.Locale;
import org.orbweaver.app.output.JsonLine;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.EdgeWarning;
import org.orbweaver.core.time.Utc;

/** For machines: one object a line; {@code doc/up.md} lists the keys. */
final class JsonStatus implements StatusStyle {
  private static final String FORMAT = "orbweaver.up/1";
  private static final double NS_PER_MS = 1e6;
  private static final double NS_PER_S = 1e9;

  @Override
  public String opening(Opening o) {
    return event("started")
        .put("version", o.version())
        .put("network", o.network())
        .put("pid", o.pid())
        .put("satellites", o.satellites())
        .put("gateways", o.gateways())
        .put("pops", o.pops())
        .put("terminals", o.terminals())
        .put("startUtc", Utc.format(o.startNs()))
        .put("slotSeconds", o.slotNs() / Utc.NS_PER_S)
        .put("socksPort", o.socksPort())
        .put("try", o.tryLine())
        .put("forwards", o.forwards())
        .put("traces", o.traces())
        .put("metricsPort", o.metricsPort())
        .toString();
  }

  @Override
  public String slot(SlotStatus s) {
    SlotReport report = s.report();
    return event("slot")
        .put("slot", report.number())
        .put("slotStartUtc", Utc.format(report.plan().slot().startNs()))
        .put("served", s.served())
        .put("terminals", s.terminals())
        .put("handovers", s.handovers())
        .put("planMs", report.planNs() / NS_PER_MS, 3)
        .put("lateMs", report.lateNs() / NS_PER_MS, 3)
        .put("clockStepS", report.clockStepNs() / NS_PER_S, 3)
        .put("slotsLeftOut", report.leftOut())
        .put("out", report.out())
        .put("downBytes", s.carried().downBytes())
        .put("upBytes", s.carried().upBytes())
        .put("totalDownBytes", s.total().downBytes())
        .put("totalUpBytes", s.total().upBytes())
        .put("connections", s.total().connections())
        .put("datagrams", s.total().datagrams())
        .put("datagramsDropped", s.total().droppedDatagrams())
        .toString();
  }

  @Override
  public String happening(Happening happening) {
    return switch (happening) {
      case Happening.Failed f ->
          event("outage")
              .put("timeUtc", Utc.format(f.timeNs()))
              .put("out", f.names())
              .put("untilUtc", f.untilNs() == Long.MAX_VALUE ? null : Utc.format(f.untilNs()))
              .put("rerouted", f.rerouted())
              .put("lost", f.lost())
              .put("reset", f.reset())
              .put("slotEndUtc", Utc.format(f.slotEndNs()))
              .put("tookMs", f.tookNs() / NS_PER_MS, 3)
              .toString();
      case Happening.Repaired r ->
          event("repair")
              .put("timeUtc", Utc.format(r.timeNs()))
              .put("repaired", r.names())
              .put("fromUtc", Utc.format(r.fromNs()))
              .toString();
      case Happening.Runs r ->
          event("speed")
              .put("timeUtc", Utc.format(r.timeNs()))
              .put("speed", r.speed(), 3)
              .toString();
      case Happening.Decided d -> {
        Decision decision = d.decision();
        yield event("decision")
            .put("timeUtc", Utc.format(d.timeNs()))
            .put("turn", d.turn().name().toLowerCase(Locale.ROOT))
            .put("decision", decision.id())
            .put("decisionMark", decision.mark())
            .put("effect", decision.effect().name())
            .put("where", d.where())
            .put("terminals", d.terminals())
            .put("fromUtc", Utc.format(decision.fromNs()))
            .put(
                "untilUtc", decision.endNs() == Decision.OPEN ? null : Utc.format(decision.endNs()))
            .toString();
      }
      case Happening.Moves m -> moves(m).toString();
      case Happening.ManyDecided m ->
          event("decisions")
              .put("timeUtc", Utc.format(m.timeNs()))
              .put("more", m.more())
              .toString();
    };
  }

  private static JsonLine moves(Happening.Moves m) {
    JsonLine line =
        event("moves")
            .put("timeUtc", Utc.format(m.timeNs()))
            .put("way", m.way().name().toLowerCase(Locale.ROOT))
            .put("terminal", m.terminal());
    EdgeWarning warning = m.warning();
    return warning == null
        ? line
        : line.put("area", warning.area())
            .put("distanceM", warning.distanceM(), 0)
            .put("reason", warning.beyond().reason().name())
            .put("decision", warning.beyond().decision())
            .put("decisionMark", warning.beyond().mark());
  }

  @Override
  public String farewell(Farewell f) {
    return event("stopped")
        .put("reason", f.reason())
        .put("livedS", f.livedNs() / NS_PER_S, 3)
        .put("slots", f.punctuality().planned())
        .put("slotsInTime", f.punctuality().inTime())
        .put("worstPlanMs", f.punctuality().worstPlanNs() / NS_PER_MS, 3)
        .put("worstLateMs", f.punctuality().worstLateNs() / NS_PER_MS, 3)
        .put("totalDownBytes", f.total().downBytes())
        .put("totalUpBytes", f.total().upBytes())
        .put("connections", f.total().connections())
        .put("datagrams", f.total().datagrams())
        .put("datagramsDropped", f.total().droppedDatagrams())
        .toString();
  }

  private static JsonLine event(String name) {
    return new JsonLine(FORMAT).put("event", name);
  }
}
