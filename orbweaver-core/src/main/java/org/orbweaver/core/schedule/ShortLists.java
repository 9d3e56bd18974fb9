package org.orbweaver.core.schedule;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Each terminal's few best candidates, found for all terminals before any of them is given a
 * satellite. No terminal's list depends on another's, so that they may be made on many threads and
 * are the same on one. Layout: {@link #LENGTH} places by terminal, best first, -1 where the list is
 * shorter; beside it how many satellites are in view and admitted.
 */
final class ShortLists {
  /** Long enough that the whole sky is looked at again only where satellites are crowded. */
  static final int LENGTH = 4;

  private static final int BLOCK = 512;

  private final int[] satellite;
  private final boolean[] anyInView;

  private ShortLists(int terminals) {
    satellite = new int[LENGTH * terminals];
    anyInView = new boolean[terminals];
    Arrays.fill(satellite, -1);
  }

  /** Supplies a cursor for one thread. */
  @FunctionalInterface
  interface SkySource {
    Sky open();
  }

  /** Where a terminal was served in the slot before, or -1. */
  @FunctionalInterface
  interface ServedBefore {
    int satellite(int terminal);
  }

  static ShortLists of(
      int terminals, SkySource skies, ServedBefore before, SelectionStrategy strategy) {
    ShortLists lists = new ShortLists(terminals);
    int blocks = (terminals + BLOCK - 1) / BLOCK;
    IntStream range = IntStream.range(0, blocks);
    (blocks > 2 ? range.parallel() : range)
        .forEach(block -> {
          Ranking ranking = new Ranking(skies.open(), strategy);
          int end = Math.min(terminals, (block + 1) * BLOCK);
          for (int t = block * BLOCK; t < end; t++) {
            lists.fill(t, ranking, before.satellite(t));
          }
        });
    return lists;
  }

  private void fill(int terminal, Ranking ranking, int servedBefore) {
    ranking.moveTo(terminal, servedBefore);
    anyInView[terminal] = ranking.sky().size() > 0;
    for (int k = 0; k < LENGTH; k++) {
      int best = ranking.next();
      if (best < 0) {
        return;
      }
      satellite[LENGTH * terminal + k] = ranking.sky().satellite(best);
    }
  }

  /** A place of a terminal's list, or -1 past its end. */
  int satellite(int terminal, int place) {
    return satellite[LENGTH * terminal + place];
  }

  boolean anyInView(int terminal) {
    return anyInView[terminal];
  }

  /** Whether the list may go on beyond what is kept. */
  boolean mayGoOn(int terminal) {
    return satellite[LENGTH * terminal + LENGTH - 1] >= 0;
  }
}
