package org.orbweaver.app.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.orbweaver.app.Reasons;
import org.orbweaver.dataplane.packet.Gauge;
import org.orbweaver.dataplane.packet.LinkGauges;
import org.orbweaver.dataplane.packet.PacketEngine;
import org.orbweaver.dataplane.packet.Shares;

/**
 * Looks a few times a second what links are asked to carry, and has capacity shared accordingly. A
 * link that asks for all it may have gets its share, whatever that is; one that asks for less keeps
 * at least its planned rate, so that what it sends now and then takes no longer than planned.
 */
final class ShareFollower implements AutoCloseable {
  private static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(200);

  /** With so many links, new ones wait up to a second: to begin sharing anew takes a while. */
  private static final int MANY = 64;

  private static final int LOOKS_A_SECOND = 5;

  private record Follows(int link, int terminal, LinkGauges gauges, Demand up, Demand down) {
    double upBps(long passedNs) {
      return look(up, gauges.up(), passedNs);
    }

    double downBps(long passedNs) {
      return look(down, gauges.down(), passedNs);
    }

    private static double look(Demand demand, Gauge gauge, long passedNs) {
      return demand.look(passedNs, gauge.offeredBytes(), gauge.busyNs(), gauge.waitingNs());
    }
  }

  private final PacketEngine engine;
  private final Sharing sharing;
  private final IntPredicate isShared;
  private final LongSupplier carrierNs;
  private final LongUnaryOperator slotEndNs;
  private final Thread thread;
  private final List<Follows> follows = new ArrayList<>();
  private int joined;
  private int[] shared = {};
  private double[][] published = new double[0][];
  private long publishedUntilNs = Long.MIN_VALUE;
  private volatile List<Integer> terminals = List.of();
  private volatile boolean closing;

  /**
   * Starts to follow.
   *
   * @param isShared by terminal, whether its rate depends on what others send
   * @param carrierNs the time by which slots are asked for
   * @param slotEndNs from an instant of that time to the end of its slot
   * @param notices one line for the operator
   */
  ShareFollower(
      PacketEngine engine,
      Sharing sharing,
      IntPredicate isShared,
      LongSupplier carrierNs,
      LongUnaryOperator slotEndNs,
      Consumer<String> notices) {
    this.engine = engine;
    this.sharing = sharing;
    this.isShared = isShared;
    this.carrierNs = carrierNs;
    this.slotEndNs = slotEndNs;
    thread = Thread.ofPlatform().name("shares").daemon().start(() -> follow(notices));
  }

  /** The terminals of the engine's links, in the order of the links. */
  void follow(List<Integer> linked) {
    terminals = List.copyOf(linked);
  }

  private void follow(Consumer<String> notices) {
    try {
      long lookedNs = System.nanoTime();
      for (long look = 0; !closing; look++) {
        LockSupport.parkNanos(EVERY_NS);
        if (terminals.size() < MANY || look % LOOKS_A_SECOND == 0) {
          join(terminals);
        }
        long nowNs = System.nanoTime();
        // A wake-up for nothing, or by close.
        if (nowNs - lookedNs >= EVERY_NS / 2) {
          look(nowNs, nowNs - lookedNs);
          lookedNs = nowNs;
        }
      }
    } catch (RuntimeException e) {
      engine.publish(new Shares(0, 0, 0));
      notices.accept("capacity is shared as planned, whatever is sent: " + Reasons.of(e));
    }
  }

  /** Begins with links that are new. */
  private void join(List<Integer> linked) {
    for (; joined < linked.size(); joined++) {
      LinkGauges gauges = engine.gauges(joined);
      if (gauges == null) {
        break;
      }
      if (isShared.test(linked.get(joined))) {
        follows.add(new Follows(joined, linked.get(joined), gauges, new Demand(), new Demand()));
      }
    }
    if (shared.length != follows.size()) {
      shared = follows.stream().mapToInt(Follows::terminal).toArray();
    }
  }

  private void look(long nowNs, long passedNs) {
    double[] up = follows.stream().mapToDouble(each -> each.upBps(passedNs)).toArray();
    double[] down = follows.stream().mapToDouble(each -> each.downBps(passedNs)).toArray();
    double[][] ofPlanned = {
      sharing.ofPlanned(false, false, shared, down),
      sharing.ofPlanned(false, true, shared, up),
      sharing.ofPlanned(true, false, shared, down),
      sharing.ofPlanned(true, true, shared, up)
    };
    long offsetNs = carrierNs.getAsLong() - nowNs;
    long nextNs = slotEndNs.applyAsLong(nowNs + offsetNs) - offsetNs;
    long untilNs = slotEndNs.applyAsLong(nextNs + offsetNs) - offsetNs;
    if (isNew(ofPlanned, untilNs)) {
      Shares shares = new Shares(joined, nextNs, untilNs);
      for (int k = 0; k < shared.length; k++) {
        int link = follows.get(k).link();
        for (int slot = 0; slot < 2; slot++) {
          shares.set(link, false, slot > 0, atLeastPlanned(ofPlanned[2 * slot][k], down[k]));
          shares.set(link, true, slot > 0, atLeastPlanned(ofPlanned[2 * slot + 1][k], up[k]));
        }
      }
      engine.publish(shares);
      published = ofPlanned;
      publishedUntilNs = untilNs;
    }
  }

  private boolean isNew(double[][] ofPlanned, long untilNs) {
    boolean same = published.length > 0 && Math.abs(untilNs - publishedUntilNs) < EVERY_NS;
    for (int k = 0; k < ofPlanned.length && same; k++) {
      same = ofPlanned[k] == published[k];
    }
    return !same;
  }

  private static double atLeastPlanned(double ofPlanned, double demandBps) {
    return demandBps == Double.POSITIVE_INFINITY ? ofPlanned : Math.max(1, ofPlanned);
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
  }
}
