package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.dataplane.SocksHandshake.Event;
import org.orbweaver.dataplane.SocksHandshake.Greeting;
import org.orbweaver.dataplane.SocksHandshake.Login;
import org.orbweaver.dataplane.SocksHandshake.NotSocks;
import org.orbweaver.dataplane.SocksHandshake.Protocol;
import org.orbweaver.dataplane.SocksHandshake.Request;

/** Bytes in, messages out. */
class A01_SocksHandshakeTest {
  private static List<Event> events(byte[] bytes) {
    SocksHandshake handshake = new SocksHandshake();
    List<Event> events = new ArrayList<>();
    for (byte b : bytes) {
      Event event = handshake.accept(b);
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer i) {
        all.write(i);
      } else {
        all.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return all.toByteArray();
  }

  private static byte[] connect(Object... address) {
    Object[] all = new Object[15 + address.length];
    Object[] before = {5, 1, 2, 1, 6, "berlin", 0, 5, 1, 0};
    System.arraycopy(before, 0, all, 0, before.length);
    System.arraycopy(address, 0, all, before.length, address.length);
    Object[] port = {1, 187, "", "", ""};
    System.arraycopy(port, 0, all, before.length + address.length, port.length);
    return bytes(all);
  }

  @Test
  void aNameTheUserAndThePort() {
    assertThat(events(connect(3, 11, "example.org")))
        .containsExactly(
            new Greeting(true), new Login("berlin"), new Request(1, "example.org", true, 443));
  }

  @Test
  void addressesOfBothKinds() {
    assertThat(events(connect(1, 192, 0, 2, 7)).getLast())
        .isEqualTo(new Request(1, "192.0.2.7", true, 443));
    assertThat(events(connect(4, 32, 1, 13, 184, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)).getLast())
        .isEqualTo(new Request(1, "2001:db8:0:0:0:0:0:1", true, 443));
  }

  @Test
  void anAddressWrappedIntoTheOtherKindIsUnwrapped() {
    assertThat(events(connect(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 127, 0, 0, 1)).getLast())
        .isEqualTo(new Request(1, "127.0.0.1", true, 443));
  }

  @Test
  void anUnknownTypeOfAddressOrAnUnreadableNameIsSaidToBeOne() {
    assertThat(events(connect(2)).getLast()).isEqualTo(new Request(1, null, false, 0));
    assertThat(events(connect(3, 0)).getLast()).isEqualTo(new Request(1, null, true, 443));
    assertThat(events(connect(3, 3, "a b")).getLast()).isEqualTo(new Request(1, null, true, 443));
    assertThat(events(connect(3, 2, "ö")).getLast()).isEqualTo(new Request(1, null, true, 443));
  }

  @Test
  void theLoginIsUtf8AndItsPasswordIsSkipped() {
    assertThat(events(bytes(5, 2, 0, 2, 1, 7, "tromsø", 6, "secret")))
        .containsExactly(new Greeting(true), new Login("tromsø"));
  }

  @Test
  void aClientThatCannotSendANameIsAtItsEnd() {
    assertThat(events(bytes(5, 1, 0, 1, 6, "berlin", 0))).containsExactly(new Greeting(false));
    assertThat(events(bytes(5, 0, 0))).containsExactly(new Greeting(false));
  }

  @Test
  void otherProtocolsAreKnownByTheirFirstByte() {
    assertThat(events(bytes("GET / HTTP/1.1\r\n"))).containsExactly(new NotSocks(Protocol.HTTP));
    assertThat(events(bytes(22, 3, 1, 2, 0))).containsExactly(new NotSocks(Protocol.TLS));
    assertThat(events(bytes(4, 1, 0, 80))).containsExactly(new NotSocks(Protocol.SOCKS4));
    assertThat(events(bytes(0, 0))).containsExactly(new NotSocks(Protocol.UNKNOWN));
    assertThat(events(bytes(5, 1, 2, 5, 1))).hasSize(2).last().isInstanceOf(NotSocks.class);
  }

  @Test
  void nothingIsReadBeyondTheRequest() {
    SocksHandshake handshake = new SocksHandshake();
    byte[] whole = connect(1, 127, 0, 0, 1);
    for (int i = 0; i < whole.length; i++) {
      assertThat(handshake.isOver()).as("before byte %d", i).isFalse();
      handshake.accept(whole[i]);
    }
    assertThat(handshake.isOver()).isTrue();
    assertThat(handshake.accept((byte) 5)).isNull();
  }

  @Test
  void theLongestMessagesFit() {
    String longest = "x".repeat(255);
    assertThat(events(bytes(5, 255, "\2".repeat(255), 1, 255, longest, 255, longest)))
        .containsExactly(new Greeting(true), new Login(longest));
    assertThat(events(connect(3, 255, longest)).getLast())
        .isEqualTo(new Request(1, longest, true, 443));
  }

  @Test
  void tenThousandMutationsOfAHandshakeDoNoHarm() {
    byte[] good = connect(3, 11, "example.org");
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      byte[] bad = good.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      HandshakeChecks.check(bad);
    }
  }
}
