package org.orbweaver.core.schedule;

/**
 * The satellites that terminals of one cell may be given by {@link AsObserved}, from the one that
 * may score highest down, as far as somebody has asked. A cursor, for one thread.
 */
final class Offer {
  private static final double TAKEN = Double.NEGATIVE_INFINITY;

  private final AsObserved strategy;
  private final Beams beams;
  private final NearWays ways;
  private double[] lot = {};
  private double[] bound = {};
  private int[] order = {};
  private double[] most = {};
  private int size;

  Offer(AsObserved strategy, Beams beams, NearWays ways) {
    this.strategy = strategy;
    this.beams = beams;
    this.ways = ways;
  }

  NearWays ways() {
    return ways;
  }

  /**
   * Sets out what has a beam for a cell now.
   *
   * @param lots the cell's, see {@link AsObserved#lots}
   */
  void moveTo(int cell, long lots) {
    int count = ways.size();
    if (count > lot.length) {
      lot = new double[2 * count];
      bound = new double[2 * count];
      order = new int[2 * count];
      most = new double[2 * count];
    }
    size = 0;
    for (int k = 0; k < count; k++) {
      int s = ways.satellite(k);
      bound[k] = TAKEN;
      if (beams.isOpen(s, cell)) {
        lot[k] = strategy.lot(lots, s);
        bound[k] = ways.most(k) + lot[k];
      }
    }
  }

  /** Whether there are more than so many. */
  boolean hasMoreThan(int place) {
    while (size <= place) {
      int highest = highest();
      if (highest < 0) {
        return false;
      }
      order[size] = highest;
      most[size] = bound[highest];
      bound[highest] = TAKEN;
      size += ways.mayBeNear(highest) ? 1 : 0;
    }
    return true;
  }

  private int highest() {
    int highest = -1;
    double of = TAKEN;
    for (int k = 0; k < ways.size(); k++) {
      if (bound[k] > of) {
        of = bound[k];
        highest = k;
      }
    }
    return highest;
  }

  /** By place, its number among {@link #ways}. */
  int at(int place) {
    return order[place];
  }

  /** What it scores at most, but for having served before. */
  double most(int place) {
    return most[place];
  }

  /** What its lot adds. */
  double lot(int k) {
    return lot[k];
  }
}
