package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Berlin's link alone, without sockets. */
final class LinkBed {
  final FakeNetwork network = new FakeNetwork();
  final MemoryBudget budget;
  final LongAdder carried = new LongAdder();
  final AtomicInteger givenUp = new AtomicInteger();
  final Shaper down;

  LinkBed() {
    this(Duration.ofSeconds(30), 256_000_000);
  }

  LinkBed(Duration unservedReset, long budgetBytes) {
    budget = new MemoryBudget(budgetBytes);
    down =
        new Shaper(
            network,
            network,
            FakeNetwork.BERLIN,
            Direction.DOWN,
            nowNs -> 1,
            unservedReset.toNanos(),
            budget,
            new Lateness());
  }

  ShapedStream open() {
    return open(-1);
  }

  ShapedStream open(int farPop) {
    ShapedStream[] stream = new ShapedStream[1];
    stream[0] =
        down.open(
            farPop,
            0,
            carried,
            () -> {
              stream[0].kill();
              givenUp.incrementAndGet();
            });
    return stream[0];
  }

  void sleep(long ms) {
    long untilNs = network.nowNs() + TimeUnit.MILLISECONDS.toNanos(ms);
    await(() -> network.nowNs() >= untilNs);
  }

  /** Waits until a thing has happened. */
  void await(BooleanSupplier happened) {
    for (int i = 0; !happened.getAsBoolean(); i++) {
      assertThat(i).as("tries").isLessThan(30_000);
      LockSupport.parkNanos(1_000_000);
    }
  }

  void awaitEmptyBudget() {
    await(() -> budget.usedBytes() == 0);
  }

  /** Offers that many bytes of noise, and the end, from a thread of its own. */
  static void offer(ShapedStream stream, int count, long seed) {
    Thread.ofVirtual()
        .start(() -> {
          byte[] all = new byte[count];
          Noise.fill(all, count, seed, 0);
          for (int i = 0; i < count; i += 5000) {
            if (!stream.offer(all, i, Math.min(5000, count - i))) {
              return;
            }
          }
          stream.offerEnd();
        });
  }

  /** What arrived of a stream, and when. */
  record Arrived(byte[] bytes, long firstNs, long lastNs) {
    double seconds() {
      return (lastNs - firstNs) * 1e-9;
    }
  }

  /** Takes everything up to the end, in a thread of its own. */
  CompletableFuture<Arrived> take(ShapedStream stream, int count) {
    CompletableFuture<Arrived> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          byte[] all = new byte[count];
          int at = 0;
          long firstNs = 0;
          Segment s;
          for (s = next(stream); !s.isEnd(); s = next(stream)) {
            firstNs = at == 0 ? network.nowNs() : firstNs;
            System.arraycopy(s.data(), s.offset(), all, at, s.length());
            at += s.length();
            stream.delivered(s);
          }
          stream.delivered(s);
          result.complete(new Arrived(all, firstNs, network.nowNs()));
        });
    return result;
  }

  static Segment next(ShapedStream stream) {
    return Objects.requireNonNull(stream.awaitArrival(), "the stream is dead");
  }

  static byte[] noise(int count, long seed) {
    byte[] all = new byte[count];
    Noise.fill(all, count, seed, 0);
    return all;
  }
}
