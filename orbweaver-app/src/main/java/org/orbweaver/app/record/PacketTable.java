package org.orbweaver.app.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.time.Utc;
import org.orbweaver.dataplane.packet.Fate;

/**
 * A row for each packet: when it came, which way, how long it waited and took, what became of it.
 */
final class PacketTable implements RecordWriter {
  static final String HEADER = "time_utc,direction,bytes,queue_ms,delay_ms,fate,left_out\n";

  private static final double NS_PER_MS = 1e6;

  private final StringBuilder row = new StringBuilder();
  private long leftOut;

  @Override
  public ByteBuffer begin() {
    return ByteBuffer.wrap(HEADER.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ByteBuffer entry(Note note) {
    row.setLength(0);
    leftOut += note.missed();
    if (note.fate() != Fate.ENTERED) {
      row.append(Utc.format(note.atNs() - note.delayNs()));
      row.append(note.up() ? ",up," : ",down,").append(note.length()).append(',');
      if (note.queueNs() >= 0) {
        Decimals.append(row, note.queueNs() / NS_PER_MS, 6);
      }
      row.append(',');
      if (note.fate() == Fate.DELIVERED) {
        Decimals.append(row, note.delayNs() / NS_PER_MS, 6);
      }
      row.append(',').append(note.fate().name().toLowerCase(Locale.ROOT));
      row.append(',').append(leftOut).append('\n');
      leftOut = 0;
    }
    return ByteBuffer.wrap(row.toString().getBytes(StandardCharsets.UTF_8));
  }
}
