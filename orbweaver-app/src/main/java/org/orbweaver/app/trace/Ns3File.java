package org.orbweaver.app.trace;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;

/** One table of all points of all terminals, in order of time within a slot, for a simulator. */
public final class Ns3File implements TraceWriter {
  /** The header, which is a promise to those who read the table. */
  public static final String HEADER =
      "time_s,terminal,state,one_way_delay_ms,down_mbps,up_mbps,satellite,gateway";

  private final Writer out;
  private final Network network;
  private final int[] terminals;
  private final TracePoint.Cut cut;

  /** Begins a trace in a new file. */
  public Ns3File(Path file, Network network, int[] terminals, TracePoint.Cut cut)
      throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.network = network;
    this.terminals = terminals.clone();
    this.cut = cut;
    out.write(HEADER + "\n");
  }

  @Override
  public void slot(SlotPlan plan, long slotOffsetMs) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int terminal : terminals) {
      TracePoint.forEach(
          plan, terminal, slotOffsetMs, cut, point -> row(rows, plan, terminal, point));
      out.append(rows);
      rows.setLength(0);
    }
  }

  private void row(StringBuilder row, SlotPlan plan, int terminal, TracePoint point) {
    Decimals.append(row, point.offsetMs() / 1e3, 3);
    row.append(',')
        .append(network.terminals().name(terminal))
        .append(',')
        .append(point.state().name().toLowerCase(Locale.ROOT))
        .append(',');
    if (point.state() == TracePoint.State.UNSERVED) {
      row.append(",0.000,0.000,,\n");
      return;
    }
    Decimals.append(row, 1e3 * point.delayS(), 6);
    row.append(',');
    Decimals.append(row, point.downBps() / 1e6, 3);
    row.append(',');
    Decimals.append(row, point.upBps() / 1e6, 3);
    row.append(',')
        .append(network.ephemeris().elements(plan.schedule().satellite(terminal)).name())
        .append(',')
        .append(network.gateways().name(plan.schedule().gateway(terminal)))
        .append('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
