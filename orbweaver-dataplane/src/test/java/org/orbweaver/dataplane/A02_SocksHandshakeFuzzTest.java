package org.orbweaver.dataplane;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes from a client. With {@code JAZZER_FUZZ=1} it searches; without, it replays. */
class A02_SocksHandshakeFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void socksHandshake(byte[] bytes) {
    HandshakeChecks.check(bytes);
  }
}
