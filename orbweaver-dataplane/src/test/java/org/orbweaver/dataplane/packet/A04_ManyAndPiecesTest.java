package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packets that stand for many, and packets in pieces; checksums by the definitions. */
final class A04_ManyAndPiecesTest {
  private static final Address FROM = new Address(0x64400001, 0xfd00000000000001L, 1);
  private static final Address TO = new Address(0x64400002, 0xfd00000000000002L, 1);
  private static final int TCP_HEADER = 32;
  private static final int EACH = 1_000;

  private final Arena arena = Arena.ofConfined();
  private final long p = arena.allocate(66_000, 64).address() + 16;
  private final long out = arena.allocate(4_096, 64).address() + 16;

  @AfterEach
  void giveBack() {
    arena.close();
  }

  private static void native16(long address, int value) {
    boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
    Memory.u16(address, little ? Short.reverseBytes((short) value) : value);
  }

  private static void say(long packet, int type, int start, int offset, int each) {
    Memory.u8(packet - 10, 1);
    Memory.u8(packet - 9, type);
    native16(packet - 8, 0);
    native16(packet - 6, each);
    native16(packet - 4, start);
    native16(packet - 2, offset);
  }

  private int header(boolean v4, int protocol, int rest) {
    if (v4) {
      Ip.headerV4(p, Ip.V4_HEADER + rest, protocol, 64, FROM.v4(), TO.v4());
      Ip.lengthV4(p, Ip.V4_HEADER + rest, 0xfffe);
      return Ip.V4_HEADER;
    }
    Ip.headerV6(p, rest, protocol, 64);
    Memory.i64(p + 8, FROM.prefix());
    Memory.i64(p + 16, FROM.rest());
    Memory.i64(p + 24, TO.prefix());
    Memory.i64(p + 32, TO.rest());
    return Ip.V6_HEADER;
  }

  private void fill(long at, int bytes) {
    Random random = new Random(3);
    for (int i = 0; i < bytes; i++) {
      Memory.u8(at + i, random.nextInt(256));
    }
  }

  private int tcp(boolean v4, int payload) {
    int start = header(v4, 6, TCP_HEADER + payload);
    long t = p + start;
    fill(t, TCP_HEADER + payload);
    Memory.i32(t + 4, 0xffff_ff00);
    Memory.u8(t + 12, (TCP_HEADER / 4) << 4);
    Memory.u8(t + 13, 0x99);
    say(p, v4 ? 1 : 4, start, 16, EACH);
    return start + TCP_HEADER + payload;
  }

  private static int pseudo(long packet, int protocol, int bytes) {
    long sum = (long) protocol + bytes;
    boolean v4 = Ip.isV4(packet);
    for (int i = v4 ? 12 : 8; i < (v4 ? 20 : 40); i += 2) {
      sum += Memory.u16(packet + i);
    }
    return (int) sum;
  }

  private static byte[] bytes(long at, int length) {
    byte[] copy = new byte[length];
    Memory.copy(at, copy, length);
    return copy;
  }

  @Test
  void a01_segmentsOfTcpAreWhatTheSenderWouldHaveSentOneByOne() {
    for (boolean v4 : new boolean[] {true, false}) {
      int length = tcp(v4, 3_500);
      int start = v4 ? Ip.V4_HEADER : Ip.V6_HEADER;
      assertThat(Ip.check(p, length) && Offload.check(p, length)).isTrue();
      assertThat(Offload.isMany(p)).isTrue();
      assertThat(Offload.longest(p, length)).isEqualTo(start + TCP_HEADER + EACH);
      assertThat(Offload.count(p, length)).isEqualTo(4);
      ByteArrayOutputStream stream = new ByteArrayOutputStream();
      for (int i = 0; i < 4; i++) {
        int each = Offload.segment(p, length, i, out);
        assertThat(Ip.check(out, each)).isTrue();
        assertThat(Offload.isMany(out)).isFalse();
        assertThat(Memory.i32(out + start + 4)).isEqualTo(0xffff_ff00 + i * EACH);
        int flags = Memory.u8(out + start + 13);
        assertThat(flags & 0x09).as("end of the data").isEqualTo(i == 3 ? 0x09 : 0);
        assertThat(flags & 0x80).as("window was reduced").isEqualTo(i == 0 ? 0x80 : 0);
        if (v4) {
          assertThat(Memory.u16(out + 4)).isEqualTo((0xfffe + i) & 0xffff);
          assertThat(Packets.checksum(out, Ip.V4_HEADER, 0)).isZero();
        }
        Offload.complete(out, each);
        int rest = each - start;
        assertThat(Packets.checksum(out + start, rest, pseudo(out, 6, rest))).isZero();
        stream.writeBytes(bytes(out + start + TCP_HEADER, rest - TCP_HEADER));
      }
      assertThat(stream.toByteArray()).isEqualTo(bytes(p + start + TCP_HEADER, 3_500));
    }
  }

  @Test
  void a02_datagramsInOnePieceAreDatagramsAgain() {
    for (boolean v4 : new boolean[] {true, false}) {
      int start = header(v4, Ip.UDP, 8 + 2_400);
      fill(p + start, 8 + 2_400);
      say(p, 5, start, 6, EACH);
      int length = start + 8 + 2_400;
      assertThat(Offload.check(p, length)).isTrue();
      assertThat(Offload.count(p, length)).isEqualTo(3);
      int last = Offload.segment(p, length, 2, out);
      assertThat(last).isEqualTo(start + 8 + 400);
      assertThat(Memory.u16(out + start + 4)).isEqualTo(408);
      Offload.complete(out, last);
      assertThat(Packets.checksum(out + start, 408, pseudo(out, Ip.UDP, 408))).isZero();
    }
  }

  @Test
  void a03_whatCannotBeTrueIsFoundOut() {
    int length = tcp(true, 3_500);
    say(p, 1, Ip.V4_HEADER, 16, 0);
    assertThat(Offload.check(p, length)).as("segments of nothing").isFalse();
    say(p, 1, 4_000, 16, EACH);
    assertThat(Offload.check(p, length)).as("a header beyond the end").isFalse();
    say(p, 1, 0, 16, EACH);
    assertThat(Offload.check(p, length)).as("a header within another").isFalse();
    say(p, 4, Ip.V4_HEADER, 16, EACH);
    assertThat(Offload.check(p, length)).as("another version").isFalse();
    say(p, 3, Ip.V4_HEADER, 16, EACH);
    assertThat(Offload.check(p, length)).as("another kind").isFalse();
    say(p, 0, Ip.V4_HEADER, 60_000, 0);
    assertThat(Offload.check(p, length)).as("a checksum beyond the end").isFalse();
    Offload.clear(p);
    assertThat(Offload.check(p, length)).isTrue();
  }

  @Test
  void a04_piecesMakeThePacketAgain_alsoPiecesOfPieces() {
    Ip.headerV4(p, 1_420, Ip.UDP, 64, FROM.v4(), TO.v4());
    Memory.u16(p + 4, 77);
    Memory.u16(p + 6, 0x2000 | 10);
    fill(p + Ip.V4_HEADER, 1_400);
    assertThat(Fragments.mayCut(p)).isTrue();
    assertThat(Fragments.count(p, 1_420, 600)).isEqualTo(3);
    byte[] whole = new byte[1_400];
    for (int i = 0; i < 3; i++) {
      int length = Fragments.piece(p, 1_420, 600, i, out);
      assertThat(length).isLessThanOrEqualTo(600);
      assertThat(Ip.check(out, length)).isTrue();
      assertThat(Packets.checksum(out, Ip.V4_HEADER, 0)).isZero();
      assertThat(Memory.u16(out + 4)).isEqualTo(77);
      assertThat(Memory.u16(out + 6) & 0x2000).as("more follow").isEqualTo(0x2000);
      int at = ((Memory.u16(out + 6) & 0x1fff) - 10) * 8;
      byte[] part = bytes(out + Ip.V4_HEADER, length - Ip.V4_HEADER);
      System.arraycopy(part, 0, whole, at, part.length);
    }
    assertThat(whole).isEqualTo(bytes(p + Ip.V4_HEADER, 1_400));
  }

  @Test
  void a05_theLastPieceSaysSo_andOnlyCopiedOptionsAreInLaterOnes() {
    Ip.headerV4(p, 1_000, Ip.UDP, 64, FROM.v4(), TO.v4());
    Memory.u8(p, 0x47);
    Memory.u16(p + 6, 0);
    // Record route, which is not copied; then a security option, which is.
    Memory.i32(p + 20, 0x0703_0401);
    Memory.i32(p + 24, 0x8204_abcd);
    fill(p + 28, 972);
    int first = Fragments.piece(p, 1_000, 600, 0, out);
    assertThat(first).isEqualTo(28 + 568);
    assertThat(Memory.i32(out + 20)).isEqualTo(0x0703_0401);
    Fragments.piece(p, 1_000, 600, 1, out);
    assertThat(Memory.u16(out + 6)).isEqualTo(568 / 8);
    assertThat(Memory.i32(out + 20)).isEqualTo(0x0101_0101);
    assertThat(Memory.i32(out + 24)).isEqualTo(0x8204_abcd);
  }

  @Test
  void a06_whoForbidsItIsNotCut() {
    Ip.headerV4(p, 1_420, Ip.UDP, 64, FROM.v4(), TO.v4());
    assertThat(Fragments.mayCut(p)).as("do not fragment").isFalse();
    header(false, Ip.UDP, 1_400);
    assertThat(Fragments.mayCut(p)).isFalse();
  }
}
