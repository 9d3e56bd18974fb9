package org.orbweaver.app.packets;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.packet.PacketEngine;
import org.orbweaver.dataplane.packet.WayBoard;

/**
 * Tells the packet engine, a little ahead, what ways take that do not lead over a terminal's home
 * PoP: those that packets have asked for. Boards end where slots do.
 */
final class WayFollower implements AutoCloseable {
  /** Within this, delays change evenly, also where access delay is carried. */
  private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long AHEAD_NS = TimeUnit.MILLISECONDS.toNanos(400);
  private static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(100);

  /** New ways that come together are told together. */
  private static final long GATHER_NS = TimeUnit.MILLISECONDS.toNanos(1);

  private record Ends(@Nullable Node from, @Nullable Node to) {}

  private final PathView paths;
  private final PacketEngine engine;
  private final LongSupplier carrierNs;
  private final LongUnaryOperator slotEndNs;
  private final List<Ends> wanted = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile List<Integer> terminals = List.of();
  private volatile boolean renew;
  private volatile boolean closing;
  private int told;
  private long untilNs;

  /** Starts to follow; the parameters are those of {@link PathFollower}. */
  WayFollower(
      PathView paths, PacketEngine engine, LongSupplier carrierNs, LongUnaryOperator slotEndNs) {
    this.paths = paths;
    this.engine = engine;
    this.carrierNs = carrierNs;
    this.slotEndNs = slotEndNs;
    thread = Thread.ofPlatform().name("ways").daemon().start(this::follow);
  }

  /** The terminals of the engine's links, in the order of the links. */
  void follow(List<Integer> linked) {
    terminals = List.copyOf(linked);
  }

  /**
   * Packets wait for a way. Returns at once.
   *
   * @param from a terminal by the number of its link; null for the internet
   * @param to likewise
   */
  void want(@Nullable Node from, @Nullable Node to) {
    wanted.add(new Ends(from, to));
    LockSupport.unpark(thread);
  }

  /** The plan is another one than it was. */
  void renew() {
    renew = true;
    LockSupport.unpark(thread);
  }

  private void follow() {
    while (!closing) {
      if (told < wanted.size() || renew) {
        LockSupport.parkNanos(GATHER_NS);
        renew = false;
        told = wanted.size();
        untilNs = System.nanoTime();
      }
      if (told > 0) {
        publish();
        LockSupport.parkNanos(EVERY_NS);
      } else {
        LockSupport.park();
      }
    }
  }

  private void publish() {
    long nowNs = System.nanoTime();
    long offsetNs = carrierNs.getAsLong() - System.nanoTime();
    untilNs = Math.max(untilNs, nowNs - LONGEST_NS);
    while (untilNs < nowNs + AHEAD_NS) {
      long fromNs = untilNs;
      long endNs =
          Math.min(slotEndNs.applyAsLong(fromNs + offsetNs) - offsetNs, fromNs + LONGEST_NS);
      untilNs = Math.max(fromNs + 2, endNs);
      engine.publish(board(fromNs, untilNs, offsetNs));
    }
  }

  private WayBoard board(long fromNs, long endNs, long offsetNs) {
    WayBoard board = new WayBoard(told, fromNs, endNs);
    for (int way = 0; way < told; way++) {
      Ends ends = wanted.get(way);
      Node from = planned(ends.from);
      Node to = planned(ends.to);
      board.set(
          way,
          paths.wayDelayNs(from, to, fromNs + offsetNs),
          paths.wayDelayNs(from, to, endNs + offsetNs - 1));
    }
    return board;
  }

  private @Nullable Node planned(@Nullable Node node) {
    return node == null || node.kind() != Node.Kind.TERMINAL
        ? node
        : new Node(Node.Kind.TERMINAL, terminals.get(node.index()));
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
  }
}
