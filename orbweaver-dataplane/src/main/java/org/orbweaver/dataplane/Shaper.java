package org.orbweaver.dataplane;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.dataplane.packet.Gauge;

/**
 * One direction of a terminal's link: a serial server at the rate of the moment, shared in turn by
 * the terminal's flows, connections and datagrams alike. Its thread lives only while something
 * waits; {@link #step} does its work and can be driven by any other clock.
 *
 * <p>What departs is given the delay of the moment at which its serialisation begins, and arrives
 * in the order of its flow where a path gets shorter. Rate means bytes of applications; headers are
 * not counted.
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

  /** Of {@link #step}: nothing waits. */
  static final long IDLE = Long.MAX_VALUE;

  final ReentrantLock lock = new ReentrantLock();
  final MemoryBudget budget;
  final Lateness lateness;

  final TimeSource time;

  /** Runs what waits for network time: the shaper's own work and its flows' deliveries. */
  final Executor threads;

  private final PathView paths;
  private final int terminal;
  private final Direction direction;
  private final LongToDoubleFunction ofPlanned;
  private final long unservedResetNs;
  private final ArrayDeque<Flow> round = new ArrayDeque<>(4);

  private boolean serving;
  private boolean closed;
  private int queueLimit = MIN_QUEUE_BYTES;

  /** Told with the lock held. */
  final Gauge gauge = new Gauge();

  private long offeredBytes;
  private long busyNs;

  // Only the thread that serves uses these.
  private long freeNs = NEVER;
  private long unservedSinceNs = NEVER;
  private boolean fresh;

  Shaper(
      PathView paths,
      TimeSource time,
      int terminal,
      Direction direction,
      LongToDoubleFunction ofPlanned,
      long unservedResetNs,
      MemoryBudget budget,
      Lateness lateness) {
    this(
        paths,
        time,
        terminal,
        direction,
        ofPlanned,
        unservedResetNs,
        budget,
        lateness,
        Shaper::start);
  }

  /**
   * Makes one.
   *
   * @param ofPlanned at a time, its rate beside the path's, since others send less or more
   */
  Shaper(
      PathView paths,
      TimeSource time,
      int terminal,
      Direction direction,
      LongToDoubleFunction ofPlanned,
      long unservedResetNs,
      MemoryBudget budget,
      Lateness lateness,
      Executor threads) {
    this.threads = threads;
    this.paths = paths;
    this.time = time;
    this.terminal = terminal;
    this.direction = direction;
    this.ofPlanned = ofPlanned;
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

  /**
   * A new flow of datagrams over this link.
   *
   * @param farPop where it ends, beyond the terminal's home PoP; -1 where it ends there
   * @param counts what the terminal has carried this way
   * @param sink takes each datagram when it arrives; it must not wait
   */
  DatagramFlow openDatagrams(int farPop, DatagramCounts counts, Consumer<Datagram> sink) {
    return new DatagramFlow(this, farPop, counts, sink);
  }

  /** The path at this moment. */
  PathState state(long nowNs) {
    return paths.at(terminal, nowNs);
  }

  /** The rate at a time and its state of the path, bit/s; 0 where the terminal has no service. */
  double rateBps(PathState state, long nowNs) {
    return state.served()
        ? Math.max(0, direction.rateBps(state)) * ofPlanned.applyAsDouble(nowNs)
        : 0;
  }

  /** With the lock held: so many bytes have come to be sent, or dropped for want of room. */
  void offered(int bytes) {
    offeredBytes += bytes;
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

  /** With the lock held: gives the flow a place in the round where it has something to send. */
  void activate(Flow flow) {
    if (flow.ready || closed || !flow.isEligible()) {
      return;
    }
    flow.ready = true;
    round.add(flow);
    if (!serving) {
      serving = true;
      fresh = true;
      unservedSinceNs = NEVER;
      threads.execute(this::serve);
    }
  }

  private static void start(Runnable task) {
    Thread.ofVirtual().name("orbweaver-shaper").start(task);
  }

  private void serve() {
    boolean ended = false;
    try {
      for (long nextNs = step(time.nowNs()); nextNs != IDLE; nextNs = step(time.nowNs())) {
        long leftNs = nextNs - time.nowNs();
        if (leftNs > 0) {
          LockSupport.parkNanos(Math.min(leftNs, POLL_NS));
        }
      }
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

  /**
   * Does what is due.
   *
   * @return when to look again, at the latest; {@link #IDLE} where nothing waits: from then on
   *     {@link #activate} starts anew
   */
  long step(long nowNs) {
    PathState state = paths.at(terminal, nowNs);
    double rateBps = rateBps(state, nowNs);
    if (!(rateBps > 0)) {
      return waitForService(nowNs);
    }
    unservedSinceNs = NEVER;
    freeNs = Math.max(freeNs, state.heldUntilNs());
    if (state.heldUntilNs() > nowNs) {
      tellWaiting(rateBps);
    }
    if (freeNs > nowNs) {
      return freeNs;
    }
    return serveOne(state, rateBps, nowNs) ? Math.max(freeNs, nowNs) : IDLE;
  }

  /** What a handover holds is no sign that little is asked for. */
  private void tellWaiting(double rateBps) {
    lock.lock();
    try {
      long waitingBytes = 0;
      for (Flow flow : round) {
        waitingBytes += flow.waitingBytes();
      }
      gauge.set(offeredBytes, busyNs, Math.round(waitingBytes * 8e9 / rateBps));
    } finally {
      lock.unlock();
    }
  }

  private long waitForService(long nowNs) {
    unservedSinceNs = unservedSinceNs == NEVER ? nowNs : unservedSinceNs;
    freeNs = nowNs;
    if (nowNs - unservedSinceNs > unservedResetNs) {
      giveUpAll();
    }
    lock.lock();
    try {
      round.forEach(Flow::darken);
      round.removeIf(flow -> {
        flow.ready = flow.isEligible();
        return !flow.ready;
      });
      serving = !round.isEmpty() && !closed;
      gauge.set(offeredBytes, busyNs, 0);
      return serving ? nowNs + POLL_NS : IDLE;
    } finally {
      lock.unlock();
    }
  }

  /** A link that was busy just now goes on from there, one that was idle begins now. */
  private long resumedNs(long nowNs) {
    if (freeNs >= nowNs - CATCH_UP_NS) {
      return freeNs;
    }
    return fresh ? nowNs : nowNs - CATCH_UP_NS;
  }

  /** One turn of one flow; false where the round is empty and the thread may end. */
  private boolean serveOne(PathState state, double rateBps, long nowNs) {
    lock.lock();
    try {
      queueLimit = (int) Math.clamp(rateBps / 8 * QUEUE_S, MIN_QUEUE_BYTES, MAX_QUEUE_BYTES);
      Flow flow = nextEligible();
      if (flow == null) {
        serving = false;
        gauge.set(offeredBytes, busyNs, 0);
        return false;
      }
      long delayNs = direction.delayNs(state) + beyondNs(paths, state.homePop(), flow.farPop);
      flow.prepare(nowNs, delayNs, rateBps);
      int length =
          flow.nextLength((int) Math.clamp(rateBps / 8 * TURN_S, MIN_TURN_BYTES, MAX_TURN_BYTES));
      double nsPerByte = 8e9 / rateBps;
      long startNs = flow.startNs(freeNs, resumedNs(nowNs));
      freeNs = flow.depart(length, startNs, nsPerByte, delayNs);
      busyNs += Math.round(length * nsPerByte);
      gauge.set(offeredBytes, busyNs, 0);
      fresh = false;
      if (flow.isEligible()) {
        flow.ready = true;
        round.add(flow);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Flow nextEligible() {
    Flow flow = closed ? null : round.poll();
    while (flow != null) {
      flow.ready = false;
      if (flow.isEligible()) {
        return flow;
      }
      flow = round.poll();
    }
    return null;
  }

  private void giveUpAll() {
    List<Flow> waiting;
    lock.lock();
    try {
      waiting = List.copyOf(round);
    } finally {
      lock.unlock();
    }
    waiting.forEach(Flow::giveUp);
  }

  /** Fibre from the home PoP to where a flow ends, one way, nanoseconds. */
  static long beyondNs(PathView paths, int homePop, int farPop) {
    return farPop < 0 || homePop < 0 || farPop == homePop
        ? 0
        : paths.popToPopDelayNs(homePop, farPop);
  }
}
