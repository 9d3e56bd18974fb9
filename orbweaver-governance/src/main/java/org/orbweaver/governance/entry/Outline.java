package org.orbweaver.governance.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.ServiceArea;

/**
 * Where an area is, in the entry itself, so that whoever has only the ledger can say whether two
 * areas overlap. The hash of the area that a measure names is over all of this.
 *
 * @param parent id of the area that it is a part of, or null
 * @param cells hash of the cells that stand for it; empty where it has none
 * @param border the rule of its border, as the area's hash has it
 * @param polygons each an outer ring and its holes; a ring has its corners as {@code 12.5,48.25},
 *     longitude and latitude in degrees, the first not repeated at the end
 */
public record Outline(
    @Nullable String parent, String cells, String border, List<List<List<String>>> polygons) {
  private static final String NUMBER = "(-?(?:0|[1-9][0-9]{0,2})(?:\\.[0-9]{0,8}[1-9])?)";
  private static final Pattern CORNER = Pattern.compile(NUMBER + "," + NUMBER);
  private static final int PLACES = 9;

  public Outline {
    polygons = List.copyOf(polygons);
  }

  /** That of an area. */
  public static Outline of(ServiceArea area) {
    List<List<List<String>>> polygons = new ArrayList<>();
    for (AreaShape.Polygon polygon : area.shape().polygons()) {
      List<List<String>> rings = new ArrayList<>();
      rings.add(corners(polygon.outer()));
      polygon.holes().forEach(hole -> rings.add(corners(hole)));
      polygons.add(List.copyOf(rings));
    }
    return new Outline(area.parent(), area.cellsHash(), area.borderText(), polygons);
  }

  private static List<String> corners(AreaRing ring) {
    List<String> corners = new ArrayList<>(ring.size());
    for (int i = 0; i < ring.size(); i++) {
      corners.add(degrees(ring.lonNd(i)) + "," + degrees(ring.latNd(i)));
    }
    return List.copyOf(corners);
  }

  private static String degrees(long nanodegrees) {
    return nanodegrees == 0
        ? "0"
        : BigDecimal.valueOf(nanodegrees, PLACES).stripTrailingZeros().toPlainString();
  }

  /**
   * Its shape.
   *
   * @throws IllegalArgumentException where it has none; the message says why
   */
  public AreaShape shape() {
    List<AreaShape.Polygon> shapes = new ArrayList<>();
    for (List<List<String>> rings : polygons) {
      if (rings.isEmpty()) {
        throw new IllegalArgumentException("a polygon has a border");
      }
      List<AreaRing> holes = rings.subList(1, rings.size()).stream().map(Outline::ring).toList();
      shapes.add(new AreaShape.Polygon(ring(rings.getFirst()), holes));
    }
    return new AreaShape(shapes);
  }

  private static AreaRing ring(List<String> corners) {
    long[] lat = new long[corners.size()];
    long[] lon = new long[corners.size()];
    for (int i = 0; i < lat.length; i++) {
      var parts = CORNER.matcher(corners.get(i));
      if (!parts.matches()) {
        throw new IllegalArgumentException("'" + corners.get(i) + "' is no corner");
      }
      lon[i] = nanodegrees(parts.group(1));
      lat[i] = nanodegrees(parts.group(2));
    }
    AreaRing ring = new AreaRing(lat, lon);
    if (ring.firstCrossing() != AreaRing.NO_CROSSING) {
      throw new IllegalArgumentException("a border does not cross itself");
    }
    return ring;
  }

  private static long nanodegrees(String degrees) {
    return new BigDecimal(degrees).movePointRight(PLACES).longValueExact();
  }

  /** The hash of the area of this id, shape and outline. */
  public String hash(String id, AreaShape shape) {
    return ServiceArea.hash(id, parent, shape, cells, border);
  }
}
