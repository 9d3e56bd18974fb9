package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import org.orbweaver.dataplane.SocksHandshake.Event;
import org.orbweaver.dataplane.SocksHandshake.Greeting;
import org.orbweaver.dataplane.SocksHandshake.Login;
import org.orbweaver.dataplane.SocksHandshake.NotSocks;
import org.orbweaver.dataplane.SocksHandshake.Request;

/** What holds for any bytes at all. */
final class HandshakeChecks {
  private HandshakeChecks() {}

  static void check(byte[] bytes) {
    SocksHandshake handshake = new SocksHandshake();
    int order = 0;
    for (byte b : bytes) {
      boolean over = handshake.isOver();
      Event event = handshake.accept(b);
      if (over) {
        assertThat(event).isNull();
      }
      switch (event) {
        case null -> {}
        case Greeting g -> {
          assertThat(order++).isZero();
          assertThat(handshake.isOver()).isEqualTo(!g.offersLogin());
        }
        case Login l -> {
          assertThat(order++).isEqualTo(1);
          assertThat(l.user().length()).isLessThanOrEqualTo(255);
        }
        case Request r -> {
          assertThat(order++).isEqualTo(2);
          assertThat(handshake.isOver()).isTrue();
          assertThat(r.port()).isBetween(0, 65_535);
          if (r.host() != null) {
            assertThat(r.host()).matches("[!-~]{1,255}");
          }
        }
        case NotSocks n -> assertThat(handshake.isOver()).isTrue();
      }
    }
  }
}
