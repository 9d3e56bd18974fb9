package org.orbweaver.app.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.dataplane.packet.Fate;

/**
 * What the path was, a tenth of a second at a time, by what packets met: a trace that {@code up
 * --trace} takes. Delays are those of the way, without waiting and sending; loss is what was lost
 * on it, not what queues dropped. Times in which nothing went one of the ways have no row.
 */
final class PathTable implements RecordWriter {
  static final String HEADER = "time_s,up_ms,down_ms,rate_up_mbps,rate_down_mbps,loss_percent\n";

  private static final long STEP_NS = 100_000_000L;
  private static final double NS_PER_S = 1e9;
  private static final double NS_PER_MS = 1e6;
  private static final double BIT_NS_PER_BYTE_MBPS = 8e3;
  private static final double PERCENT = 100;
  private static final double FASTEST_MBPS = 1e6;

  private final StringBuilder row = new StringBuilder();
  private final double[] leastMs = new double[2];
  private final double[] mbps = new double[2];
  private @Nullable Long beganNs;
  private long step;
  private int arrived;
  private int lost;

  PathTable() {
    clear();
  }

  @Override
  public ByteBuffer begin() {
    return ByteBuffer.wrap(HEADER.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ByteBuffer entry(Note note) {
    row.setLength(0);
    long cameNs = note.atNs() - note.delayNs();
    if (beganNs == null) {
      beganNs = cameNs;
    }
    long now = Math.max(0, (cameNs - beganNs) / STEP_NS);
    if (now > step) {
      writeRow();
      step = now;
      clear();
    }
    int way = note.up() ? 0 : 1;
    if (note.sendNs() >= 0) {
      double rate = BIT_NS_PER_BYTE_MBPS * note.length() / Math.max(1, note.sendNs());
      mbps[way] = Math.min(FASTEST_MBPS, rate);
    }
    if (note.fate() == Fate.DELIVERED) {
      arrived++;
      double ms = (note.delayNs() - note.queueNs() - note.sendNs()) / NS_PER_MS;
      leastMs[way] = Math.min(leastMs[way], ms);
    } else if (note.fate() == Fate.LOST || note.fate() == Fate.GAP) {
      lost++;
    }
    return ByteBuffer.wrap(row.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void clear() {
    leastMs[0] = Double.POSITIVE_INFINITY;
    leastMs[1] = Double.POSITIVE_INFINITY;
    arrived = 0;
    lost = 0;
  }

  private void writeRow() {
    boolean both = leastMs[0] + leastMs[1] < Double.POSITIVE_INFINITY;
    boolean gap = arrived == 0 && lost > 0;
    if ((!both && !gap) || mbps[0] == 0 || mbps[1] == 0) {
      return;
    }
    Decimals.append(row, step * STEP_NS / NS_PER_S, 1);
    row.append(',');
    if (both) {
      Decimals.append(row, Math.max(0, leastMs[0]), 6);
      row.append(',');
      Decimals.append(row, Math.max(0, leastMs[1]), 6);
    } else {
      row.append(',');
    }
    Decimals.append(row.append(','), mbps[0], 3);
    Decimals.append(row.append(','), mbps[1], 3);
    Decimals.append(row.append(','), PERCENT * lost / Math.max(1, arrived + lost), 3);
    row.append('\n');
  }
}
