package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * One slot's worth of giving: cells have their turn in the order of {@link CellTurns}, and in a
 * cell each terminal, in order of its index, takes the best candidate that has a beam and a gateway
 * for it. What is given is never taken back, and what has once failed fails for good.
 *
 * <p>So that threads may share the work, all cells of a round choose at once, from what the rounds
 * before have left, and claim what they chose; those whose claims are dropped choose again, until
 * none is. Then each takes, in its turn, what it chose. Only where the gateways of a satellite have
 * gone meanwhile the rest of the round chooses one by one. What comes out is the same as one by
 * one. Layout: by seat.
 */
final class Assignment {
  /** Cells that go to a thread together. */
  private static final int CELLS = 128;

  /** In place of a service: chosen, but not claimed; and claimed. */
  private static final int CHOSEN = -1;

  private static final int CLAIMED = -2;

  private final TerminalBlocks blocks;
  private final int[] homePop;
  private final Beams beams;
  private final GatewayChoice gateways;
  private final Services services;
  private final Store store;
  private final Claims claims;
  private final ConcurrentLinkedQueue<Chooser> choosers = new ConcurrentLinkedQueue<>();
  private final Supplier<Chooser> opener;

  /** What an assignment needs for each terminal; used again, since it is much to throw away. */
  static final class Store {
    /** The satellite chosen, or {@link Chooser#NONE}. */
    private final int[] choice;

    private final int[] pop;

    /** The first seat of the cell with the same choice and home PoP. */
    private final int[] leader;

    /** From a cell's first seat on its leaders; ended, if they are fewer than seats, by -1. */
    private final int[] leaders;

    /** Of a leader what it takes; before that whether its choice is claimed. */
    private final int[] service;

    Store(int seats) {
      choice = new int[seats];
      pop = new int[seats];
      leader = new int[seats];
      leaders = new int[seats];
      service = new int[seats];
    }
  }

  /**
   * @param opener a chooser for one thread
   */
  Assignment(
      TerminalBlocks blocks,
      int[] homePop,
      Beams beams,
      GatewayChoice gateways,
      Services services,
      Store store,
      Supplier<Chooser> opener) {
    this.blocks = blocks;
    this.homePop = homePop;
    this.beams = beams;
    this.gateways = gateways;
    this.services = services;
    this.store = store;
    this.opener = opener;
    claims = new Claims(beams, beams.satellites());
  }

  /** By terminal its service, or why it has none. */
  int[] run() {
    CellTurns turns = blocks.turns();
    for (int round = 0; round < turns.rounds(); round++) {
      int end = turns.firstCell(round + 1);
      claim(turns.firstCell(round), end);
      boolean alone = false;
      for (int turn = turns.firstCell(round); turn < end; turn++) {
        int cell = turns.cell(turn);
        int seat = alone ? blocks.firstSeat(cell) : take(cell);
        alone |= oneByOne(cell, seat);
      }
    }
    return outcome();
  }

  /** All cells of a round choose, and those whose claims are dropped again. */
  private void claim(int firstCell, int endCell) {
    CellTurns turns = blocks.turns();
    claims.begin();
    boolean[] dropped = new boolean[endCell - firstCell];
    int[] cells = new int[dropped.length];
    Arrays.setAll(cells, k -> firstCell + k);
    int count = cells.length;
    chooseAll(cells, count, false);
    while (count > 0) {
      for (int k = 0; k < count; k++) {
        int cell = cells[k];
        int first = blocks.firstSeat(cell);
        int end = blocks.firstSeat(cell + 1);
        for (int seat = first; seat < end && store.leaders[seat] >= 0; seat++) {
          int dropping = claimFor(cell, store.leaders[seat]);
          if (dropping >= 0) {
            dropped[turns.cell(dropping) - firstCell] = true;
          }
        }
      }
      count = 0;
      for (int k = 0; k < dropped.length; k++) {
        if (dropped[k]) {
          dropped[k] = false;
          cells[count++] = firstCell + k;
        }
      }
      chooseAll(cells, count, true);
    }
  }

  private Chooser chooser() {
    Chooser known = choosers.poll();
    return known == null ? opener.get() : known;
  }

  /** Claims what a cell has not claimed yet; returns the turn that is dropped for it, if any. */
  private int claimFor(int cell, int leader) {
    int satellite = store.choice[leader];
    for (int seat = blocks.firstSeat(cell); seat < blocks.firstSeat(cell + 1); seat++) {
      if (store.choice[seat] == satellite && store.service[seat] == CLAIMED) {
        return Claims.NOBODY;
      }
    }
    store.service[leader] = CLAIMED;
    return claims.claim(satellite, blocks.turns().turn(cell));
  }

  /**
   * Some cells choose.
   *
   * @param again whether what is still open stays as it is
   */
  private void chooseAll(int[] cells, int count, boolean again) {
    Chooser.Room room = (satellite, cell) -> claims.isOpen(satellite, blocks.turns().turn(cell));
    Chunks.each(
        Math.ceilDiv(count, CELLS),
        () -> {
          Chooser chooser = chooser();
          return new Chunks.Worker() {
            @Override
            public void work(int chunk) {
              for (int k = chunk * CELLS; k < Math.min(count, (chunk + 1) * CELLS); k++) {
                choose(cells[k], chooser, room, again);
              }
            }

            @Override
            public void close() {
              choosers.add(chooser);
            }
          };
        });
  }

  private void choose(int cell, Chooser chooser, Chooser.Room room, boolean again) {
    int first = blocks.firstSeat(cell);
    int end = blocks.firstSeat(cell + 1);
    chooser.moveTo(cell, room);
    int found = first;
    for (int seat = first; seat < end; seat++) {
      if (!again) {
        store.pop[seat] = homePop[blocks.terminal(seat)];
      }
      if (!again || (store.choice[seat] >= 0 && !room.isOpen(store.choice[seat], cell))) {
        store.choice[seat] =
            store.pop[seat] < 0 ? Chooser.NONE : chooser.choose(seat, store.pop[seat]);
        store.service[seat] = CHOSEN;
      }
      store.leader[seat] = seat;
      if (store.choice[seat] < 0) {
        continue;
      }
      int k = first;
      while (k < found && !isAlike(store.leaders[k], seat)) {
        k++;
      }
      if (k == found) {
        store.leaders[found++] = seat;
      }
      store.leader[seat] = store.leaders[k];
    }
    if (found < end) {
      store.leaders[found] = -1;
    }
  }

  private boolean isAlike(int seat, int another) {
    return store.choice[seat] == store.choice[another] && store.pop[seat] == store.pop[another];
  }

  /**
   * A cell's turn: it takes what it chose; returns the first seat whose choice is gone, or the end.
   * It may be gone because the gateways are, or because a cell before had to choose again.
   */
  private int take(int cell) {
    int first = blocks.firstSeat(cell);
    int end = blocks.firstSeat(cell + 1);
    for (int k = first; k < end && store.leaders[k] >= 0; k++) {
      if (!take(cell, store.leaders[k])) {
        return store.leaders[k];
      }
    }
    return end;
  }

  private boolean take(int cell, int seat) {
    int satellite = store.choice[seat];
    int way =
        beams.isOpen(satellite, cell)
            ? gateways.take(satellite, store.pop[seat])
            : GatewayChoice.NONE;
    if (way < 0) {
      return false;
    }
    store.service[seat] = services.of(beams.take(satellite, cell), way);
    return true;
  }

  /**
   * A cell's terminals choose and take one after another, each seeing what is taken already.
   *
   * @return whether a satellite that had turned others away for this cell's sake is not taken after
   *     all, so that cells after it may no longer rely on what they chose
   */
  private boolean oneByOne(int cell, int fromSeat) {
    if (fromSeat == blocks.firstSeat(cell + 1)) {
      return false;
    }
    boolean inVain = false;
    Chooser chooser = chooser();
    for (int seat = fromSeat; seat < blocks.firstSeat(cell + 1); seat++) {
      int before = store.choice[seat];
      chooser.moveTo(cell, beams::isOpen);
      store.leader[seat] = seat;
      store.pop[seat] = homePop[blocks.terminal(seat)];
      store.choice[seat] = chooser.choose(seat, store.pop[seat]);
      if (store.choice[seat] >= 0 && !take(cell, seat)) {
        throw new IllegalStateException("a satellite that was open is not");
      }
      inVain |=
          before >= 0
              && before != store.choice[seat]
              && claims.isContended(before)
              && beams.isOpen(before, cell);
    }
    choosers.add(chooser);
    return inVain;
  }

  /** The same for strategies that look at loads: nobody chooses before its turn. */
  int[] oneByOne() {
    Arrays.fill(store.choice, Chooser.NONE);
    for (int turn = 0; turn < blocks.cells(); turn++) {
      int cell = blocks.turns().cell(turn);
      oneByOne(cell, blocks.firstSeat(cell));
    }
    return outcome();
  }

  private int[] outcome() {
    int[] outcome = new int[blocks.seats()];
    Chunks.each(
        Math.ceilDiv(blocks.cells(), CELLS),
        () -> {
          Chooser chooser = chooser();
          return chunk -> {
            int to = Math.min(blocks.cells(), (chunk + 1) * CELLS);
            for (int cell = chunk * CELLS; cell < to; cell++) {
              tell(cell, chooser, outcome);
            }
          };
        });
    return outcome;
  }

  private void tell(int cell, Chooser chooser, int[] outcome) {
    boolean there = false;
    for (int seat = blocks.firstSeat(cell); seat < blocks.firstSeat(cell + 1); seat++) {
      int told;
      if (store.choice[seat] >= 0) {
        told = store.service[store.leader[seat]];
      } else {
        if (!there) {
          chooser.moveTo(cell, beams::isOpen);
          there = true;
        }
        told = chooser.why(seat, store.pop[seat]);
      }
      outcome[blocks.terminal(seat)] = told;
    }
  }
}
