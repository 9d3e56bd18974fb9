package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.orbweaver.core.graph.Delay;
import org.orbweaver.core.policy.ReasonCode;

/**
 * One slot's worth of giving: each terminal in order of its index takes the best candidate that has
 * a beam and a gateway for it. What is given is never taken back, and what has once failed for a
 * cell and a home PoP fails for good; so terminals with the same list, cell and PoP as an earlier
 * one come out as it did, and most are not asked themselves.
 */
final class Assignment {
  /** Terminals that go to a thread together. */
  private static final int CHUNK = 8192;

  /** Outcomes from here on: the terminal takes what it may of the beams that light its cell. */
  private static final int LATER = Integer.MIN_VALUE;

  private static final int NO_GATEWAY = Schedule.unserved(ReasonCode.NO_GATEWAY_REACHABLE);
  private static final int NO_BEAM = Schedule.unserved(ReasonCode.NO_BEAM_FREE);
  private static final ReasonCode[] REASONS = ReasonCode.values();

  private final TerminalBlocks blocks;
  private final int[] homePop;
  private final Beams beams;
  private final GatewayChoice gateways;
  private final Services services;
  private final Skies skies;
  private final long longestDetourFs;
  private final int[] outcome;

  /** By leader a reason above zero where its list is exhausted and its terminals look on. */
  private final byte[] exhausted;

  private final FreeBeams free;

  /** By cell the home PoP for which it is known to be settled, plus one. */
  private final int[] settledFor;

  /** The home PoP for which a group is known to have no gateway, plus one. */
  private final int[] cutOff;

  /** Picks a terminal's best among satellites; one for each thread. */
  @FunctionalInterface
  interface Picker {
    /**
     * The place of the best that is in view and admitted, or -1.
     *
     * @param offered satellites, each once
     * @param count how many of them
     */
    int pick(int terminal, int[] offered, int count);
  }

  /** Looks at whole skies. */
  interface Skies {
    Picker openPicker();

    BlockSky openBlockSky();

    /** Ranks all that a terminal has in view. */
    Ranking rank(int terminal, int[] offered, int count);
  }

  Assignment(
      TerminalBlocks blocks,
      int[] homePop,
      Beams beams,
      GatewayChoice gateways,
      Services services,
      Skies skies,
      long longestDetourFs) {
    this.blocks = blocks;
    this.homePop = homePop;
    this.beams = beams;
    this.gateways = gateways;
    this.services = services;
    this.skies = skies;
    this.longestDetourFs = longestDetourFs;
    outcome = new int[blocks.slots()];
    exhausted = new byte[blocks.slots()];
    free = new FreeBeams(blocks, beams, skies.openBlockSky());
    settledFor = new int[blocks.cells()];
    cutOff = new int[blocks.groups()];
  }

  /** By terminal its service, or why it has none; from lists made for all. */
  int[] fromLists(ShortLists lists) {
    Picker picker = skies.openPicker();
    for (int t = 0; t < outcome.length; t++) {
      int leader = lists.leader(t);
      if (leader == t) {
        outcome[t] = assign(t, lists);
      }
      if (exhausted[leader] != 0) {
        outcome[t] = lookOn(t, REASONS[exhausted[leader]], picker);
      }
    }
    Chunks.each(Math.ceilDiv(outcome.length, CHUNK), () -> closing(lists, skies.openPicker()));
    return outcome;
  }

  /** What leaders have found holds for the others; what could wait is done now. */
  private IntConsumer closing(ShortLists lists, Picker picker) {
    return chunk -> {
      int to = Math.min(outcome.length, (chunk + 1) * CHUNK);
      for (int t = chunk * CHUNK; t < to; t++) {
        int leader = lists.leader(t);
        if (exhausted[leader] == 0) {
          if (leader != t) {
            outcome[t] = outcome[leader];
          }
        } else if (outcome[t] < LATER + REASONS.length) {
          outcome[t] = fromLitBeams(t, REASONS[outcome[t] - LATER], picker);
        }
      }
    };
  }

  /** The same terminal by terminal, each seeing what the ones before it took. */
  int[] oneByOne() {
    BlockSky near = skies.openBlockSky();
    int[][] around = new int[blocks.groups()][];
    for (int t = 0; t < outcome.length; t++) {
      int group = blocks.groupOf(t);
      if (around[group] == null) {
        near.moveTo(group);
        around[group] = Arrays.copyOf(near.satellites(), near.size());
      }
      Ranking ranking = skies.rank(t, around[group], around[group].length);
      outcome[t] =
          fromSky(
              t,
              ranking,
              ranking.sky().size() == 0
                  ? ReasonCode.NO_SATELLITE_IN_VIEW
                  : ReasonCode.GSO_PROTECTION);
    }
    return outcome;
  }

  private int assign(int t, ShortLists lists) {
    if (!lists.anyInView(t)) {
      return Schedule.unserved(ReasonCode.NO_SATELLITE_IN_VIEW);
    }
    ReasonCode reason = ReasonCode.GSO_PROTECTION;
    for (int k = 0; k < ShortLists.LENGTH && lists.satellite(t, k) >= 0; k++) {
      int given = give(t, lists.satellite(t, k));
      if (given >= 0) {
        return given;
      }
      reason = after(reason, given);
    }
    if (lists.mayGoOn(t)) {
      exhausted[t] = (byte) reason.ordinal();
    }
    return Schedule.unserved(reason);
  }

  /** The service that a satellite gives to a terminal, or why it gives none. */
  private int give(int t, int satellite) {
    if (!gateways.isOpen(satellite, homePop[t])) {
      return NO_GATEWAY;
    }
    int beam = beams.take(satellite, blocks.cellOf(t));
    return beam < 0 ? NO_BEAM : services.of(beam, gateways.take(satellite, homePop[t]));
  }

  /** The reason that is told after one more satellite gave none: the lack of a beam outweighs. */
  private static ReasonCode after(ReasonCode reasonSoFar, int given) {
    return given == NO_BEAM || reasonSoFar == ReasonCode.NO_BEAM_FREE
        ? ReasonCode.NO_BEAM_FREE
        : ReasonCode.NO_GATEWAY_REACHABLE;
  }

  /** Satellites whose way is much longer than the best one's come after all others. */
  private int fromSky(int t, Ranking ranking, ReasonCode before) {
    if (longestDetourFs == Long.MAX_VALUE) {
      return inOrder(t, ranking, before);
    }
    Sky sky = ranking.sky();
    int[] order = new int[sky.size()];
    long[] wayFs = new long[sky.size()];
    long bestFs = Delay.UNREACHABLE_FS;
    int count = 0;
    for (int k = ranking.next(); k >= 0; k = ranking.next()) {
      order[count] = sky.satellite(k);
      wayFs[count] = Delay.spaceFs(sky.rangeM(k)) + gateways.delayFs(sky.satellite(k), homePop[t]);
      bestFs = Math.min(bestFs, wayFs[count++]);
    }
    ReasonCode reason = before;
    for (boolean far : new boolean[] {false, true}) {
      for (int k = 0; k < count; k++) {
        if (wayFs[k] - bestFs > longestDetourFs == far) {
          int given = give(t, order[k]);
          if (given >= 0) {
            return given;
          }
          reason = after(reason, given);
        }
      }
    }
    return Schedule.unserved(reason);
  }

  private int inOrder(int t, Ranking ranking, ReasonCode before) {
    ReasonCode reason = before;
    for (int k = ranking.next(); k >= 0; k = ranking.next()) {
      int given = give(t, ranking.sky().satellite(k));
      if (given >= 0) {
        return given;
      }
      reason = after(reason, given);
    }
    return Schedule.unserved(reason);
  }

  /**
   * Beyond a list whose satellites all failed. Where one of them had a gateway but no beam, the
   * reason is known, and only satellites that may have a beam need be looked at: those with any
   * left, and those that light the cell already.
   */
  private int lookOn(int t, ReasonCode before, Picker picker) {
    if (before == ReasonCode.NO_GATEWAY_REACHABLE) {
      return fromWholeSky(t, picker);
    }
    if (settledFor[blocks.cellOf(t)] == homePop[t] + 1) {
      return LATER + before.ordinal();
    }
    int count = free.offer(blocks.groupOf(t));
    if (count == 0 && isSettled(t)) {
      settledFor[blocks.cellOf(t)] = homePop[t] + 1;
      return LATER + before.ordinal();
    }
    for (int beam = beams.lastOf(blocks.cellOf(t)); beam >= 0; beam = beams.before(beam)) {
      if (!beams.isFree(beams.satellite(beam))) {
        count = free.offerToo(beams.satellite(beam), count);
      }
    }
    int[] offered = free.offered();
    for (int k = picker.pick(t, offered, count); k >= 0; k = picker.pick(t, offered, count)) {
      if (gateways.isOpen(offered[k], homePop[t])) {
        int beam = beams.take(offered[k], blocks.cellOf(t));
        return services.of(beam, gateways.take(offered[k], homePop[t]));
      }
      offered[k] = offered[--count];
    }
    return Schedule.unserved(before);
  }

  /**
   * Whether nothing that any other terminal does can change what this one finds, nor the other way
   * round: no satellite around has a beam left, and every beam on the cell has a service already.
   */
  private boolean isSettled(int t) {
    for (int beam = beams.lastOf(blocks.cellOf(t)); beam >= 0; beam = beams.before(beam)) {
      int way = gateways.taken(beams.satellite(beam), homePop[t]);
      if (way < 0 || services.find(beam, way) < 0) {
        return false;
      }
    }
    return true;
  }

  private int fromLitBeams(int t, ReasonCode before, Picker picker) {
    int[] offered = new int[8];
    int[] beam = new int[8];
    int count = 0;
    for (int b = beams.lastOf(blocks.cellOf(t)); b >= 0; b = beams.before(b)) {
      if (count == beam.length) {
        offered = Arrays.copyOf(offered, 2 * count);
        beam = Arrays.copyOf(beam, 2 * count);
      }
      offered[count] = beams.satellite(b);
      beam[count++] = b;
    }
    int k = count == 0 ? -1 : picker.pick(t, offered, count);
    return k < 0
        ? Schedule.unserved(before)
        : services.find(beam[k], gateways.taken(offered[k], homePop[t]));
  }

  /** Where no satellite of the list has a gateway: only those that have one matter. */
  private int fromWholeSky(int t, Picker picker) {
    int group = blocks.groupOf(t);
    ReasonCode reason = ReasonCode.NO_GATEWAY_REACHABLE;
    if (homePop[t] < 0 || cutOff[group] == homePop[t] + 1) {
      return Schedule.unserved(reason);
    }
    int count = 0;
    for (int satellite : free.usable(group)) {
      if (gateways.isOpen(satellite, homePop[t])) {
        count = free.offerToo(satellite, count);
      }
    }
    if (count == 0) {
      cutOff[group] = homePop[t] + 1;
      return Schedule.unserved(reason);
    }
    int[] offered = free.offered();
    for (int k = picker.pick(t, offered, count); k >= 0; k = picker.pick(t, offered, count)) {
      int beam = beams.take(offered[k], blocks.cellOf(t));
      if (beam >= 0) {
        return services.of(beam, gateways.take(offered[k], homePop[t]));
      }
      reason = ReasonCode.NO_BEAM_FREE;
      offered[k] = offered[--count];
    }
    return Schedule.unserved(reason);
  }
}
