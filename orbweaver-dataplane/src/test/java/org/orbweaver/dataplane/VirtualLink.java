package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.time.TimeSource;

/**
 * One direction of a terminal's link in a time of its own, which only {@link #runTo} moves: no
 * thread, no sleep, the same to the nanosecond every time. Time begins at 0.
 */
final class VirtualLink implements PathView, TimeSource {
  /** A datagram that arrived. */
  record Arrival(int number, long sentNs, long atNs) {
    long tookNs() {
      return atNs - sentNs;
    }
  }

  final LongAdder bytes = new LongAdder();
  final LongAdder delivered = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final MemoryBudget budget = new MemoryBudget(64_000_000);

  /** Of the path's rate. */
  double ofPlanned = 1;

  final Shaper shaper =
      new Shaper(
          this,
          this,
          0,
          Direction.UP,
          t -> ofPlanned,
          TimeUnit.SECONDS.toNanos(30),
          budget,
          new Lateness(),
          task -> {});

  private final List<DatagramFlow> flows = new ArrayList<>();
  private LongFunction<PathState> path = t -> served(20, 20);
  private long nowNs;

  static PathState served(double delayMs, double mbps) {
    return held(delayMs, mbps, Long.MIN_VALUE);
  }

  static PathState held(double delayMs, double mbps, long untilNs) {
    return new PathState(
        true,
        ReasonCode.SERVED,
        Math.round(delayMs * 1e6),
        mbps * 1e6,
        mbps * 1e6,
        untilNs,
        FakeNetwork.FRANKFURT);
  }

  /** What is sent before a time is lost, and later a part. */
  static PathState losing(double delayMs, double mbps, long untilNs, double loss) {
    return new PathState(
        true,
        ReasonCode.SERVED,
        Math.round(delayMs * 1e6),
        0,
        0,
        mbps * 1e6,
        mbps * 1e6,
        untilNs,
        untilNs,
        loss,
        FakeNetwork.FRANKFURT,
        null);
  }

  static PathState unserved() {
    return PathState.unserved(ReasonCode.NO_SATELLITE_IN_VIEW, FakeNetwork.FRANKFURT);
  }

  static long ms(double ms) {
    return Math.round(ms * 1e6);
  }

  /** The path at each instant from now on. */
  void path(LongFunction<PathState> stateAt) {
    path = stateAt;
  }

  /** A flow whose arrivals are kept. */
  DatagramFlow open(List<Arrival> arrivals, int farPop) {
    DatagramFlow flow =
        shaper.openDatagrams(
            farPop,
            new DatagramCounts(bytes, delivered, dropped),
            d -> arrivals.add(new Arrival(number(d), d.timeNs(), nowNs)));
    flows.add(flow);
    return flow;
  }

  DatagramFlow open(List<Arrival> arrivals) {
    return open(arrivals, -1);
  }

  boolean send(DatagramFlow flow, int number, int length) {
    byte[] data = new byte[length];
    for (int i = 0; i < Math.min(4, length); i++) {
      data[i] = (byte) (number >> (8 * i));
    }
    return flow.offer(new Datagram(data, length, null, nowNs));
  }

  private static int number(Datagram d) {
    int number = 0;
    for (int i = 0; i < Math.min(4, d.length()); i++) {
      number |= (d.data()[i] & 0xff) << (8 * i);
    }
    return number;
  }

  /** Lets everything happen up to a moment, that included. */
  void runTo(long untilNs) {
    assertThat(untilNs).isGreaterThanOrEqualTo(nowNs);
    while (true) {
      long nextNs = shaper.step(nowNs);
      for (DatagramFlow flow : flows) {
        nextNs = Math.min(nextNs, flow.deliverDue(nowNs, false));
      }
      if (nextNs > untilNs) {
        nowNs = untilNs;
        return;
      }
      nowNs = Math.max(nowNs, nextNs);
    }
  }

  /** Sends a datagram every so often from now on, and stops when the last is sent. */
  void stream(DatagramFlow flow, int count, int length, long everyNs) {
    long startNs = nowNs;
    for (int i = 0; i < count; i++) {
      runTo(startNs + i * everyNs);
      send(flow, i, length);
    }
  }

  @Override
  public long nowNs() {
    return nowNs;
  }

  @Override
  public PathState at(int terminal, long atNs) {
    return path.apply(atNs);
  }

  @Override
  public int terminals() {
    return 1;
  }

  @Override
  public int terminal(String name) {
    return name.equals("berlin") ? 0 : -1;
  }

  @Override
  public String terminalName(int terminal) {
    return "berlin";
  }

  @Override
  public int pops() {
    return 2;
  }

  @Override
  public int pop(String name) {
    return name.equals("frankfurt") ? FakeNetwork.FRANKFURT : FakeNetwork.LONDON;
  }

  @Override
  public String popName(int pop) {
    return pop == FakeNetwork.FRANKFURT ? "frankfurt" : "london";
  }

  @Override
  public long popToPopDelayNs(int fromPop, int toPop) {
    return fromPop == toPop ? 0 : ms(10);
  }
}
