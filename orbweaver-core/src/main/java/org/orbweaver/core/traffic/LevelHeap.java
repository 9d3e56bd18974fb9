package org.orbweaver.core.traffic;

import java.util.Arrays;

/** Resources by the level at which they fill, the lowest first; of equal levels the smaller one. */
final class LevelHeap {
  private double[] level = new double[64];
  private int[] resource = new int[64];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  double leastLevel() {
    return level[0];
  }

  void add(double atLevel, int newResource) {
    if (size == level.length) {
      level = Arrays.copyOf(level, 2 * size);
      resource = Arrays.copyOf(resource, 2 * size);
    }
    int at = size++;
    while (at > 0 && isBefore(atLevel, newResource, (at - 1) / 2)) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    level[at] = atLevel;
    resource[at] = newResource;
  }

  int removeLeast() {
    int least = resource[0];
    double lastLevel = level[--size];
    int last = resource[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(level[child + 1], resource[child + 1], child)) {
        child++;
      }
      if (!isBefore(level[child], resource[child], lastLevel, last)) {
        break;
      }
      move(child, at);
      at = child;
    }
    level[at] = lastLevel;
    resource[at] = last;
    return least;
  }

  private void move(int from, int to) {
    level[to] = level[from];
    resource[to] = resource[from];
  }

  private boolean isBefore(double aLevel, int a, int place) {
    return isBefore(aLevel, a, level[place], resource[place]);
  }

  private static boolean isBefore(double aLevel, int a, double bLevel, int b) {
    return aLevel < bLevel || (aLevel == bLevel && a < b);
  }
}
