package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.graph.GatewayReach;
import org.orbweaver.core.graph.GatewaySearch;
import org.orbweaver.core.graph.GroundFibre;

/**
 * From a satellite and a home PoP to the gateway with a free antenna and the shortest way, and to
 * that way once somebody takes it. Antennas are only ever taken, never given back, so that an
 * answer stays right until its own gateway is full, and for good once it is taken; answers are
 * therefore kept. One thread at a time may take while others ask: what they keep may then be as old
 * as their question, but it was right, and is looked at again. Layout: one row by PoP, columns by
 * satellite.
 */
final class GatewayChoice {
  static final int NONE = GatewaySearch.NONE;
  private static final int UNKNOWN = -2;

  /** A gateway that will stay the answer is kept as this number less its own. */
  private static final int TAKEN = -3;

  private final GatewayReach reach;
  private final GroundFibre fibre;
  private final Feeders feeders;
  private final Ways ways = new Ways();
  private final int satellites;
  private final int[] known;

  /** By gateway, once it is full, by satellite where the way to it ends, plus one; or 0. */
  private final AtomicReferenceArray<int @Nullable []> exits;

  private final GatewaySearch own;
  private final GatewaySearch.Room room = this::hasRoom;

  /** The ways already taken, by satellite a chain through this by way. */
  private final int[] lastWayOf;

  private int[] wayBefore = new int[64];

  GatewayChoice(GatewayReach reach, GroundFibre fibre, Feeders feeders, int satellites) {
    this.reach = reach;
    this.fibre = fibre;
    this.feeders = feeders;
    this.satellites = satellites;
    known = new int[satellites * fibre.pops()];
    Arrays.fill(known, UNKNOWN);
    exits = new AtomicReferenceArray<>(reach.gateways());
    own = openSearch();
    lastWayOf = new int[satellites];
    Arrays.fill(lastWayOf, NONE);
  }

  /** What a thread asks with. */
  GatewaySearch openSearch() {
    return reach.search(fibre);
  }

  /** Whether any gateway can be had; once it cannot, it never can. */
  boolean isOpen(int satellite, int pop) {
    return isOpen(satellite, pop, own);
  }

  /**
   * The same for any thread.
   *
   * @param search its own
   */
  boolean isOpen(int satellite, int pop, GatewaySearch search) {
    return pop >= 0 && find(satellite, pop, search) != NONE;
  }

  /** Whether somebody has asked before and there was none; a quick look. */
  boolean isKnownClosed(int satellite, int pop) {
    return known[at(satellite, pop)] == NONE;
  }

  /** The way to the best gateway, which now has an antenna for it; or {@link #NONE}. */
  int take(int satellite, int pop) {
    int found = pop < 0 ? NONE : find(satellite, pop, own);
    if (found == NONE) {
      return NONE;
    }
    int way = way(satellite, found);
    int at = at(satellite, pop);
    if (known[at] > TAKEN) {
      feeders.take(found, ways.exitSatellite(way));
      known[at] = TAKEN - found;
    }
    return way;
  }

  /**
   * The gateway that {@link #take} would take, or {@link #NONE}.
   *
   * @param search the calling thread's own
   */
  int gateway(int satellite, int pop, GatewaySearch search) {
    return pop < 0 ? NONE : find(satellite, pop, search);
  }

  /** The same for the thread that takes. */
  int gateway(int satellite, int pop) {
    return gateway(satellite, pop, own);
  }

  /** How long the way over a gateway to a PoP is, or the cost of it; see {@link Delay}. */
  long delayFs(int satellite, int gateway, int pop) {
    return gateway == NONE
        ? Delay.UNREACHABLE_FS
        : reach.delayFs(satellite, gateway) + fibre.gatewayToPopFs(gateway, pop);
  }

  /** How many gateways have no antenna left for another satellite; until one more, ways stay. */
  int filled() {
    return feeders.filled();
  }

  Ways ways() {
    return ways;
  }

  private int way(int satellite, int gateway) {
    for (int way = lastWayOf[satellite]; way >= 0; way = wayBefore[way]) {
      if (ways.gateway(way) == gateway) {
        return way;
      }
    }
    int way = ways.add(satellite, gateway, reach);
    if (way == wayBefore.length) {
      wayBefore = Arrays.copyOf(wayBefore, 2 * way);
    }
    wayBefore[way] = lastWayOf[satellite];
    lastWayOf[satellite] = way;
    return way;
  }

  private int at(int satellite, int pop) {
    return pop * satellites + satellite;
  }

  /** A gateway whose way is taken or that has room, or none. */
  private int find(int satellite, int pop, GatewaySearch search) {
    int at = at(satellite, pop);
    int answer = known[at];
    if (answer <= TAKEN) {
      return TAKEN - answer;
    }
    if (answer == NONE || (answer >= 0 && feeders.isFree(answer))) {
      return answer;
    }
    if (answer < 0 || !hasRoom(satellite, answer)) {
      answer = search.nearest(satellite, pop, room);
    }
    // Where an antenna follows the way's end already, it always will.
    boolean stays = answer >= 0 && !feeders.isFree(answer) && follows(satellite, answer);
    known[at] = stays ? TAKEN - answer : answer;
    return answer;
  }

  /**
   * The way to a gateway of one's own choice, which now has an antenna for it; -1 where no way
   * leads to it or it has none free.
   */
  int keep(int satellite, int gateway) {
    if (!reach.isReached(satellite, gateway) || !hasRoom(satellite, gateway)) {
      return NONE;
    }
    int way = way(satellite, gateway);
    feeders.take(gateway, ways.exitSatellite(way));
    return way;
  }

  /** The satellite above a gateway on the way there, or -1 where no way leads to it. */
  int exit(int satellite, int gateway) {
    return reach.isReached(satellite, gateway) ? reach.exit(satellite, gateway) : NONE;
  }

  private boolean hasRoom(int satellite, int gateway) {
    return feeders.isFree(gateway) || follows(satellite, gateway);
  }

  private boolean follows(int satellite, int gateway) {
    return feeders.follows(gateway, exitOf(satellite, gateway));
  }

  /** The way ends where it does from the next satellite on; threads may find the same at once. */
  private int exitOf(int satellite, int gateway) {
    int[] known = exits.get(gateway);
    if (known == null) {
      known = new int[lastWayOf.length];
      exits.set(gateway, known);
    }
    return exitOf(satellite, gateway, known) - 1;
  }

  private int exitOf(int satellite, int gateway, int[] known) {
    if (known[satellite] == 0) {
      int next = reach.next(satellite, gateway);
      known[satellite] = next < 0 ? satellite + 1 : exitOf(next, gateway, known);
    }
    return known[satellite];
  }
}
