package org.orbweaver.app.record;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.orbweaver.dataplane.packet.Fate;

/**
 * Packets for Wireshark and its like, as the terminal sees them: what goes up when it enters the
 * link, what comes down when it is handed over, and, on an interface of their own, packets that go
 * no further, with the reason as a comment. Source: PCAP Next Generation Capture File Format,
 * draft-ietf-opsawg-pcapng; link type RAW.
 */
final class Pcapng implements RecordWriter {
  private static final int SECTION = 0x0A0D0D0A;
  private static final int MAGIC = 0x1A2B3C4D;
  private static final int INTERFACE = 1;
  private static final int PACKET = 6;
  private static final short RAW_IP = 101;
  private static final short COMMENT = 1;
  private static final short NAME = 2;
  private static final short RESOLUTION = 9;
  private static final short FLAGS = 2;
  private static final short LEFT_OUT = 4;
  private static final byte NANOSECONDS = 9;
  private static final int INBOUND = 1;
  private static final int OUTBOUND = 2;
  private static final int UP = 0;
  private static final int DOWN = 1;
  private static final int DROPPED = 2;
  private static final int ROOM = 1 << 17;

  private final ByteBuffer block = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);
  private final String terminal;
  private final int longest;
  private long leftOut;

  Pcapng(String terminal, int longest) {
    this.terminal = terminal;
    this.longest = longest;
  }

  @Override
  public ByteBuffer begin() {
    block.clear();
    int at = open(SECTION);
    block.putInt(MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
    close(at);
    for (String way : new String[] {"up", "down", "dropped"}) {
      at = open(INTERFACE);
      block.putShort(RAW_IP).putShort((short) 0).putInt(longest);
      option(NAME, (terminal + " " + way).getBytes(StandardCharsets.UTF_8));
      option(RESOLUTION, new byte[] {NANOSECONDS});
      block.putInt(0);
      close(at);
    }
    return block.flip();
  }

  @Override
  public ByteBuffer entry(Note note) {
    leftOut += note.missed();
    block.clear();
    boolean handed = note.fate() == Fate.ENTERED || (!note.up() && !note.fate().isEnd());
    if (!handed && !note.fate().isEnd()) {
      return block.flip();
    }
    int at = open(PACKET);
    block.putInt(!handed ? DROPPED : note.up() ? UP : DOWN);
    block.putInt((int) (note.atNs() >>> Integer.SIZE)).putInt((int) note.atNs());
    block.putInt(note.packet().remaining()).putInt(note.length());
    block.put(note.packet().duplicate());
    pad();
    block.putShort(FLAGS).putShort((short) 4).putInt(note.up() ? OUTBOUND : INBOUND);
    if (leftOut > 0) {
      block.putShort(LEFT_OUT).putShort((short) 8).putLong(leftOut);
      leftOut = 0;
    }
    if (!handed) {
      option(COMMENT, comment(note).getBytes(StandardCharsets.UTF_8));
    }
    block.putInt(0);
    close(at);
    return block.flip();
  }

  private static String comment(Note note) {
    return (note.up() ? "up, " : "down, ")
        + switch (note.fate()) {
          case QUEUE -> "dropped by the queue";
          case LOST -> "lost on the way";
          case GAP -> "lost in a gap";
          case UNSERVED -> "refused for want of service";
          case PROHIBITED -> "refused by a decision";
          case ENTERED, DELIVERED, ASIDE -> "carried";
        }
        + String.format(Locale.ROOT, " after %.3f ms", note.delayNs() / 1e6);
  }

  private int open(int type) {
    int at = block.position();
    block.putInt(type).putInt(0);
    return at;
  }

  private void close(int at) {
    int length = block.position() - at + Integer.BYTES;
    block.putInt(length).putInt(at + Integer.BYTES, length);
  }

  private void option(short code, byte[] value) {
    block.putShort(code).putShort((short) value.length).put(value);
    pad();
  }

  private void pad() {
    while (block.position() % Integer.BYTES != 0) {
      block.put((byte) 0);
    }
  }
}
