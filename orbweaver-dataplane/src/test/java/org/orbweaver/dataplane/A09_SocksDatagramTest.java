package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Headers of datagrams between a program and the proxy. */
class A09_SocksDatagramTest {
  private static SocksDatagram.Parsed parse(int... bytes) {
    byte[] raw = new byte[bytes.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (byte) bytes[i];
    }
    return SocksDatagram.parse(raw, raw.length);
  }

  @Test
  void anIpv4Address() {
    assertThat(parse(0, 0, 0, 1, 192, 0, 2, 7, 0x1f, 0x90, 'h', 'i'))
        .isEqualTo(new SocksDatagram.To("192.0.2.7", 8080, 10));
  }

  @Test
  void anIpv6Address() {
    assertThat(parse(0, 0, 0, 4, 0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 53))
        .isEqualTo(new SocksDatagram.To("2001:db8:0:0:0:0:0:1", 53, 22));
  }

  @Test
  void aName() {
    assertThat(parse(0, 0, 0, 3, 3, 'a', '.', 'b', 0, 7, 1))
        .isEqualTo(new SocksDatagram.To("a.b", 7, 10));
  }

  @Test
  void noDataIsDataToo() {
    assertThat(parse(0, 0, 0, 1, 1, 2, 3, 4, 0, 0))
        .isEqualTo(new SocksDatagram.To("1.2.3.4", 0, 10));
  }

  @Test
  void whatTheReservedBytesSayDoesNotMatter() {
    assertThat(parse(9, 9, 0, 1, 1, 2, 3, 4, 0, 1)).isInstanceOf(SocksDatagram.To.class);
  }

  @Test
  void fragmentsAreDropped() {
    for (int fragment : new int[] {1, 127, 128, 255}) {
      assertThat(parse(0, 0, fragment, 1, 1, 2, 3, 4, 0, 1))
          .isEqualTo(SocksDatagram.Unusable.FRAGMENT);
    }
  }

  @Test
  void whatEndsWithinItsHeaderIsDropped() {
    int[] whole = {0, 0, 0, 3, 3, 'a', '.', 'b', 0, 7};
    for (int length = 0; length < whole.length; length++) {
      int[] cut = java.util.Arrays.copyOf(whole, length);
      assertThat(parse(cut)).as("%d bytes", length).isEqualTo(SocksDatagram.Unusable.SHORT);
    }
    assertThat(parse(0, 0, 0, 1, 1, 2, 3, 4, 0)).isEqualTo(SocksDatagram.Unusable.SHORT);
    assertThat(parse(0, 0, 0, 4, 1, 2, 3, 4, 0, 1)).isEqualTo(SocksDatagram.Unusable.SHORT);
    assertThat(parse(0, 0, 0, 3, 255, 'a', 0, 1)).isEqualTo(SocksDatagram.Unusable.SHORT);
  }

  @Test
  void unknownAddressesAndNamesThatAreNoneAreDropped() {
    assertThat(parse(0, 0, 0, 2, 1, 2, 3, 4, 0, 1)).isEqualTo(SocksDatagram.Unusable.ADDRESS_TYPE);
    assertThat(parse(0, 0, 0, 255, 1, 2, 3, 4, 0, 1))
        .isEqualTo(SocksDatagram.Unusable.ADDRESS_TYPE);
    assertThat(parse(0, 0, 0, 3, 0, 0, 7)).isEqualTo(SocksDatagram.Unusable.NAME);
    assertThat(parse(0, 0, 0, 3, 1, 0xe4, 0, 7)).isEqualTo(SocksDatagram.Unusable.NAME);
    assertThat(parse(0, 0, 0, 3, 2, 'a', ' ', 0, 7)).isEqualTo(SocksDatagram.Unusable.NAME);
  }

  @Test
  void whatIsWrittenIsRead() {
    byte[] data = LinkBed.noise(100, 1);
    byte[] v4 = SocksDatagram.from(InetAddress.ofLiteral("192.0.2.7"), 65_535, data, 100);
    assertThat(SocksDatagram.parse(v4, v4.length))
        .isEqualTo(new SocksDatagram.To("192.0.2.7", 65_535, 10));
    byte[] v6 = SocksDatagram.from(InetAddress.ofLiteral("2001:db8::1"), 53, data, 99);
    assertThat(SocksDatagram.parse(v6, v6.length))
        .isEqualTo(new SocksDatagram.To("2001:db8:0:0:0:0:0:1", 53, 22));
    byte[] name = SocksDatagram.from("frankfurt.pop.orbweaver", 7, data, 100);
    assertThat(SocksDatagram.parse(name, name.length))
        .isEqualTo(new SocksDatagram.To("frankfurt.pop.orbweaver", 7, 30));
    assertThat(name).endsWith(data).hasSize(130);
    assertThat(v6).hasSize(121);
  }

  @Test
  void anyBytesAtAll() {
    Random random = new Random(9);
    for (int i = 0; i < 200_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      if (bytes.length > 4 && random.nextBoolean()) {
        bytes[2] = 0;
        bytes[3] = (byte) random.nextInt(6);
        bytes[4] = (byte) random.nextInt(30);
      }
      DatagramChecks.check(bytes);
    }
  }
}
