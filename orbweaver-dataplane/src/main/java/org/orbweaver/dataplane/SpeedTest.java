package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends bytes between a terminal and a PoP, through the terminal's own link, and times them. */
final class SpeedTest {
  private static final int PING_BYTES = 64;
  private static final byte[] FILLING = new byte[16_384];

  private final TerminalLink link;
  private final int pop;

  SpeedTest(TerminalLink link, int pop) {
    this.link = link;
    this.pop = pop;
  }

  /** Round trips of some small probes, ms. */
  record Ping(double minMs, double medianMs, double maxMs) {}

  /** Sends probes up and back down, one after another. */
  Ping ping(int probes) throws IOException {
    double[] ms = new double[probes];
    ShapedStream up = open(Direction.UP);
    ShapedStream down = open(Direction.DOWN);
    try {
      for (int i = 0; i < probes; i++) {
        long startNs = link.time.nowNs();
        cross(up);
        cross(down);
        ms[i] = (link.time.nowNs() - startNs) * 1e-6;
      }
    } finally {
      up.kill();
      down.kill();
    }
    Arrays.sort(ms);
    return new Ping(ms[0], ms[probes / 2], ms[probes - 1]);
  }

  private static void cross(ShapedStream stream) throws IOException {
    stream.offer(FILLING, 0, PING_BYTES);
    stream.delivered(arrived(stream));
  }

  /** The rate at which bytes arrive, from the first one on, Mbit/s. */
  double mbps(Direction direction, long durationNs) throws IOException {
    ShapedStream stream = open(direction);
    AtomicBoolean over = new AtomicBoolean();
    Thread.ofVirtual()
        .name("orbweaver-speedtest")
        .start(() -> {
          while (!over.get() && stream.offer(FILLING, 0, FILLING.length)) {
            // The stream's queue sets the pace.
          }
        });
    try {
      stream.delivered(arrived(stream));
      long startNs = link.time.nowNs();
      long nowNs = startNs;
      long bytes = 0;
      while (nowNs - startNs < durationNs) {
        Segment s = arrived(stream);
        stream.delivered(s);
        bytes += s.length();
        nowNs = link.time.nowNs();
      }
      return bytes * 8e3 / (nowNs - startNs);
    } finally {
      over.set(true);
      stream.kill();
    }
  }

  private ShapedStream open(Direction direction) {
    // Where the terminal loses service for too long, the stream dies and the test with it.
    ShapedStream[] self = new ShapedStream[1];
    Shaper shaper = direction == Direction.UP ? link.up : link.down;
    self[0] =
        shaper.open(
            pop,
            0,
            direction == Direction.UP ? link.upBytes : link.downBytes,
            () -> self[0].kill());
    return self[0];
  }

  private static Segment arrived(ShapedStream stream) throws IOException {
    Segment segment = stream.awaitArrival();
    if (segment == null) {
      throw new IOException("the link gave up");
    }
    return segment;
  }
}
