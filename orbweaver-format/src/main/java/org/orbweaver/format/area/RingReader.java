package org.orbweaver.format.area;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/** Reads the rings of GeoJSON polygons. */
final class RingReader {
  /** Longer numbers are mistakes, and slow. */
  private static final int LONGEST_NUMBER = 100;

  private static final int FEWEST_POSITIONS = 4;
  private static final long MOST_LON_DEG = 360;

  private final String file;
  private final Problems problems;

  RingReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  private void add(JsonNode at, String key, String wrong, String right) {
    problems.add(
        new Problem(file, Math.max(1, at.line()), Math.max(1, at.column()), key, wrong, right));
  }

  /** A ring, or null where it is none, then reported. */
  @Nullable AreaRing ring(JsonNode node, String key) {
    if (!(node instanceof JsonNode.Arr arr)) {
      add(node, key, "is " + node.kind(), "a list of positions");
      return null;
    }
    List<JsonNode> positions = arr.items();
    if (positions.size() < FEWEST_POSITIONS) {
      add(
          node,
          key,
          "has " + Words.count(positions.size(), "position"),
          "four at least, the last like the first");
      return null;
    }
    long[] lat = new long[positions.size()];
    long[] lon = new long[positions.size()];
    boolean whole = true;
    for (int i = 0; i < positions.size(); i++) {
      whole &= position(positions.get(i), key + "[" + i + "]", lat, lon, i);
    }
    return whole ? closed(arr, key, lat, lon) : null;
  }

  private boolean position(JsonNode node, String key, long[] lat, long[] lon, int i) {
    if (!(node instanceof JsonNode.Arr arr) || arr.items().size() < 2) {
      add(node, key, "is no position", "longitude and latitude, in this order");
      return false;
    }
    Long lonNd = degrees(arr.items().get(0), MOST_LON_DEG, key, "longitude");
    Long latNd = degrees(arr.items().get(1), 90, key, "latitude");
    if (lonNd == null || latNd == null) {
      return false;
    }
    lon[i] = lonNd;
    lat[i] = latNd;
    return true;
  }

  private @Nullable Long degrees(JsonNode node, long most, String key, String what) {
    if (node instanceof JsonNode.Num num && num.text().length() <= LONGEST_NUMBER) {
      double about = Double.parseDouble(num.text());
      if (Math.abs(about) <= most) {
        // What rounds to nothing may have an exponent that exact arithmetic cannot afford.
        return Math.abs(about) < 1e-10
            ? 0L
            : new BigDecimal(num.text())
                .movePointRight(9)
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
      }
    }
    add(node, key, what + " is " + node.kind(), "degrees from -" + most + " to " + most);
    return null;
  }

  private @Nullable AreaRing closed(JsonNode.Arr arr, String key, long[] lat, long[] lon) {
    int last = lat.length - 1;
    if (lat[0] != lat[last] || lon[0] != lon[last]) {
      add(
          arr.items().get(last),
          key + "[" + last + "]",
          "differs from the first position",
          "a ring whose last position is its first");
      return null;
    }
    int kept = 0;
    for (int i = 0; i < last; i++) {
      long step = Math.abs(lon[i + 1] - lon[i]);
      if (step > Nanodegrees.HALF_TURN && step != Nanodegrees.TURN) {
        add(
            arr.items().get(i + 1),
            key + "[" + (i + 1) + "]",
            "is more than half round the Earth from the position before",
            "an area cut at the antimeridian, or longitudes that run on beyond 180");
        return null;
      }
      // The same corner twice in a row says nothing more.
      if (kept == 0 || lat[i] != lat[kept - 1] || lon[i] != lon[kept - 1]) {
        lat[kept] = lat[i];
        lon[kept++] = lon[i];
      }
    }
    while (kept > 1 && lat[kept - 1] == lat[0] && lon[kept - 1] == lon[0]) {
      kept--;
    }
    if (kept < 3) {
      add(arr, key, "has fewer than three different corners", "a ring that encloses something");
      return null;
    }
    AreaRing ring = new AreaRing(Arrays.copyOf(lat, kept), Arrays.copyOf(lon, kept));
    int crossing = ring.firstCrossing();
    if (crossing != AreaRing.NO_CROSSING) {
      add(
          arr,
          key,
          crossing == AreaRing.TOO_INTRICATE
              ? "goes to and fro too often to be checked"
              : "crosses itself behind corner "
                  + degrees(lon[crossing])
                  + ", "
                  + degrees(lat[crossing]),
          "a ring that does not cross itself");
      return null;
    }
    return ring;
  }

  private static String degrees(long nanodegrees) {
    return BigDecimal.valueOf(nanodegrees, 9).stripTrailingZeros().toPlainString();
  }
}
