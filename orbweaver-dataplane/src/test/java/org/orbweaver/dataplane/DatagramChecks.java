package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for any datagram at all. */
final class DatagramChecks {
  private DatagramChecks() {}

  static void check(byte[] bytes) {
    switch (SocksDatagram.parse(bytes, bytes.length)) {
      case SocksDatagram.To to -> {
        assertThat(to.host()).matches("[!-~]{1,255}");
        assertThat(to.port()).isBetween(0, 65_535);
        assertThat(to.dataOffset()).isBetween(8, bytes.length);
        assertThat(bytes[2]).isZero();
        // Nothing behind the header has a say in it.
        assertThat(SocksDatagram.parse(bytes, to.dataOffset())).isEqualTo(to);
        assertThat(SocksDatagram.parse(bytes, to.dataOffset() - 1))
            .isEqualTo(SocksDatagram.Unusable.SHORT);
      }
      case SocksDatagram.Unusable why -> assertThat(why.shown()).isNotEmpty();
    }
  }
}
