package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * When cells have their turn: those with most terminals first, since a beam then serves most; of
 * equally many that whose first terminal has the smallest index. Turns are cut into rounds; the
 * cells of a round are numbered by place, so that what lies together is looked at together. Layout:
 * by turn its cell and by cell its turn; by round its first cell, whose number is also its first
 * turn's.
 */
final class CellTurns {
  /** Of fewer cells a round is not worth the threads' waiting for each other. */
  static final int LEAST_CELLS = 4_096;

  private static final int MOST_ROUNDS = 24;

  private final int[] byPlace;
  private final int[] inTurn;
  private final int[] roundStart;

  /**
   * @param firstTerminal of each cell, cells numbered by place
   * @param size of each cell, in terminals
   * @param leastCells of a round
   */
  CellTurns(int[] firstTerminal, int[] size, int leastCells) {
    int cells = firstTerminal.length;
    int perRound = Math.max(leastCells, Math.ceilDiv(cells, MOST_ROUNDS));
    int rounds = Math.max(1, Math.ceilDiv(cells, perRound));
    // No two cells have the same first terminal.
    long[] turn = new long[cells];
    Arrays.parallelSetAll(
        turn, c -> (long) (Integer.MAX_VALUE - size[c]) << Integer.SIZE | firstTerminal[c]);
    Arrays.parallelSort(turn);
    int[] cellFrom = new int[Arrays.stream(firstTerminal).max().orElse(-1) + 1];
    for (int c = 0; c < cells; c++) {
      cellFrom[firstTerminal[c]] = c;
    }
    byPlace = new int[cells];
    inTurn = new int[cells];
    roundStart = new int[rounds + 1];
    int[] numberOf = new int[cells];
    for (int round = 0; round < rounds; round++) {
      int from = round * perRound;
      int to = Math.min(cells, from + perRound);
      roundStart[round + 1] = to;
      for (int k = from; k < to; k++) {
        byPlace[k] = cellFrom[(int) turn[k]];
      }
      Arrays.sort(byPlace, from, to);
      for (int k = from; k < to; k++) {
        numberOf[byPlace[k]] = k;
      }
      for (int k = from; k < to; k++) {
        inTurn[k] = numberOf[cellFrom[(int) turn[k]]];
      }
    }
  }

  int rounds() {
    return roundStart.length - 1;
  }

  /** First cell of a round; of the one after the last round the end. */
  int firstCell(int round) {
    return roundStart[round];
  }

  /** The cell whose turn comes after so many others. */
  int cell(int turn) {
    return inTurn[turn];
  }

  /** By cell its number by place; the array itself, only to be read. */
  int[] byPlace() {
    return byPlace;
  }
}
