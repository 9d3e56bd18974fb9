package org.orbweaver.app.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.scenario.Network;

/**
 * A folder with a trace for each terminal, which a scenario's {@code packets.traces} and {@code up
 * --trace} take, and a table of the files. Delays change evenly within a slot, so that its two ends
 * say all of them.
 */
public final class TraceFolder implements TraceWriter {
  /** The header of each trace. */
  public static final String HEADER = "time_s,rtt_ms,rate_up_mbps,rate_down_mbps,loss_percent\n";

  private static final double MS_PER_S = 1e3;
  private static final double BPS_PER_MBPS = 1e6;

  private final int[] terminals;
  private final TracePoint.Cut cut;
  private final ManyFiles files;

  /**
   * Begins.
   *
   * @param folder empty, and there
   * @param terminals indices of the terminals, a file each
   */
  public TraceFolder(Path folder, Network network, int[] terminals, TracePoint.Cut cut)
      throws IOException {
    this.terminals = terminals.clone();
    this.cut = cut;
    List<String> names = Arrays.stream(terminals).mapToObj(network.terminals()::name).toList();
    files = ManyFiles.of(folder, names, ".csv");
    for (int i = 0; i < terminals.length; i++) {
      files.of(i).append(HEADER);
      files.appended(i);
    }
  }

  @Override
  public void slot(SlotPlan plan, long slotOffsetMs) throws IOException {
    for (int i = 0; i < terminals.length; i++) {
      StringBuilder rows = files.of(i);
      int terminal = terminals[i];
      long endMs = slotOffsetMs + cut.slotMs();
      if (plan.schedule().isServed(terminal)) {
        long heldMs =
            plan.schedule().isHandover(terminal) ? Math.min(cut.holdMs(), cut.slotMs() - 1) : 0;
        if (heldMs > 0) {
          row(rows, plan, terminal, slotOffsetMs, 0, false);
        }
        row(rows, plan, terminal, slotOffsetMs, heldMs, true);
        row(rows, plan, terminal, slotOffsetMs, cut.slotMs(), true);
      } else {
        unserved(rows, slotOffsetMs);
        unserved(rows, endMs);
      }
      files.appended(i);
    }
  }

  private void row(
      StringBuilder row, SlotPlan plan, int terminal, long slotMs, long ms, boolean sends) {
    ForwardingTable table = plan.forwarding();
    double fraction = (double) ms / cut.slotMs();
    Decimals.append(row, (slotMs + ms) / MS_PER_S, 3);
    Decimals.append(row.append(','), 2 * MS_PER_S * table.oneWayDelayS(terminal, fraction), 6);
    Decimals.append(row.append(','), sends ? table.upBps(terminal) / BPS_PER_MBPS : 0, 3);
    Decimals.append(row.append(','), sends ? table.downBps(terminal) / BPS_PER_MBPS : 0, 3);
    row.append(",0\n");
  }

  private static void unserved(StringBuilder row, long ms) {
    Decimals.append(row, ms / MS_PER_S, 3);
    row.append(",,0,0,100\n");
  }

  @Override
  public void finish() throws IOException {
    files.flush();
  }

  @Override
  public void close() {}
}
