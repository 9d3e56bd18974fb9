package org.orbweaver.dataplane;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * One connection's bytes in one direction: a bounded queue, which its {@link Shaper} serves at the
 * link's rate, and behind it a delay line. The two are separate so that a backlog leaves at the
 * rate of the moment at which it leaves, after a handover too. One thread offers and one takes; all
 * fields are guarded by the shaper's lock.
 */
final class ShapedStream extends Flow {
  /** Under way even where the path is short: what a receiver's socket buffer would hold. */
  static final int MIN_WINDOW_BYTES = 65_536;

  /** Where memory is tight. */
  static final int TIGHT_WINDOW_BYTES = 16_384;

  private static final byte[] END = {};

  private final Shaper shaper;
  private final LongAdder carried;
  private final Runnable onGivenUp;
  private final Condition room;
  private final Condition arrival;
  private final ArrayDeque<Segment> queue = new ArrayDeque<>(4);
  private final DelayLine<Segment> line = new DelayLine<>();

  private int uncounted;
  private int queuedCost;
  private long inFlightCost;
  private long windowCost = MIN_WINDOW_BYTES;
  private boolean dead;

  /**
   * Made by {@link Shaper#open}.
   *
   * @param uncounted bytes at the beginning that are the proxy's own
   */
  ShapedStream(Shaper shaper, int farPop, int uncounted, LongAdder carried, Runnable onGivenUp) {
    super(farPop);
    this.shaper = shaper;
    this.uncounted = uncounted;
    this.carried = carried;
    this.onGivenUp = onGivenUp;
    this.room = shaper.lock.newCondition();
    this.arrival = shaper.lock.newCondition();
  }

  /**
   * Queues bytes, first waiting while the queue is full. The array belongs to the stream from here.
   *
   * @return false where the stream is dead and takes nothing more
   */
  boolean offer(byte[] data, int offset, int length) {
    return length == 0 || enqueue(data, offset, length);
  }

  /** Queues the end of the stream; it travels behind all bytes. */
  void offerEnd() {
    enqueue(END, 0, 0);
  }

  private boolean enqueue(byte[] data, int offset, int length) {
    shaper.lock.lock();
    try {
      while (!dead && queuedCost >= shaper.queueLimit()) {
        room.awaitUninterruptibly();
      }
      if (dead) {
        return false;
      }
      Segment segment = new Segment(data, offset, length, shaper.time.nowNs());
      queue.add(segment);
      queuedCost += segment.cost();
      shaper.budget.add(segment.cost());
      shaper.offered(length);
      shaper.activate(this);
      return true;
    } finally {
      shaper.lock.unlock();
    }
  }

  /**
   * The next segment, once it has arrived at the far end. The taker says {@link #delivered} when it
   * is through with it.
   *
   * @return null where the stream is dead
   */
  @Nullable Segment awaitArrival() {
    shaper.lock.lock();
    try {
      boolean waited = false;
      while (!dead) {
        if (line.isEmpty()) {
          arrival.awaitUninterruptibly();
          continue;
        }
        long early = line.nextArrivalNs() - shaper.time.nowNs();
        if (early <= 0) {
          if (waited) {
            shaper.lateness.record(-early);
          }
          return line.poll();
        }
        waited = true;
        arrival.awaitNanos(early);
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      shaper.lock.unlock();
    }
  }

  /** The receiver has it: the window opens by as much. */
  void delivered(Segment segment) {
    shaper.lock.lock();
    try {
      int counted = Math.max(0, segment.length() - uncounted);
      uncounted -= segment.length() - counted;
      carried.add(counted);
      if (!dead) {
        inFlightCost -= segment.cost();
        shaper.budget.add(-segment.cost());
        shaper.activate(this);
      }
    } finally {
      shaper.lock.unlock();
    }
  }

  /** Drops what is queued, as a sender that resets does; what is under way still arrives. */
  void dropQueue() {
    shaper.lock.lock();
    try {
      queue.clear();
      shaper.budget.add(-queuedCost);
      queuedCost = 0;
      room.signalAll();
    } finally {
      shaper.lock.unlock();
    }
  }

  /** Ends the stream at once; both of its threads return. */
  void kill() {
    shaper.lock.lock();
    try {
      if (!dead) {
        dead = true;
        dropQueue();
        line.clear();
        shaper.budget.add(-inFlightCost);
        inFlightCost = 0;
        room.signalAll();
        arrival.signalAll();
      }
    } finally {
      shaper.lock.unlock();
    }
  }

  /** When the last byte that is under way arrives; long ago where there is none. */
  long lastArrivalNs() {
    shaper.lock.lock();
    try {
      return line.lastArrivalNs();
    } finally {
      shaper.lock.unlock();
    }
  }

  @Override
  boolean isEligible() {
    return !dead && !queue.isEmpty() && inFlightCost < windowCost;
  }

  /** Sets the most that may be under way. */
  @Override
  void prepare(long nowNs, long delayNs, double rateBps) {
    windowCost =
        shaper.budget.isTight()
            ? TIGHT_WINDOW_BYTES
            : MIN_WINDOW_BYTES
                + (long) (rateBps / 8 * (delayNs + TimeUnit.MILLISECONDS.toNanos(50)) * 1e-9);
  }

  @Override
  long waitingBytes() {
    return queue.stream().mapToLong(Segment::length).sum();
  }

  /** At most the quantum. */
  @Override
  int nextLength(int quantum) {
    int sum = 0;
    for (Segment s : queue) {
      sum += s.length();
      if (sum >= quantum) {
        return quantum;
      }
    }
    return sum;
  }

  /** Its sender is often late only because this proxy woke it late; that is made up for. */
  @Override
  long startNs(long freeNs, long resumedNs) {
    return resumedNs;
  }

  /**
   * Moves the end behind the bytes as well. Nothing departs before it came, also where the shaper
   * is late and makes up for it.
   */
  @Override
  long depart(int length, long startNs, double nsPerByte, long delayNs) {
    long departureNs = startNs + Math.round(length * nsPerByte);
    int left = length;
    Segment s = queue.peek();
    while (s != null && (left > 0 || s.isEnd())) {
      queue.poll();
      int n = Math.min(left, s.length());
      Segment gone = n == s.length() ? s : new Segment(s.data(), s.offset(), n, s.timeNs());
      line.add(gone, Math.max(departureNs, s.timeNs()), delayNs);
      inFlightCost += gone.cost();
      queuedCost -= s.cost();
      shaper.budget.add(gone.cost() - s.cost());
      if (n < s.length()) {
        Segment rest = new Segment(s.data(), s.offset() + n, s.length() - n, s.timeNs());
        queue.addFirst(rest);
        queuedCost += rest.cost();
        shaper.budget.add(rest.cost());
      }
      left -= n;
      s = queue.peek();
    }
    room.signal();
    arrival.signal();
    return departureNs;
  }

  /** Bytes wait. */
  @Override
  void darken() {}

  @Override
  void giveUp() {
    onGivenUp.run();
  }
}
