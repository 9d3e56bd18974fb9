package org.orbweaver.dataplane;

/** Which way bytes go over a terminal's link. */
enum Direction {
  UP,
  DOWN;

  double rateBps(PathState state) {
    return this == UP ? state.upBps() : state.downBps();
  }

  /** Between terminal and home PoP, for what departs now. */
  long delayNs(PathState state) {
    return state.oneWayDelayNs() + (this == UP ? state.upExtraNs() : state.downExtraNs());
  }
}
