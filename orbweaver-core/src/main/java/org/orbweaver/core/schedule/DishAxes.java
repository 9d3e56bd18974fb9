package org.orbweaver.core.schedule;

import org.orbweaver.core.geometry.SiteTable;

/**
 * Where dishes point by {@link AsObserved}. Layout: by seat, {@link #SIZE} numbers each, north from
 * there and cosine and sine of how far the dish leans that way; by group bounds as {@link
 * TerminalBlocks.Places} has them, with the dishes' axes in place of the normals.
 */
final class DishAxes {
  static final int SIZE = 5;

  private final double[] dishes;
  private final TerminalBlocks.Places axes;

  DishAxes(TerminalBlocks blocks, SiteTable terminals, AsObserved strategy) {
    dishes = new double[SIZE * blocks.seats()];
    for (int seat = 0; seat < blocks.seats(); seat++) {
      int t = blocks.terminal(seat);
      int at = SIZE * seat;
      dishes[at] = terminals.northX(t);
      dishes[at + 1] = terminals.northY(t);
      dishes[at + 2] = terminals.northZ(t);
      dishes[at + 3] = strategy.cosTilt(t);
      dishes[at + 4] = strategy.sinTilt(t);
    }
    TerminalBlocks.Places groups = blocks.groupPlaces();
    axes = new TerminalBlocks.Places(blocks.groups());
    double[] axis = new double[3];
    for (int t = 0; t < terminals.size(); t++) {
      find(axis, terminals, strategy, t);
      int group = blocks.groupOf(t);
      axes.upX[group] += axis[0];
      axes.upY[group] += axis[1];
      axes.upZ[group] += axis[2];
    }
    for (int g = 0; g < blocks.groups(); g++) {
      double length = Math.hypot(Math.hypot(axes.upX[g], axes.upY[g]), axes.upZ[g]);
      axes.upX[g] /= length;
      axes.upY[g] /= length;
      axes.upZ[g] /= length;
      axes.x[g] = groups.x[g];
      axes.y[g] = groups.y[g];
      axes.z[g] = groups.z[g];
      axes.radiusM[g] = groups.radiusM[g];
    }
    for (int t = 0; t < terminals.size(); t++) {
      find(axis, terminals, strategy, t);
      int group = blocks.groupOf(t);
      double chord =
          Math.hypot(
              Math.hypot(axis[0] - axes.upX[group], axis[1] - axes.upY[group]),
              axis[2] - axes.upZ[group]);
      axes.tiltRad[group] = Math.max(axes.tiltRad[group], 2 * Math.asin(Math.min(1, chord / 2)));
    }
  }

  private static void find(double[] axis, SiteTable terminals, AsObserved strategy, int t) {
    double cos = strategy.cosTilt(t);
    double sin = strategy.sinTilt(t);
    axis[0] = cos * terminals.upX(t) + sin * terminals.northX(t);
    axis[1] = cos * terminals.upY(t) + sin * terminals.northY(t);
    axis[2] = cos * terminals.upZ(t) + sin * terminals.northZ(t);
  }

  /** By seat; the array itself, only to be read. */
  double[] dishes() {
    return dishes;
  }

  /** By group. */
  TerminalBlocks.Places places() {
    return axes;
  }
}
