package org.orbweaver.core.policy;

/**
 * Finds the areas that a place is in. Layout: a tree of boxes of the map, each box cut into four
 * until few borders cross it; a box holds the polygons that cover all of it, and at the bottom
 * those whose border crosses it, which alone are asked themselves. Immutable.
 */
public final class AreaIndex {
  private final int[] children;
  private final int[] firstWhole;
  private final int[] whole;
  private final int[] firstCrossed;
  private final int[] crossed;
  private final AreaShape.Polygon[] polygons;
  private final int[] areaOf;
  private final byte[] turnsOf;
  private final int most;

  /**
   * Takes the arrays over.
   *
   * @param children by box the first of its four, south-west, south-east, north-west, north-east,
   *     or 0 where it has none
   * @param firstWhole by box the first of its places in {@code whole}, one more at the end
   * @param whole areas that cover the whole box
   * @param firstCrossed by box the first of its places in {@code crossed}, one more at the end
   * @param crossed polygons whose border crosses the box
   * @param areaOf by polygon its area
   * @param turnsOf by polygon by how many turns it is drawn to the east of the place that it means
   * @param most areas that a place may be in
   */
  AreaIndex(
      int[] children,
      int[] firstWhole,
      int[] whole,
      int[] firstCrossed,
      int[] crossed,
      AreaShape.Polygon[] polygons,
      int[] areaOf,
      byte[] turnsOf,
      int most) {
    this.children = children;
    this.firstWhole = firstWhole;
    this.whole = whole;
    this.firstCrossed = firstCrossed;
    this.crossed = crossed;
    this.polygons = polygons;
    this.areaOf = areaOf;
    this.turnsOf = turnsOf;
    this.most = most;
  }

  /** No place is in more areas than this. */
  public int most() {
    return most;
  }

  /**
   * Finds the areas that a place is in.
   *
   * @param latNd {@link Nanodegrees} from -90 to 90 degrees
   * @param lonNd {@link Nanodegrees}, of any turn
   * @param found takes their indices, ascending, each once; at least {@link #most} long
   * @return how many
   */
  public int find(long latNd, long lonNd, int[] found) {
    long lon = Nanodegrees.withinTurn(lonNd);
    int count = 0;
    int box = 0;
    long west = -Nanodegrees.HALF_TURN;
    long width = Nanodegrees.TURN;
    long south = -Nanodegrees.HALF_TURN / 2;
    long height = Nanodegrees.HALF_TURN;
    while (true) {
      for (int k = firstWhole[box]; k < firstWhole[box + 1]; k++) {
        count = add(found, count, whole[k]);
      }
      if (children[box] == 0) {
        break;
      }
      // As BoxCut cuts: where a size is odd, the quarter in the west or south is the smaller.
      long half = width / 2;
      long halfHeight = height / 2;
      boolean east = lon - west >= half;
      boolean north = latNd - south >= halfHeight;
      west += east ? half : 0;
      south += north ? halfHeight : 0;
      width = east ? width - half : half;
      height = north ? height - halfHeight : halfHeight;
      box = children[box] + (east ? 1 : 0) + (north ? 2 : 0);
    }
    for (int k = firstCrossed[box]; k < firstCrossed[box + 1]; k++) {
      int polygon = crossed[k];
      if (polygons[polygon].contains(latNd, lon + turnsOf[polygon] * Nanodegrees.TURN)) {
        count = add(found, count, areaOf[polygon]);
      }
    }
    return count;
  }

  /** Keeps the order and leaves out what is there already. */
  private static int add(int[] found, int count, int area) {
    int at = count;
    while (at > 0 && found[at - 1] >= area) {
      if (found[at - 1] == area) {
        return count;
      }
      at--;
    }
    System.arraycopy(found, at, found, at + 1, count - at);
    found[at] = area;
    return count + 1;
  }
}
