package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * One slot's worth of giving: cells have their turn in the order of {@link CellTurns}, and in a
 * cell each terminal, in order of its index, takes the best candidate that has a beam and a gateway
 * for it. What is given is never taken back, and what has once failed fails for good.
 *
 * <p>So that threads may share the work, all cells of a round list what they like best, from what
 * is left then. When all before have had their turn each takes the first of its list that is still
 * to be had, and chooses again where none is. Since what was gone when a list was made stays gone,
 * what comes out is the same as one by one, however late or early lists are made. Layout: by seat.
 */
final class Assignment {
  /** Cells that go to a thread together. */
  private static final int CELLS = 64;

  /** How many satellites a terminal lists. */
  private static final int DEPTH = 2;

  /** Instead of a service: none. */
  private static final int NONE = -1;

  /** Instead of a service: the list does not tell. */
  private static final int ASK = -2;

  private final TerminalBlocks blocks;
  private final int[] homePop;
  private final Beams beams;
  private final GatewayChoice gateways;
  private final Services services;
  private final Store store;
  private final Given given = new Given();
  private final ConcurrentLinkedQueue<Chooser> choosers = new ConcurrentLinkedQueue<>();
  private final Supplier<Chooser> opener;

  /** What an assignment needs for each terminal; used again, since it is much to throw away. */
  static final class Store {
    /** By terminal the home PoPs that stand by seat in the other; mostly those of the next slot. */
    private int[] popsOf = {};

    private final int[] pop;
    private final int[] service;

    /** By seat what its terminal lists, and where detours have a limit what that rests on. */
    private final int[] lists;

    private final int stride;

    Store(int seats, boolean limitsDetours) {
      pop = new int[seats];
      service = new int[seats];
      stride = limitsDetours ? 2 * DEPTH + 2 : DEPTH;
      lists = new int[stride * seats];
    }
  }

  /** What the cell whose turn it is has been given so far: mostly all its terminals want it. */
  private static final class Given {
    private static final int MOST = 16;
    private final int[] satellite = new int[MOST];
    private final int[] pop = new int[MOST];
    private final int[] service = new int[MOST];
    private int size;

    int find(int ofSatellite, int ofPop) {
      for (int k = 0; k < size; k++) {
        if (satellite[k] == ofSatellite && pop[k] == ofPop) {
          return service[k];
        }
      }
      return NONE;
    }

    void add(int ofSatellite, int ofPop, int newService) {
      if (size < MOST) {
        satellite[size] = ofSatellite;
        pop[size] = ofPop;
        service[size++] = newService;
      }
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
  }

  /** By terminal its service, or why it has none. */
  int[] run() {
    CellTurns turns = blocks.turns();
    int[] pieces = new int[turns.rounds()];
    Arrays.setAll(pieces, r -> Math.ceilDiv(turns.firstCell(r + 1) - turns.firstCell(r), CELLS));
    new Rounds(pieces).run(() -> new Sharer(chooser()));
    return outcome();
  }

  private Chooser chooser() {
    Chooser known = choosers.poll();
    return known == null ? opener.get() : known;
  }

  /** One of the threads that share the work. */
  private final class Sharer implements Rounds.Worker {
    private final Chooser chooser;

    Sharer(Chooser chooser) {
      this.chooser = chooser;
    }

    @Override
    public void piece(int ofRound, int piece) {
      int from = blocks.turns().firstCell(ofRound) + piece * CELLS;
      int to = Math.min(blocks.turns().firstCell(ofRound + 1), from + CELLS);
      for (int cell = from; cell < to; cell++) {
        list(cell, chooser);
      }
    }

    @Override
    public void round(int round) {
      int end = blocks.turns().firstCell(round + 1);
      for (int turn = blocks.turns().firstCell(round); turn < end; turn++) {
        take(blocks.turns().cell(turn), chooser);
      }
    }

    @Override
    public void close() {
      choosers.add(chooser);
    }
  }

  private void list(int cell, Chooser chooser) {
    int first = blocks.firstSeat(cell);
    int end = blocks.firstSeat(cell + 1);
    findPops(first, end);
    chooser.moveTo(cell);
    for (int seat = first; seat < end; seat++) {
      int at = store.stride * seat;
      if (store.pop[seat] < 0) {
        Arrays.fill(store.lists, at, at + store.stride, Chooser.NONE);
      } else {
        chooser.list(seat, store.pop[seat], store.lists, at, DEPTH);
      }
    }
  }

  /** Looks up the home PoPs of a cell's terminals. */
  private void findPops(int firstSeat, int endSeat) {
    for (int seat = firstSeat; seat < endSeat && store.popsOf != homePop; seat++) {
      store.pop[seat] = homePop[blocks.terminal(seat)];
    }
  }

  /** A cell's turn: its terminals take the first of their lists that they still may have. */
  private void take(int cell, Chooser chooser) {
    given.size = 0;
    boolean moved = false;
    for (int seat = blocks.firstSeat(cell); seat < blocks.firstSeat(cell + 1); seat++) {
      int service = takeListed(cell, seat, store.pop[seat]);
      if (service == ASK) {
        if (!moved) {
          // What a cell takes stays open to it, so that this holds for all of its turn.
          chooser.moveTo(cell);
          moved = true;
        }
        service = choose(cell, seat, store.pop[seat], chooser);
      }
      store.service[seat] = service;
    }
  }

  private int takeListed(int cell, int seat, int pop) {
    int at = store.stride * seat;
    int end = at + DEPTH;
    boolean limitsDetours = store.stride > DEPTH;
    if (limitsDetours && !leadsTo(store.lists[end + DEPTH], pop, store.lists[end + DEPTH + 1])) {
      return ASK;
    }
    for (; at < end && store.lists[at] >= 0; at++) {
      if (limitsDetours && !leadsTo(store.lists[at], pop, store.lists[at + DEPTH])) {
        return ASK;
      }
      int service = take(cell, store.lists[at], pop);
      if (service != NONE) {
        return service;
      }
    }
    return at == end || store.lists[at] == Chooser.MORE ? ASK : NONE;
  }

  /** Whether a satellite's way is still the one that was looked at. */
  private boolean leadsTo(int satellite, int pop, int gateway) {
    return satellite < 0 || gateways.gateway(satellite, pop) == gateway;
  }

  private int choose(int cell, int seat, int pop, Chooser chooser) {
    int satellite = chooser.choose(seat, pop);
    if (satellite == Chooser.NONE) {
      return NONE;
    }
    int service = take(cell, satellite, pop);
    if (service == NONE) {
      throw new IllegalStateException("a satellite that was open is not");
    }
    return service;
  }

  private int take(int cell, int satellite, int pop) {
    int known = given.find(satellite, pop);
    if (known != NONE) {
      return known;
    }
    int way = beams.isOpen(satellite, cell) ? gateways.take(satellite, pop) : GatewayChoice.NONE;
    if (way < 0) {
      return NONE;
    }
    int service = services.of(beams.take(satellite, cell), way);
    given.add(satellite, pop, service);
    return service;
  }

  /** The same for strategies that look at loads: nobody chooses before its turn. */
  int[] oneByOne() {
    Chooser chooser = chooser();
    for (int turn = 0; turn < blocks.cells(); turn++) {
      int cell = blocks.turns().cell(turn);
      findPops(blocks.firstSeat(cell), blocks.firstSeat(cell + 1));
      given.size = 0;
      chooser.moveTo(cell);
      for (int seat = blocks.firstSeat(cell); seat < blocks.firstSeat(cell + 1); seat++) {
        store.service[seat] =
            store.pop[seat] < 0 ? NONE : choose(cell, seat, store.pop[seat], chooser);
      }
    }
    choosers.add(chooser);
    return outcome();
  }

  private int[] outcome() {
    store.popsOf = homePop;
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
    for (int seat = blocks.firstSeat(cell); seat < blocks.firstSeat(cell + 1); seat++) {
      int told = store.service[seat];
      if (told == NONE) {
        chooser.moveTo(cell);
        told = chooser.why(seat, store.pop[seat]);
      }
      outcome[blocks.terminal(seat)] = told;
    }
  }
}
