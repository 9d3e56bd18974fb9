package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One carried connection: what the client writes goes up the terminal's link to the destination,
 * what that writes comes down. An end (FIN) travels behind the bytes; a reset overtakes what is
 * still queued but not what is under way, as in TCP.
 */
final class Relay {
  /** What a blocked reader holds: small, because most connections are idle most of the time. */
  private static final int PROBE_BYTES = 512;

  private static final int MAX_SEGMENT_BYTES = 16_384;

  private final TerminalLink link;
  private final Endpoint client;
  private final Endpoint destination;
  private final ShapedStream up;
  private final ShapedStream down;
  private final Runnable onEnd;
  private final AtomicInteger directionsOpen = new AtomicInteger(2);
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * Prepares a connection.
   *
   * @param farPop where it ends beyond the terminal's home PoP, or -1
   * @param replyBytes length of the proxy's own reply, which goes first
   * @param onEnd called once, when everything is closed
   */
  Relay(
      TerminalLink link,
      Endpoint client,
      Endpoint destination,
      int farPop,
      int replyBytes,
      Runnable onEnd) {
    this.link = link;
    this.client = client;
    this.destination = destination;
    this.onEnd = onEnd;
    up = link.up.open(farPop, 0, link.upBytes, this::abort);
    down = link.down.open(farPop, replyBytes, link.downBytes, this::abort);
  }

  /**
   * Carries until both directions have ended; uses the calling thread for one of them.
   *
   * @param reply sent to the client ahead of the destination's bytes, under the path's delay
   * @param early what the client has sent already
   */
  void run(byte[] reply, byte[] early) {
    down.offer(reply, 0, reply.length);
    up.offer(early, 0, early.length);
    start("orbweaver-up-out", () -> write(up, destination, down));
    start("orbweaver-down-in", () -> read(destination, down));
    start("orbweaver-down-out", () -> write(down, client, up));
    read(client, up);
  }

  private static void start(String name, Runnable task) {
    Thread.ofVirtual().name(name).start(task);
  }

  private void read(Endpoint from, ShapedStream into) {
    byte[] probe = new byte[PROBE_BYTES];
    try {
      int n = from.read(probe, 0, PROBE_BYTES);
      while (n > 0) {
        int more = n < PROBE_BYTES ? 0 : Math.min(from.available(), MAX_SEGMENT_BYTES - n);
        byte[] data = new byte[n + more];
        System.arraycopy(probe, 0, data, 0, n);
        int m = more == 0 ? 0 : from.read(data, n, more);
        if (!into.offer(data, 0, n + Math.max(0, m))) {
          return;
        }
        n = m < 0 ? m : from.read(probe, 0, PROBE_BYTES);
      }
      into.offerEnd();
    } catch (IOException e) {
      carryReset(into);
    }
  }

  private void write(ShapedStream from, Endpoint to, ShapedStream back) {
    try {
      for (Segment s = from.awaitArrival(); s != null; s = from.awaitArrival()) {
        if (s.isEnd()) {
          to.endOutput();
          directionEnded();
          return;
        }
        to.write(s.data(), s.offset(), s.length());
        from.delivered(s);
      }
    } catch (IOException e) {
      from.kill();
      carryReset(back);
    }
  }

  /** The sender of a stream is gone: the other side learns of it one delay later. */
  private void carryReset(ShapedStream stream) {
    if (over.get()) {
      return;
    }
    stream.dropQueue();
    Direction direction = stream == up ? Direction.UP : Direction.DOWN;
    long dueNs = Math.max(link.crossingNs(direction, stream.farPop), stream.lastArrivalNs());
    link.awaitNs(dueNs, over::get);
    abort();
  }

  private void directionEnded() {
    if (directionsOpen.decrementAndGet() == 0 && over.compareAndSet(false, true)) {
      client.close();
      destination.close();
      up.kill();
      down.kill();
      onEnd.run();
    }
  }

  /** Resets both sides at once. */
  void abort() {
    if (over.compareAndSet(false, true)) {
      client.abort();
      destination.abort();
      up.kill();
      down.kill();
      onEnd.run();
    }
  }
}
