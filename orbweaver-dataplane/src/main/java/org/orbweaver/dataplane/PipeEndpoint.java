package org.orbweaver.dataplane;

import java.io.IOException;
import java.time.Duration;

/** One end of a connection inside the process. */
final class PipeEndpoint implements TimedEndpoint {
  /** Both ends. */
  record Pair(PipeEndpoint near, PipeEndpoint far) {}

  private final Pipe in;
  private final Pipe out;
  private volatile long readTimeoutNs;

  private PipeEndpoint(Pipe in, Pipe out) {
    this.in = in;
    this.out = out;
  }

  static Pair pair() {
    Pipe there = new Pipe();
    Pipe back = new Pipe();
    return new Pair(new PipeEndpoint(back, there), new PipeEndpoint(there, back));
  }

  @Override
  public void readTimeout(Duration timeout) {
    readTimeoutNs = timeout.toNanos();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return in.read(into, offset, length, readTimeoutNs);
  }

  @Override
  public int available() {
    return in.available();
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
  }

  @Override
  public void endOutput() {
    out.end();
  }

  @Override
  public void abort() {
    in.breakOff();
    out.breakOff();
  }

  /** Lets the far end read what is left; what it still writes goes nowhere. */
  @Override
  public void close() {
    out.end();
    in.breakOff();
  }
}
