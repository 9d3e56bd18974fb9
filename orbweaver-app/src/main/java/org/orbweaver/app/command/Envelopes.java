package org.orbweaver.app.command;

import java.util.Arrays;
import org.orbweaver.governance.signing.Envelope;

/** Envelopes in files. */
final class Envelopes {
  private Envelopes() {}

  /** An envelope; the newline that an editor or a shell puts at the end is not part of it. */
  static Envelope parse(byte[] bytes) {
    int length = bytes.length;
    return Envelope.parse(
        length > 0 && bytes[length - 1] == '\n' ? Arrays.copyOf(bytes, length - 1) : bytes);
  }
}
