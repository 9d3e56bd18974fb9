package org.orbweaver.app.live;

import java.util.Locale;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Words;

/** For people: a header, one calm line a slot, a last line. */
final class PlainStatus implements StatusStyle {
  @Override
  public String opening(Opening o) {
    StringBuilder text = new StringBuilder();
    text.append("Orbweaver ").append(o.version()).append("  network ").append(o.network());
    text.append(
        String.format(
            Locale.ROOT,
            "%n%,d satellites, %,d gateways, %,d PoPs, %,d terminals",
            o.satellites(),
            o.gateways(),
            o.pops(),
            o.terminals()));
    text.append(
        String.format(
            Locale.ROOT,
            "%nfrom %s, slots of %d s",
            Utc.format(o.startNs() / Utc.NS_PER_S * Utc.NS_PER_S),
            o.slotNs() / Utc.NS_PER_S));
    text.append(
        String.format(
            Locale.ROOT,
            "%nSOCKS5 on 127.0.0.1:%d; the user name chooses the terminal%n",
            o.socksPort()));
    text.append(
        o.metricsPort() == null
            ? "no metrics: port " + Ports.METRICS + " is taken, --metrics-port chooses another"
            : "metrics on http://127.0.0.1:" + o.metricsPort() + "/metrics");
    text.append(System.lineSeparator());
    o.forwardLines().forEach(line -> text.append(line).append(System.lineSeparator()));
    o.traceLines().forEach(line -> text.append(line).append(System.lineSeparator()));
    text.append(System.lineSeparator()).append("Try   ");
    text.append(o.tryLine() == null ? "(no terminal is served in this slot)" : o.tryLine());
    text.append(System.lineSeparator());
    text.append("Stop  Ctrl-C, or: orbweaver down ").append(o.network());
    return text.append(System.lineSeparator()).toString();
  }

  @Override
  public String slot(SlotStatus s) {
    SlotReport report = s.report();
    int digits = String.valueOf(s.terminals()).length();
    StringBuilder line = new StringBuilder();
    line.append(Utc.format(report.plan().slot().startNs()).substring("2026-11-22T".length()));
    line.append(String.format(Locale.ROOT, "  slot %3d", report.number()));
    line.append(pad("  served ", s.served(), digits)).append('/').append(s.terminals());
    line.append(pad("  handovers ", s.handovers(), digits));
    line.append(String.format(Locale.ROOT, "  planned in %6s", Amounts.millis(report.planNs())));
    line.append(
        String.format(
            Locale.ROOT,
            "  carried %6s down %6s up",
            Amounts.bytes(s.carried().downBytes()),
            Amounts.bytes(s.carried().upBytes())));
    if (s.carried().droppedDatagrams() > 0) {
      line.append(
          String.format(
              Locale.ROOT,
              "  dropped %,d datagram%s",
              s.carried().droppedDatagrams(),
              s.carried().droppedDatagrams() == 1 ? "" : "s"));
    }
    if (report.lateNs() > 0) {
      line.append("  late by ").append(Amounts.millis(report.lateNs()));
    }
    if (report.leftOut() > 0) {
      line.append("  ").append(Words.count(report.leftOut(), "slot")).append(" left out");
    }
    if (!report.out().isEmpty()) {
      line.append("  out: ").append(PlainHappening.names(report.out()));
    }
    if (report.clockStepNs() > 0) {
      line.append("  clock set forward by ").append(Amounts.time(report.clockStepNs()));
    } else if (report.clockStepNs() < 0) {
      line.append("  clock set back by ").append(Amounts.time(report.clockStepNs()));
      line.append("; network time goes on");
    }
    return line.toString();
  }

  private static String pad(String label, int value, int digits) {
    return label + String.format(Locale.ROOT, "%" + digits + "d", value);
  }

  @Override
  public String happening(Happening happening) {
    return PlainHappening.line(happening);
  }

  @Override
  public String farewell(Farewell f) {
    Punctuality p = f.punctuality();
    String longest = Amounts.millis(p.worstPlanNs());
    String punctual =
        p.inTime() == p.planned()
            ? (p.planned() == 1 ? "" : "all ") + "planned in time, longest " + longest
            : (p.planned() - p.inTime())
                + " late by up to "
                + Amounts.millis(p.worstLateNs())
                + ", longest planning "
                + longest;
    return String.format(
        Locale.ROOT,
        "Stopped after %s: %,d %s, %s; carried %s down and %s up over %,d %s.",
        Amounts.time(f.livedNs()),
        p.planned(),
        p.planned() == 1 ? "slot" : "slots",
        punctual,
        Amounts.bytes(f.total().downBytes()),
        Amounts.bytes(f.total().upBytes()),
        f.total().connections(),
        (f.total().connections() == 1 ? "connection" : "connections") + datagrams(f.total()));
  }

  private static String datagrams(Carried total) {
    return total.datagrams() == 0 && total.droppedDatagrams() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            ", %,d datagrams and %,d dropped",
            total.datagrams(),
            total.droppedDatagrams());
  }
}
