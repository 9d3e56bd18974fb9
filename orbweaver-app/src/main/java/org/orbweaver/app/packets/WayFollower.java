package org.orbweaver.app.packets;

import java.util.List;
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
 * PoP: those that packets take. Boards end where slots do.
 */
final class WayFollower implements AutoCloseable {
  /** Within this, delays change evenly, also where access delay is carried. */
  private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(50);

  /** New ways that come together are told together. */
  private static final long GATHER_NS = TimeUnit.MILLISECONDS.toNanos(1);

  private final PathView paths;
  private final PacketEngine engine;
  private final Stretches stretches;
  private final WantedWays wanted = new WantedWays();
  private final Thread thread;
  private volatile List<Integer> terminals = List.of();
  private volatile boolean renew;
  private volatile boolean closing;

  /** Starts to follow; the parameters are those of {@link PathFollower}. */
  WayFollower(
      PathView paths, PacketEngine engine, LongSupplier carrierNs, LongUnaryOperator slotEndNs) {
    this.paths = paths;
    this.engine = engine;
    stretches = new Stretches(carrierNs, slotEndNs, LONGEST_NS);
    thread = Thread.ofPlatform().name("ways").daemon().start(this::follow);
  }

  /** The terminals of the engine's links, in the order of the links. */
  void follow(List<Integer> linked) {
    terminals = List.copyOf(linked);
  }

  /**
   * Packets take a way, or wait for it. Returns at once.
   *
   * @param way its number
   * @param from a terminal by the number of its link; null for the internet
   * @param to likewise
   */
  void want(int way, @Nullable Node from, @Nullable Node to) {
    wanted.want(way, new WantedWays.Ends(from, to));
    LockSupport.unpark(thread);
  }

  /** The plan is another one than it was. */
  void renew() {
    renew = true;
    LockSupport.unpark(thread);
  }

  private void follow() {
    while (!closing) {
      if (wanted.isAsked() || renew) {
        LockSupport.parkNanos(GATHER_NS);
        boolean changed = renew;
        renew = false;
        if (wanted.take(System.nanoTime()) || changed) {
          stretches.beginAnew();
        }
      }
      if (wanted.letGo(System.nanoTime())) {
        // The last board would hold on for whoever comes back.
        engine.publish(new WayBoard(0, System.nanoTime(), System.nanoTime() + 1));
      }
      if (wanted.size() > 0) {
        stretches.tell(
            (fromNs, offsetNs) -> Long.MAX_VALUE,
            (fromNs, untilNs, offsetNs) -> engine.publish(board(fromNs, untilNs, offsetNs)));
        LockSupport.parkNanos(Stretches.EVERY_NS);
      } else {
        LockSupport.park();
      }
    }
  }

  private WayBoard board(long fromNs, long endNs, long offsetNs) {
    WayBoard board = new WayBoard(wanted.size(), fromNs, endNs);
    for (int way = 0; way < wanted.size(); way++) {
      WantedWays.Ends ends = wanted.ends(way);
      if (ends != null) {
        Node from = planned(ends.from());
        Node to = planned(ends.to());
        board.set(
            way,
            paths.wayDelayNs(from, to, fromNs + offsetNs),
            paths.wayDelayNs(from, to, endNs + offsetNs - Stretches.EDGE_NS));
      }
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
