package org.orbweaver.app.packets;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.dataplane.FollowedTrace;
import org.orbweaver.dataplane.PathState;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.packet.LinkState;
import org.orbweaver.dataplane.packet.PacketEngine;
import org.orbweaver.dataplane.packet.PathBoard;

/**
 * Tells the packet engine, a little ahead, what the plan says of the paths of its links. A board
 * ends where a slot or a handover's hold does, so that paths change at their time and not at its
 * own.
 */
final class PathFollower implements AutoCloseable {
  /** Within this, a path's delay changes evenly to less than a tenth of a microsecond. */
  private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(250);

  /** The same where access delay is carried, which wanders within some tens of milliseconds. */
  private static final long LONGEST_WANDERING_NS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Lowest rate that a link can have, bit/s: a packet then takes some seconds. */
  private static final double LEAST_BPS = 1_000;

  private final PathView paths;
  private final PacketEngine engine;
  private final Stretches stretches;
  private final Thread thread;
  private volatile List<Integer> terminals = List.of();
  private volatile boolean closing;

  /**
   * Starts to follow.
   *
   * @param carrierNs the time by which paths are asked for
   * @param slotEndNs from an instant of that time to the end of its slot
   */
  PathFollower(
      PathView paths, PacketEngine engine, LongSupplier carrierNs, LongUnaryOperator slotEndNs) {
    this.paths = paths;
    this.engine = engine;
    stretches = new Stretches(carrierNs, slotEndNs, LONGEST_NS);
    thread = Thread.ofPlatform().name("paths").daemon().start(this::follow);
  }

  /** The terminals of the engine's links, in the order of the links. */
  void follow(List<Integer> linked) {
    terminals = List.copyOf(linked);
    renew();
  }

  /** The plan is another one than it was: says at once what has changed. */
  synchronized void renew() {
    stretches.beginAnew();
    publish();
  }

  private void follow() {
    while (!closing) {
      synchronized (this) {
        publish();
      }
      LockSupport.parkNanos(Stretches.EVERY_NS);
    }
  }

  private void publish() {
    List<Integer> linked = terminals;
    stretches.tell(
        (fromNs, offsetNs) -> endNs(linked, fromNs, offsetNs),
        (fromNs, untilNs, offsetNs) -> engine.publish(board(linked, fromNs, untilNs, offsetNs)));
  }

  private long longestNs(List<Integer> linked, long carrierTimeNs) {
    for (int terminal : linked) {
      PathState state = paths.at(terminal, carrierTimeNs);
      if (state.served()) {
        return state.upExtraNs() + state.downExtraNs() > 0 ? LONGEST_WANDERING_NS : LONGEST_NS;
      }
    }
    return LONGEST_NS;
  }

  /** One way; what access and processing add to a round trip is shared by the two ways. */
  private static long delayNs(PathState state) {
    return state.oneWayDelayNs() + (state.upExtraNs() + state.downExtraNs()) / 2;
  }

  /** What begins or ends within a stretch shortens it: gaps, holds, lesser rates. */
  private long endNs(List<Integer> linked, long fromNs, long offsetNs) {
    long end = fromNs + longestNs(linked, fromNs + offsetNs);
    for (int terminal : linked) {
      long jumpNs = paths.nextJumpNs(terminal, fromNs + offsetNs);
      if (jumpNs < Long.MAX_VALUE) {
        end = Math.min(end, jumpNs - offsetNs);
      }
    }
    return end;
  }

  private PathBoard board(List<Integer> linked, long fromNs, long endNs, long offsetNs) {
    PathBoard board = new PathBoard(linked.size(), fromNs, endNs);
    for (int link = 0; link < linked.size(); link++) {
      PathState first = paths.at(linked.get(link), fromNs + offsetNs);
      if (!first.served()) {
        board.setUnserved(link, stateOf(first.reason()), first.homePop());
        continue;
      }
      PathState end = paths.at(linked.get(link), endNs + offsetNs - Stretches.EDGE_NS);
      PathState last = end.served() ? end : first;
      FollowedTrace trace = paths.trace(linked.get(link));
      boolean eachWay = trace != null && trace.hasDelays();
      board.set(
          link,
          gap(first, fromNs + offsetNs),
          eachWay ? upNs(first) : delayNs(first),
          eachWay ? upNs(last) : delayNs(last),
          bps(first.upBps(), trace),
          bps(first.downBps(), trace),
          first.homePop());
      if (eachWay) {
        board.setDown(
            link, first.downExtraNs() - first.upExtraNs(), last.downExtraNs() - last.upExtraNs());
      }
      if (trace != null && trace.hasLoss()) {
        board.setLoss(link, first.loss());
      }
    }
    return board;
  }

  /** A trace may say that nothing leaves. */
  private static double bps(double bps, @Nullable FollowedTrace trace) {
    return trace != null && trace.hasRates() && bps == 0 ? 0 : Math.max(LEAST_BPS, bps);
  }

  private static long upNs(PathState state) {
    return state.oneWayDelayNs() + state.upExtraNs();
  }

  private static LinkState gap(PathState state, long nowNs) {
    if (state.lostUntilNs() > nowNs) {
      return LinkState.LOST;
    }
    return state.heldUntilNs() > nowNs ? LinkState.HELD : LinkState.OPEN;
  }

  /** Where somebody has decided it, senders are told so. */
  private static LinkState stateOf(ReasonCode reason) {
    return switch (reason) {
      case AREA_DARK, COUNTRY_BLOCKED, NO_LICENCE, NOT_AUTHORISED, LINE_PAUSED, LINE_LIMITED ->
          LinkState.PROHIBITED;
      case SERVED,
          NO_SATELLITE_IN_VIEW,
          OBSTRUCTED,
          GSO_PROTECTION,
          NO_BEAM_FREE,
          NO_GATEWAY_REACHABLE,
          SATELLITE_FAILED,
          UNKNOWN_LOCATION,
          MOVING_TOO_FAST,
          STOWED,
          POWERED_OFF ->
          LinkState.UNSERVED;
    };
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
  }
}
