package org.orbweaver.core.policy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two areas have more in common than a border. Exact: the map is cut into bands of latitude
 * between corners; where no borders cross, those of a band keep their order in all of it, and the
 * line through its middle speaks for it.
 */
public final class AreaOverlap {
  /** Beyond this distance on the line, doubles tell the order of two borders; nanodegrees. */
  private static final double SURE_ND = 0.01;

  /** An edge that is not level, and the ring that it is of. */
  private record Edge(int ring, long lat, long lon, long nextLat, long nextLon) {
    boolean crossesBand(long south, long north) {
      return Math.min(lat, nextLat) <= south && Math.max(lat, nextLat) >= north;
    }
  }

  /** Where an edge meets the line through the middle of a band. */
  private static final class Meeting {
    private final Edge edge;
    private final long rise;
    private final long twiceMiddle;
    private final double about;

    Meeting(Edge edge, long twiceMiddle) {
      this.edge = edge;
      this.twiceMiddle = twiceMiddle;
      rise = edge.nextLat - edge.lat;
      about =
          edge.lon
              + (double) (edge.nextLon - edge.lon) * ((twiceMiddle - 2 * edge.lat) / (2.0 * rise));
    }

    int compare(Meeting other) {
      double apart = about - other.about;
      return Math.abs(apart) > SURE_ND
          ? (int) Math.signum(apart)
          : exact()
                  .multiply(BigInteger.valueOf(other.rise))
                  .compareTo(other.exact().multiply(BigInteger.valueOf(rise)))
              * Long.signum(rise)
              * Long.signum(other.rise);
    }

    /** Twice the longitude, times the rise. */
    private BigInteger exact() {
      BigInteger run = BigInteger.valueOf(edge.nextLon - edge.lon);
      return BigInteger.valueOf(2 * edge.lon)
          .multiply(BigInteger.valueOf(rise))
          .add(run.multiply(BigInteger.valueOf(twiceMiddle - 2 * edge.lat)));
    }
  }

  private AreaOverlap() {}

  /** Whether some places lie inside both, and not only on the border of one of them. */
  public static boolean of(AreaShape one, AreaShape other) {
    for (AreaShape.Polygon a : one.polygons()) {
      for (AreaShape.Polygon b : other.polygons()) {
        if (overlap(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean overlap(AreaShape.Polygon a, AreaShape.Polygon b) {
    AreaRing first = a.outer();
    AreaRing second = b.outer();
    long south = Math.max(first.southNd(), second.southNd());
    long north = Math.min(first.northNd(), second.northNd());
    // The same place may be written with up to two turns more or less.
    for (long turn = -2 * Nanodegrees.TURN;
        turn <= 2 * Nanodegrees.TURN;
        turn += Nanodegrees.TURN) {
      boolean near =
          south < north
              && Math.max(first.westNd(), second.westNd() + turn)
                  < Math.min(first.eastNd(), second.eastNd() + turn);
      if (near && overlap(a, b, turn, south, north)) {
        return true;
      }
    }
    return false;
  }

  private static boolean overlap(
      AreaShape.Polygon a, AreaShape.Polygon b, long turn, long south, long north) {
    List<Edge> edges = new ArrayList<>();
    add(edges, 0, a, 0);
    int ofA = edges.size();
    int rings = 1 + a.holes().size();
    add(edges, rings, b, turn);
    for (Edge edge : edges.subList(0, ofA)) {
      for (Edge other : edges.subList(ofA, edges.size())) {
        if (cross(edge, other)) {
          return true;
        }
      }
    }
    long[] lats =
        edges.stream()
            .flatMapToLong(edge -> java.util.stream.LongStream.of(edge.lat, edge.nextLat))
            .filter(lat -> lat >= south && lat <= north)
            .sorted()
            .distinct()
            .toArray();
    for (int band = 0; band + 1 < lats.length; band++) {
      if (overlapInBand(edges, rings, 1 + b.holes().size(), lats[band], lats[band + 1])) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<Edge> edges, int ring, AreaShape.Polygon polygon, long turn) {
    add(edges, ring, polygon.outer(), turn);
    for (int hole = 0; hole < polygon.holes().size(); hole++) {
      add(edges, ring + 1 + hole, polygon.holes().get(hole), turn);
    }
  }

  private static void add(List<Edge> edges, int name, AreaRing ring, long turn) {
    for (int e = 0; e < ring.size(); e++) {
      int after = e + 1 == ring.size() ? 0 : e + 1;
      if (ring.latNd(e) != ring.latNd(after)) {
        edges.add(
            new Edge(
                name,
                ring.latNd(e),
                ring.lonNd(e) + turn,
                ring.latNd(after),
                ring.lonNd(after) + turn));
      }
    }
  }

  /** Whether two edges cross, each with ends on both sides of the other. */
  private static boolean cross(Edge a, Edge b) {
    return side(a, b.lat, b.lon) * side(a, b.nextLat, b.nextLon) < 0
        && side(b, a.lat, a.lon) * side(b, a.nextLat, a.nextLon) < 0;
  }

  private static int side(Edge edge, long lat, long lon) {
    return ExactSign.ofDifference(
        edge.nextLon - edge.lon, lat - edge.lat, edge.nextLat - edge.lat, lon - edge.lon);
  }

  /** Along the middle of a band, from west to east, which rings one is in. */
  private static boolean overlapInBand(
      List<Edge> edges, int ringsOfA, int ringsOfB, long south, long north) {
    Meeting[] meetings =
        edges.stream()
            .filter(edge -> edge.crossesBand(south, north))
            .map(edge -> new Meeting(edge, south + north))
            .sorted(Meeting::compare)
            .toArray(Meeting[]::new);
    boolean[] in = new boolean[ringsOfA + ringsOfB];
    for (int i = 0; i + 1 < meetings.length; i++) {
      int ring = meetings[i].edge.ring;
      in[ring] = !in[ring];
      if (isIn(in, 0, ringsOfA)
          && isIn(in, ringsOfA, in.length)
          && meetings[i].compare(meetings[i + 1]) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether one is in the first of these rings and in none of the others, its holes. */
  private static boolean isIn(boolean[] in, int outer, int end) {
    for (int hole = outer + 1; hole < end; hole++) {
      if (in[hole]) {
        return false;
      }
    }
    return in[outer];
  }
}
