package org.orbweaver.dataplane;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any datagram from a program. With {@code JAZZER_FUZZ=1} it searches; without, it replays. */
class A10_SocksDatagramFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void socksDatagram(byte[] bytes) {
    DatagramChecks.check(bytes);
  }
}
