package org.orbweaver.dataplane;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;

/**
 * One direction of a terminal's link: a serial server at the rate of the moment, shared in turn by
 * the terminal's connections. Its thread lives only while bytes wait.
 *
 * <p>A chunk is given its departure when its serialisation begins and arrives after the delay of
 * that moment, but never before the chunk ahead of it in its stream: order is kept where a path
 * gets shorter. Rate means bytes of applications; headers are not counted.
 */
final class Shaper {
  /** Longest sleep, so that a new plan is seen soon. */
  private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Shorter gaps are taken for threads that woke late, and are made up for. */
  private static final long CATCH_UP_NS = TimeUnit.MILLISECONDS.toNanos(20);

  /** A turn of a stream takes about this long: smooth at 1 Mbit/s, few wake-ups at 500. */
  private static final double TURN_S = 0.002;

  private static final int MIN_TURN_BYTES = 1_200;
  private static final int MAX_TURN_BYTES = 65_536;

  /** Of a stream's queue: enough to keep the link busy while its sender's thread wakes. */
  private static final double QUEUE_S = 0.02;

  private static final int MIN_QUEUE_BYTES = 16_384;
  private static final int MAX_QUEUE_BYTES = 1_048_576;

  private static final long NEVER = Long.MIN_VALUE;

  final ReentrantLock lock = new ReentrantLock();
  final MemoryBudget budget;
  final Lateness lateness;

  final TimeSource time;

  private final PathView paths;
  private final int terminal;
  private final Direction direction;
  private final long unservedResetNs;
  private final ArrayDeque<ShapedStream> round = new ArrayDeque<>(4);

  private boolean serving;
  private boolean closed;
  private int queueLimit = MIN_QUEUE_BYTES;
  private long freeNs = NEVER;

  Shaper(
      PathView paths,
      TimeSource time,
      int terminal,
      Direction direction,
      long unservedResetNs,
      MemoryBudget budget,
      Lateness lateness) {
    this.paths = paths;
    this.time = time;
    this.terminal = terminal;
    this.direction = direction;
    this.unservedResetNs = unservedResetNs;
    this.budget = budget;
    this.lateness = lateness;
  }

  /**
   * A new stream over this link.
   *
   * @param farPop where it ends, beyond the terminal's home PoP; -1 where it ends there
   * @param uncounted bytes at its beginning that are not counted as carried
   * @param carried counts the others, when they are delivered
   * @param onGivenUp called when its bytes have waited too long for service
   */
  ShapedStream open(int farPop, int uncounted, LongAdder carried, Runnable onGivenUp) {
    return new ShapedStream(this, farPop, uncounted, carried, onGivenUp);
  }

  /** Stops serving. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
  }

  /** With the lock held. */
  int queueLimit() {
    return budget.isTight() ? MIN_QUEUE_BYTES : queueLimit;
  }

  /** With the lock held: gives the stream a place in the round where it has something to send. */
  void activate(ShapedStream stream) {
    if (stream.ready || closed || !stream.isEligible()) {
      return;
    }
    stream.ready = true;
    round.add(stream);
    if (!serving) {
      serving = true;
      Thread.ofVirtual().name("orbweaver-shaper").start(this::serve);
    }
  }

  private void serve() {
    boolean ended = false;
    try {
      serveUntilIdle();
      ended = true;
    } finally {
      if (!ended) {
        stopServing();
      }
    }
  }

  private void stopServing() {
    lock.lock();
    try {
      serving = false;
    } finally {
      lock.unlock();
    }
  }

  /** Returns when nothing waits; from then on {@link #activate} starts a new thread. */
  private void serveUntilIdle() {
    boolean fresh = true;
    long unservedSinceNs = NEVER;
    while (true) {
      long nowNs = time.nowNs();
      PathState state = paths.at(terminal, nowNs);
      if (!state.served() || !(direction.rateBps(state) > 0)) {
        unservedSinceNs = unservedSinceNs == NEVER ? nowNs : unservedSinceNs;
        if (nowNs - unservedSinceNs > unservedResetNs) {
          giveUpAll();
        }
        if (isIdle()) {
          return;
        }
        freeNs = nowNs;
        LockSupport.parkNanos(POLL_NS);
        continue;
      }
      unservedSinceNs = NEVER;
      freeNs = Math.max(freeNs, state.heldUntilNs());
      if (freeNs > nowNs) {
        LockSupport.parkNanos(Math.min(freeNs - nowNs, POLL_NS));
      } else if (serveOne(state, startNs(nowNs, fresh))) {
        fresh = false;
      } else {
        return;
      }
    }
  }

  /**
   * When the next chunk's serialisation begins: a link that was busy just now goes on from there.
   */
  private long startNs(long nowNs, boolean fresh) {
    if (freeNs >= nowNs - CATCH_UP_NS) {
      return freeNs;
    }
    return fresh ? nowNs : nowNs - CATCH_UP_NS;
  }

  /** One turn of one stream; false where the round is empty and the thread may end. */
  private boolean serveOne(PathState state, long startNs) {
    double rateBps = direction.rateBps(state);
    lock.lock();
    try {
      queueLimit = (int) Math.clamp(rateBps / 8 * QUEUE_S, MIN_QUEUE_BYTES, MAX_QUEUE_BYTES);
      ShapedStream stream = nextEligible();
      if (stream == null) {
        serving = false;
        return false;
      }
      long delayNs = state.oneWayDelayNs() + beyondNs(paths, state.homePop(), stream.farPop);
      stream.resizeWindow(delayNs, rateBps);
      int length =
          stream.nextLength((int) Math.clamp(rateBps / 8 * TURN_S, MIN_TURN_BYTES, MAX_TURN_BYTES));
      freeNs = startNs + Math.round(length * 8e9 / rateBps);
      stream.depart(length, freeNs, delayNs);
      if (stream.isEligible()) {
        stream.ready = true;
        round.add(stream);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable ShapedStream nextEligible() {
    ShapedStream stream = closed ? null : round.poll();
    while (stream != null) {
      stream.ready = false;
      if (stream.isEligible()) {
        return stream;
      }
      stream = round.poll();
    }
    return null;
  }

  private boolean isIdle() {
    lock.lock();
    try {
      round.removeIf(s -> {
        s.ready = !s.isDead();
        return s.isDead();
      });
      if (round.isEmpty() || closed) {
        serving = false;
        return true;
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void giveUpAll() {
    List<ShapedStream> waiting;
    lock.lock();
    try {
      waiting = List.copyOf(round);
    } finally {
      lock.unlock();
    }
    waiting.forEach(ShapedStream::giveUp);
  }

  /** Fibre from the home PoP to where a stream ends, one way, nanoseconds. */
  static long beyondNs(PathView paths, int homePop, int farPop) {
    return farPop < 0 || homePop < 0 || farPop == homePop
        ? 0
        : paths.popToPopDelayNs(homePop, farPop);
  }
}
