package org.orbweaver.dataplane;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.orbweaver.core.random.SplitMix64;
import org.orbweaver.core.time.TimeSource;

/**
 * One program's datagrams in one direction, to or from one place: a bounded queue, which its {@link
 * Shaper} serves at the link's rate, and behind it a delay line. What finds no service or a full
 * queue is dropped and counted, never held; the sender is not told, as on a real link. Any thread
 * may offer. Deliveries come one at a time, in order.
 */
final class DatagramFlow extends Flow {
  /** The queue: this long at the rate of the moment. */
  private static final double QUEUE_S = 0.1;

  static final int MIN_QUEUE_BYTES = 16_384;
  static final int MAX_QUEUE_BYTES = 4_194_304;

  /** Longest wait in the queue, for links whose rate falls or that many flows share. */
  static final long MAX_WAIT_NS = TimeUnit.SECONDS.toNanos(1);

  private final Shaper shaper;
  private final DatagramCounts counts;
  private final Consumer<Datagram> sink;
  private final ArrayDeque<Datagram> queue = new ArrayDeque<>(4);
  private final DelayLine<Datagram> line = new DelayLine<>();
  private long offered;
  private int queuedCost;
  private long inFlightCost;
  private boolean delivering;
  private boolean dead;

  /** Made by {@link Shaper#openDatagrams}. */
  DatagramFlow(Shaper shaper, int farPop, DatagramCounts counts, Consumer<Datagram> sink) {
    super(farPop);
    this.shaper = shaper;
    this.counts = counts;
    this.sink = sink;
  }

  /** Sends a datagram; false where it finds no place. What is lost on the way found one. */
  boolean offer(Datagram datagram) {
    long nowNs = shaper.time.nowNs();
    PathState state = shaper.state(nowNs);
    double rateBps = shaper.rateBps(state, nowNs);
    shaper.lock.lock();
    try {
      shaper.offered(datagram.onLink());
      if (state.served() && (nowNs < state.lostUntilNs() || isUnlucky(state.loss(), nowNs))) {
        counts.dropped().increment();
        return true;
      }
      if (dead || !(rateBps > 0) || queuedCost + datagram.cost() > queueLimit(rateBps)) {
        counts.dropped().increment();
        return false;
      }
      queue.add(datagram);
      queuedCost += datagram.cost();
      shaper.budget.add(datagram.cost());
      shaper.activate(this);
      return true;
    } finally {
      shaper.lock.unlock();
    }
  }

  /** Of one flow at the same times of the network's, the same datagrams are lost. */
  private boolean isUnlucky(double loss, long nowNs) {
    return loss > 0 && SplitMix64.unit(SplitMix64.at(nowNs, offered++)) < loss;
  }

  private long queueLimit(double rateBps) {
    return shaper.budget.isTight()
        ? MIN_QUEUE_BYTES
        : Math.clamp(Math.round(rateBps / 8 * QUEUE_S), MIN_QUEUE_BYTES, MAX_QUEUE_BYTES);
  }

  @Override
  boolean isEligible() {
    return !dead && !queue.isEmpty();
  }

  /** Drops what has waited too long. */
  @Override
  void prepare(long nowNs, long delayNs, double rateBps) {
    while (!queue.isEmpty() && nowNs - queue.element().timeNs() > MAX_WAIT_NS) {
      dropHead();
    }
  }

  @Override
  long waitingBytes() {
    return queue.stream().mapToLong(Datagram::onLink).sum();
  }

  /** Whole datagrams, and at least one. */
  @Override
  int nextLength(int quantum) {
    int sum = 0;
    for (Datagram d : queue) {
      if (sum > 0 && sum + d.onLink() > quantum) {
        return sum;
      }
      sum += d.onLink();
    }
    return sum;
  }

  /** As soon as it came and the link was free, however late that was seen. */
  @Override
  long startNs(long freeNs, long resumedNs) {
    return freeNs;
  }

  @Override
  long depart(int length, long startNs, double nsPerByte, long delayNs) {
    long freeNs = startNs;
    for (int left = length; left > 0; ) {
      Datagram d = queue.remove();
      freeNs = Math.max(freeNs, d.timeNs()) + Math.round(d.onLink() * nsPerByte);
      line.add(d, freeNs, delayNs);
      left -= d.onLink();
      queuedCost -= d.cost();
      inFlightCost += d.cost();
    }
    if (!delivering && !line.isEmpty()) {
      delivering = true;
      shaper.threads.execute(this::deliver);
    }
    return freeNs;
  }

  @Override
  void darken() {
    while (!queue.isEmpty()) {
      dropHead();
    }
  }

  private void dropHead() {
    int cost = queue.remove().cost();
    queuedCost -= cost;
    shaper.budget.add(-cost);
    counts.dropped().increment();
  }

  @Override
  void giveUp() {}

  private void deliver() {
    TimeSource time = shaper.time;
    boolean waited = false;
    for (long dueNs = deliverDue(time.nowNs(), waited);
        dueNs != Shaper.IDLE;
        dueNs = deliverDue(time.nowNs(), waited)) {
      long leftNs = dueNs - time.nowNs();
      waited = leftNs > 0;
      if (waited) {
        LockSupport.parkNanos(leftNs);
      }
    }
  }

  /**
   * Hands over what has arrived.
   *
   * @param waited whether a thread slept until now; only then it can be late
   * @return when the next one arrives; {@link Shaper#IDLE} where none is under way
   */
  long deliverDue(long nowNs, boolean waited) {
    boolean late = waited;
    while (true) {
      Datagram arrived;
      shaper.lock.lock();
      try {
        if (line.isEmpty()) {
          delivering = false;
          return Shaper.IDLE;
        }
        long arrivalNs = line.nextArrivalNs();
        arrived = arrivalNs > nowNs ? null : line.poll();
        if (arrived == null) {
          return arrivalNs;
        }
        if (late) {
          shaper.lateness.record(nowNs - arrivalNs);
          late = false;
        }
        inFlightCost -= arrived.cost();
        shaper.budget.add(-arrived.cost());
      } finally {
        shaper.lock.unlock();
      }
      counts.bytes().add(arrived.length());
      counts.delivered().increment();
      sink.accept(arrived);
    }
  }

  /** Ends it: what waits and what is under way is lost, uncounted, as its program is gone. */
  void kill() {
    shaper.lock.lock();
    try {
      dead = true;
      queue.clear();
      line.clear();
      shaper.budget.add(-queuedCost - inFlightCost);
      queuedCost = 0;
      inFlightCost = 0;
    } finally {
      shaper.lock.unlock();
    }
  }
}
