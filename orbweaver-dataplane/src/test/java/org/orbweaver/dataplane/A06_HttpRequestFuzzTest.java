package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Any head of a request. With {@code JAZZER_FUZZ=1} it searches; without, it replays. */
class A06_HttpRequestFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void httpHead(byte[] bytes) {
    try {
      HttpRequest request = HttpRequest.parse(new String(bytes, StandardCharsets.ISO_8859_1));
      assertThat(request.bodyLength()).isGreaterThanOrEqualTo(HttpRequest.CHUNKED);
      assertThat(request.path()).matches("(?s)[/*].*");
      assertThat(request.wantsJson()).isIn(true, false);
    } catch (HttpProblem e) {
      assertThat(e.status()).isIn(400, 431);
    }
  }
}
