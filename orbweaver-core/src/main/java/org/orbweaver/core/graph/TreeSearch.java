package org.orbweaver.core.graph;

/**
 * A search in delay trees, lane by lane. Ways and fibres are added up in {@link Ticks} first, which
 * the compiler turns into vector instructions; what comes within their rounding of the least is
 * then compared in femtoseconds.
 */
final class TreeSearch implements GatewaySearch {
  /** What rounding may put between two sums, and one more. */
  private static final int ROUNDING = 3;

  private final DelayTrees trees;
  private final GroundFibre fibre;
  private final Behind behind;
  private final GatewaySearch exact;
  private final int[] ticks;

  /**
   * How far PoPs are behind gateways, by PoP and lane.
   *
   * @param fibre whose delays they are
   * @param lanes of the trees, what fills their last block included
   * @param ticks by PoP and lane
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Behind(GroundFibre fibre, int lanes, int[][] ticks) {
    static Behind of(GroundFibre fibre, DelayTrees trees) {
      int[][] ticks = new int[fibre.pops()][trees.blocks() * trees.lanes()];
      for (int pop = 0; pop < ticks.length; pop++) {
        for (int gateway = 0; gateway < trees.ends(); gateway++) {
          ticks[pop][trees.lane(gateway)] = Ticks.ofFs(fibre.gatewayToPopFs(gateway, pop));
        }
      }
      return new Behind(fibre, trees.blocks() * trees.lanes(), ticks);
    }
  }

  /**
   * @param exact for ways too long to be told in ticks
   */
  TreeSearch(DelayTrees trees, Behind behind, GatewaySearch exact) {
    this.trees = trees;
    this.behind = behind;
    this.exact = exact;
    fibre = behind.fibre();
    ticks = new int[behind.lanes()];
  }

  @Override
  public int nearest(int satellite, int pop, Room room) {
    int[] further = behind.ticks()[pop];
    trees.copyTicks(satellite, ticks);
    while (true) {
      int least = least(ticks, further);
      if (least >= Ticks.ABSENT) {
        return exact.nearest(satellite, pop, room);
      }
      int lane = nearest(further, least + ROUNDING, pop);
      int gateway = trees.endAt(lane);
      if (room.at(satellite, gateway)) {
        return gateway;
      }
      ticks[lane] = Ticks.UNREACHABLE;
    }
  }

  private static int least(int[] ticks, int[] further) {
    int least = Integer.MAX_VALUE;
    for (int v = 0; v < ticks.length; v++) {
      least = Math.min(least, ticks[v] + further[v]);
    }
    return least;
  }

  /** The lane of the least delay of those up to a length; of equal ones the smallest gateway's. */
  private int nearest(int[] further, int mostTicks, int pop) {
    int nearest = NONE;
    long leastFs = Long.MAX_VALUE;
    for (int v = 0; v < trees.ends(); v++) {
      if (ticks[v] + further[v] > mostTicks) {
        continue;
      }
      int gateway = trees.endAt(v);
      long delayFs = Ticks.toFs(ticks[v]) + fibre.gatewayToPopFs(gateway, pop);
      if (delayFs < leastFs || (delayFs == leastFs && gateway < trees.endAt(nearest))) {
        nearest = v;
        leastFs = delayFs;
      }
    }
    return nearest;
  }
}
