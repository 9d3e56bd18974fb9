package org.orbweaver.app.live;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/**
 * Reads no faster than a rate, so that a download lasts as long as a test needs. The sender's own
 * limit would do less: curl's catches up after a pause of the machine.
 */
final class SlowReader extends FilterInputStream {
  private static final int LARGEST = 16_384;

  private final double bytesPerNs;
  private final long beganNs = System.nanoTime();
  private long count;

  SlowReader(InputStream in, int bytesPerS) {
    super(in);
    bytesPerNs = bytesPerS / 1e9;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    long dueNs = beganNs + (long) (count / bytesPerNs);
    try {
      for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
        Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
      }
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
    int taken = super.read(into, offset, Math.min(length, LARGEST));
    count += Math.max(0, taken);
    return taken;
  }
}
