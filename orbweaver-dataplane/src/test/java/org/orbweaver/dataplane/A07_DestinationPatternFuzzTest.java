package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any pattern in a scenario. With {@code JAZZER_FUZZ=1} it searches; without, it replays. */
class A07_DestinationPatternFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void destinationPattern(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      assertThat(DestinationPattern.parse(text).text()).isEqualTo(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).startsWith("'" + text + "' ");
    }
  }
}
