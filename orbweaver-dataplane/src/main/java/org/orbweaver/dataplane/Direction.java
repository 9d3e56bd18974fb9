package org.orbweaver.dataplane;

/** Which way bytes go over a terminal's link. */
enum Direction {
  UP,
  DOWN;

  double rateBps(PathState state) {
    return this == UP ? state.upBps() : state.downBps();
  }
}
