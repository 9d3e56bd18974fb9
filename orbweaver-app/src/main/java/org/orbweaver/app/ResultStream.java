package org.orbweaver.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A buffered stream whose failures a {@link java.io.PrintWriter} cannot swallow: they leave as
 * {@link OutputLost}, so that a long command ends when nobody reads it any more.
 */
final class ResultStream extends OutputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream target;

  ResultStream(OutputStream target) {
    this.target = new BufferedOutputStream(target, BUFFER_BYTES);
  }

  @Override
  public void write(int b) {
    try {
      target.write(b);
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      target.write(bytes, offset, length);
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }

  @Override
  public void flush() {
    try {
      target.flush();
    } catch (IOException e) {
      throw new OutputLost(e);
    }
  }
}
