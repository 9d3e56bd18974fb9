package org.orbweaver.dataplane.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;

/** What routers do with headers. */
final class A02_HeadersTest {
  private static final AddressPlan PLAN = new AddressPlan("headers");
  private static final Address ANNA = PLAN.of(Kind.TERMINAL, "anna");
  private static final Address POP = PLAN.of(Kind.POP, "pop");
  private static final Address DISH = PLAN.of(Kind.SERVICE, "dish");

  private final Packets packets = new Packets();

  @AfterEach
  void free() {
    packets.close();
  }

  @Test
  void a01_wholePacketsPass_othersDoNot() {
    long p4 = packets.udp4(ANNA, POP, 1, 2, 30);
    int length4 = packets.length();
    assertThat(Ip.check(p4, length4)).isTrue();
    assertThat(Ip.check(p4, length4 - 1)).as("cut short").isFalse();
    assertThat(Ip.check(p4, 19)).isFalse();
    Memory.u8(p4, 0x44);
    assertThat(Ip.check(p4, length4)).as("a header of 16 bytes").isFalse();
    Memory.u8(p4, 0x4f);
    assertThat(Ip.check(p4, length4)).as("a header longer than the packet").isFalse();
    Memory.u8(p4, 0x55);
    assertThat(Ip.check(p4, length4)).as("version 5").isFalse();
    long p6 = packets.udp6(ANNA, POP, 1, 2, 30);
    assertThat(Ip.check(p6, packets.length())).isTrue();
    assertThat(Ip.check(p6, packets.length() + 1)).isFalse();
    assertThat(Ip.check(p6, 39)).isFalse();
  }

  @Test
  void a02_aHopLessKeepsTheChecksumRight_atEveryTtl() {
    long p = packets.udp4(ANNA, POP, 1, 2, 5);
    for (int identification = 0; identification < 0x10000; identification += 0x0101) {
      Memory.u16(p + 4, identification);
      Memory.u8(p + 8, 1 + identification % 255);
      Memory.u16(p + 10, 0);
      Memory.u16(p + 10, Packets.checksum(p, 20, 0));
      int ttl = Ip.ttl(p);
      Ip.decrementTtl(p);
      assertThat(Ip.ttl(p)).isEqualTo(ttl - 1);
      assertThat(Packets.checksum(p, 20, 0)).as("identification %x", identification).isZero();
    }
  }

  @Test
  void a03_congestionIsMarkedOnlyWhereItIsUnderstood() {
    long p4 = packets.udp4(ANNA, POP, 1, 2, 5);
    assertThat(Ip.isEcnCapable(p4)).isFalse();
    Memory.u8(p4 + 1, 2);
    Memory.u16(p4 + 10, 0);
    Memory.u16(p4 + 10, Packets.checksum(p4, 20, 0));
    assertThat(Ip.isEcnCapable(p4)).isTrue();
    Ip.markCongestion(p4);
    assertThat(Memory.u8(p4 + 1) & 3).isEqualTo(3);
    assertThat(Packets.checksum(p4, 20, 0)).isZero();
    long p6 = packets.udp6(ANNA, POP, 1, 2, 5);
    Memory.u8(p6 + 1, 0x20);
    assertThat(Ip.isEcnCapable(p6)).isTrue();
    Ip.markCongestion(p6);
    assertThat(Memory.u8(p6 + 1)).isEqualTo(0x30);
  }

  @Test
  void a04_anEchoIsAnswered_withARightChecksum() {
    for (int payload : new int[] {0, 1, 56, 57, 1392}) {
      long p4 = packets.echo4(ANNA, POP, payload);
      assertThat(Icmp.answer(p4, packets.length())).isTrue();
      assertThat(Ip.sourceV4(p4)).isEqualTo(POP.v4());
      assertThat(Ip.destinationV4(p4)).isEqualTo(ANNA.v4());
      assertThat(Memory.u8(p4 + 20)).as("echo reply").isZero();
      assertThat(Packets.checksum(p4 + 20, packets.length() - 20, 0)).isZero();
      assertThat(Icmp.answer(p4, packets.length())).as("a reply is not answered").isFalse();
      long p6 = packets.echo6(ANNA, POP, payload);
      assertThat(Icmp.answer(p6, packets.length())).isTrue();
      assertThat(Ip.destinationPrefix(p6)).isEqualTo(ANNA.prefix());
      assertThat(Memory.u8(p6 + 40)).isEqualTo(129);
      assertThat(Packets.checksum(p6 + 40, packets.length() - 40, Packets.pseudo6(p6))).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Icmp.Why.class)
  void a05_sendersAreTold_quotingTheirPacket(Icmp.Why why) {
    long to = packets.udp4(ANNA, POP, 0, 0, 0);
    long p4 = packets.udp4(ANNA, POP, 7, 9, 1000);
    int length = Icmp.tell(to, p4, packets.length(), why, DISH, 1420);
    assertThat(Ip.check(to, length)).isTrue();
    assertThat(Packets.checksum(to, 20, 0)).isZero();
    assertThat(Packets.checksum(to + 20, length - 20, 0)).isZero();
    assertThat(Ip.sourceV4(to)).isEqualTo(DISH.v4());
    assertThat(Ip.destinationV4(to)).isEqualTo(ANNA.v4());
    assertThat(Memory.u16(to + 28 + 20)).as("the port it came from").isEqualTo(7);
    long p6 = packets.udp6(ANNA, POP, 7, 9, 1300);
    int length6 = Icmp.tell(to, p6, packets.length(), why, DISH, 1420);
    assertThat(length6).as("RFC 4443: not above the least MTU").isEqualTo(1280);
    assertThat(Ip.check(to, length6)).isTrue();
    assertThat(Packets.checksum(to + 40, length6 - 40, Packets.pseudo6(to))).isZero();
    assertThat(Memory.u16(to + 48 + 40)).isEqualTo(7);
  }

  @Test
  void a06_nobodyIsToldOfErrorsFragmentsAndWhatIsForMany() {
    long told = packets.udp4(ANNA, POP, 0, 0, 0);
    long p = packets.udp4(ANNA, POP, 7, 9, 100);
    int length = packets.length();
    assertThat(Icmp.mayTell(p, length)).isTrue();
    int error = Icmp.tell(told, p, length, Icmp.Why.HOST, DISH, 0);
    assertThat(Icmp.mayTell(told, error)).as("RFC 1122, 3.2.2").isFalse();
    assertThat(Icmp.mayTell(packets.echo4(ANNA, POP, 8), 36)).isTrue();
    Memory.u16(p + 6, 100);
    assertThat(Icmp.mayTell(p, length)).as("a later fragment").isFalse();
    Memory.u16(p + 6, 0);
    Memory.i32(p + 16, 0xe000_0001);
    assertThat(Icmp.mayTell(p, length)).as("multicast").isFalse();
    long error6 = packets.echo6(ANNA, POP, 8);
    assertThat(Icmp.mayTell(error6, packets.length())).isTrue();
    Memory.u8(error6 + 40, 1);
    assertThat(Icmp.mayTell(error6, packets.length())).isFalse();
    Memory.u8(error6 + 40, 128);
    Memory.u8(error6 + 24, 0xff);
    assertThat(Icmp.mayTell(error6, packets.length())).isFalse();
  }

  @Test
  void a07_aDatagramIsAnsweredInPlace() {
    for (int payload : new int[] {0, 1, 40, 1200}) {
      byte[] answer = new byte[payload];
      for (long p :
          new long[] {
            packets.udp4(ANNA, POP, 5353, 53, 12), packets.udp6(ANNA, POP, 5353, 53, 12)
          }) {
        int before = Ip.isV4(p) ? 40 : 60;
        assertThat(UdpReply.payload(p, before, 53)).hasSize(12);
        assertThat(UdpReply.payload(p, before, 54)).isNull();
        int length = UdpReply.write(p, answer);
        assertThat(Ip.check(p, length)).isTrue();
        long udp = p + Ip.headerLength(p);
        assertThat(Memory.u16(udp)).isEqualTo(53);
        assertThat(Memory.u16(udp + 2)).isEqualTo(5353);
        long pseudo = Ip.isV4(p) ? Ip.sum(p + 12, 8, 17 + 8 + payload) : Packets.pseudo6(p);
        assertThat(Packets.checksum(udp, 8 + payload, pseudo)).isZero();
      }
    }
  }
}
