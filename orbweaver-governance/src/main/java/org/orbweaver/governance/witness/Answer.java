package org.orbweaver.governance.witness;

import java.nio.charset.StandardCharsets;

/**
 * What a witness answers, in the words of HTTP.
 *
 * @param status 200, 400, 403, 404, 409 or 422; 500 where the witness itself failed
 */
public record Answer(int status, String contentType, String body) {
  /** Content type of the size that comes with 409. */
  public static final String SIZE = "text/x.tlog.size";

  static final String PLAIN = "text/plain; charset=utf-8";

  static Answer refused(int status, String why) {
    return new Answer(status, PLAIN, why + "\n");
  }

  static Answer conflict(long size) {
    return new Answer(409, SIZE, size + "\n");
  }

  static Answer cosigned(String line) {
    return new Answer(200, PLAIN, line + "\n");
  }

  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
