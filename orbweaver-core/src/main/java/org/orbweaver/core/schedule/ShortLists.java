package org.orbweaver.core.schedule;

import java.util.Arrays;

/**
 * Each terminal's few best candidates, found for all terminals before any of them is given a
 * satellite. No terminal's list depends on another's, so that they may be made on many threads and
 * are the same on one. Terminals of one cell and home PoP whose lists are the same share that of
 * the first of them, their leader. Layout: by terminal its leader; {@link #LENGTH} places by
 * leader, best first; a list that is shorter ends with why.
 */
final class ShortLists {
  /** Long enough that the whole sky is looked at again only where satellites are crowded. */
  static final int LENGTH = 4;

  /** Ends a list beyond which nothing is admitted. */
  static final int NO_MORE = -1;

  /** Stands in an empty list where nothing is in view, admitted or not. */
  static final int NOTHING_IN_VIEW = -2;

  /** Slots that go to a thread together. */
  private static final int CHUNK = 1024;

  private final int[] leader;
  private final int[] satellite;

  ShortLists(int terminals) {
    leader = new int[terminals];
    satellite = new int[LENGTH * terminals];
  }

  /** Makes the lists of a terminal's group; one for each thread. */
  interface Maker {
    /** Moves to a group; the terminals that follow are of it. */
    void moveTo(int group);

    /**
     * Writes a terminal's list, ended if it is short.
     *
     * @param list receives it
     */
    void fill(int slot, int terminal, int[] list);
  }

  /** Opens a maker for one thread. */
  @FunctionalInterface
  interface Makers {
    Maker open();
  }

  /** Makes the lists anew; {@code homePop} is by terminal. */
  void fill(TerminalBlocks blocks, int[] homePop, Makers makers) {
    int[] chunkStart = chunks(blocks);
    Chunks.each(
        chunkStart.length - 1,
        () -> {
          Maker maker = makers.open();
          return chunk -> {
            for (int group = chunkStart[chunk]; group < chunkStart[chunk + 1]; group++) {
              fillGroup(blocks, homePop, group, maker);
            }
          };
        });
  }

  /** First groups of chunks of about equally many terminals. */
  private static int[] chunks(TerminalBlocks blocks) {
    int[] start = new int[blocks.groups() + 1];
    int size = 0;
    for (int group = 0; group < blocks.groups(); group++) {
      if (size == 0 || blocks.firstSlot(group) - blocks.firstSlot(start[size - 1]) >= CHUNK) {
        start[size++] = group;
      }
    }
    start[size] = blocks.groups();
    return Arrays.copyOf(start, size + 1);
  }

  private void fillGroup(TerminalBlocks blocks, int[] homePop, int group, Maker maker) {
    maker.moveTo(group);
    int[] list = new int[LENGTH];
    int[] leaders = new int[8];
    int found = 0;
    int cell = -1;
    for (int slot = blocks.firstSlot(group); slot < blocks.firstSlot(group + 1); slot++) {
      int t = blocks.terminal(slot);
      maker.fill(slot, t, list);
      if (blocks.cellOf(t) != cell) {
        cell = blocks.cellOf(t);
        found = 0;
      }
      leader[t] = t;
      for (int k = 0; k < found; k++) {
        if (homePop[leaders[k]] == homePop[t] && isList(leaders[k], list)) {
          leader[t] = leaders[k];
          break;
        }
      }
      if (leader[t] == t) {
        System.arraycopy(list, 0, satellite, LENGTH * t, LENGTH);
        leaders = found == leaders.length ? Arrays.copyOf(leaders, 2 * found) : leaders;
        leaders[found++] = t;
      }
    }
  }

  private boolean isList(int ofLeader, int[] list) {
    boolean same = true;
    for (int k = 0; k < LENGTH; k++) {
      same &= satellite[LENGTH * ofLeader + k] == list[k];
    }
    return same;
  }

  /** The first terminal of its cell and home PoP with the same list. */
  int leader(int terminal) {
    return leader[terminal];
  }

  /** A place of a leader's list, or below zero past its end. */
  int satellite(int ofLeader, int place) {
    return satellite[LENGTH * ofLeader + place];
  }

  boolean anyInView(int ofLeader) {
    return satellite[LENGTH * ofLeader] != NOTHING_IN_VIEW;
  }

  /** Whether the list may go on beyond what is kept. */
  boolean mayGoOn(int ofLeader) {
    return satellite[LENGTH * ofLeader + LENGTH - 1] >= 0;
  }
}
