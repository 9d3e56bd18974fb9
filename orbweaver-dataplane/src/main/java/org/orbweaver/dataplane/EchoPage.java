package org.orbweaver.dataplane;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /echo}: the request as it arrived, head and body. */
final class EchoPage implements PopService.Page {
  /** Kept whole before it is sent back, because many clients write all before they read. */
  private static final int MAX_BODY_BYTES = 1_000_000;

  @Override
  public List<String> moreMethods() {
    return List.of("POST", "PUT");
  }

  @Override
  public void answer(PopService.Call call) throws IOException, HttpProblem {
    if (call.request().bodyLength() > MAX_BODY_BYTES) {
      throw tooLong();
    }
    ByteArrayOutputStream echo = new ByteArrayOutputStream(512);
    for (String line : call.request().lines()) {
      echo.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    echo.write('\n');
    int head = echo.size();
    byte[] some = new byte[call.to().isBodyOver() ? 0 : 8192];
    for (int n; (n = call.to().readBody(some, 0, some.length)) >= 0; ) {
      echo.write(some, 0, n);
      if (echo.size() - head > MAX_BODY_BYTES) {
        throw tooLong();
      }
    }
    call.to().answer(200, PopService.TEXT, echo.toByteArray());
  }

  private static HttpProblem tooLong() {
    return new HttpProblem(
        413,
        "A body of up to "
            + MAX_BODY_BYTES
            + " bytes is echoed. To measure with more, PUT it to /speedtest.");
  }
}
