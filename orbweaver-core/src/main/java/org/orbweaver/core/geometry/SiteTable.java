package org.orbweaver.core.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Named places on the ground by dense index. Layout: Earth-fixed position (metres) and the local
 * east, north and up unit vectors, each component an array by site.
 */
public final class SiteTable {
  private final List<String> names;
  private final List<GeodeticPoint> points;
  private final Map<String, Integer> indexByName;
  private final double[] xM;
  private final double[] yM;
  private final double[] zM;
  private final double[] sinLat;
  private final double[] cosLat;
  private final double[] sinLon;
  private final double[] cosLon;

  /**
   * @throws IllegalArgumentException where the lists differ in length or a name is given twice
   */
  public SiteTable(List<String> names, List<GeodeticPoint> points) {
    if (names.size() != points.size()) {
      throw new IllegalArgumentException("names and points differ in number");
    }
    this.names = List.copyOf(names);
    this.points = List.copyOf(points);
    int n = names.size();
    indexByName = HashMap.newHashMap(n);
    xM = new double[n];
    yM = new double[n];
    zM = new double[n];
    sinLat = new double[n];
    cosLat = new double[n];
    sinLon = new double[n];
    cosLon = new double[n];
    for (int i = 0; i < n; i++) {
      if (indexByName.put(names.get(i), i) != null) {
        throw new IllegalArgumentException("two sites are called " + names.get(i));
      }
      place(i, points.get(i));
    }
  }

  private SiteTable(SiteTable same, List<GeodeticPoint> points) {
    names = same.names;
    this.points = List.copyOf(points);
    indexByName = same.indexByName;
    xM = same.xM.clone();
    yM = same.yM.clone();
    zM = same.zM.clone();
    sinLat = same.sinLat.clone();
    cosLat = same.cosLat.clone();
    sinLon = same.sinLon.clone();
    cosLon = same.cosLon.clone();
  }

  private void place(int i, GeodeticPoint p) {
    sinLat[i] = Math.sin(p.latRad());
    cosLat[i] = Math.cos(p.latRad());
    sinLon[i] = Math.sin(p.lonRad());
    cosLon[i] = Math.cos(p.lonRad());
    double e2 = Wgs84.ECCENTRICITY_SQUARED;
    double normalM = Wgs84.SEMI_MAJOR_AXIS_M / Math.sqrt(1 - e2 * sinLat[i] * sinLat[i]);
    xM[i] = (normalM + p.altM()) * cosLat[i] * cosLon[i];
    yM[i] = (normalM + p.altM()) * cosLat[i] * sinLon[i];
    zM[i] = (normalM * (1 - e2) + p.altM()) * sinLat[i];
  }

  /** The same sites, some of them, by index, elsewhere. */
  public SiteTable moved(Map<Integer, GeodeticPoint> places) {
    List<GeodeticPoint> all = new ArrayList<>(points);
    places.forEach(all::set);
    SiteTable moved = new SiteTable(this, all);
    places.forEach(moved::place);
    return moved;
  }

  public int size() {
    return names.size();
  }

  public String name(int site) {
    return names.get(site);
  }

  public GeodeticPoint point(int site) {
    return points.get(site);
  }

  /** The index of a name, or -1. */
  public int indexOf(String name) {
    return indexByName.getOrDefault(name, -1);
  }

  public double xM(int site) {
    return xM[site];
  }

  public double yM(int site) {
    return yM[site];
  }

  public double zM(int site) {
    return zM[site];
  }

  double cosLon(int site) {
    return cosLon[site];
  }

  double sinLon(int site) {
    return sinLon[site];
  }

  /** First Earth-fixed component of the ellipsoid's normal. */
  public double upX(int site) {
    return cosLat[site] * cosLon[site];
  }

  public double upY(int site) {
    return cosLat[site] * sinLon[site];
  }

  public double upZ(int site) {
    return sinLat[site];
  }

  /** First Earth-fixed component of the unit vector toward true north, level with the ground. */
  public double northX(int site) {
    return -sinLat[site] * cosLon[site];
  }

  public double northY(int site) {
    return -sinLat[site] * sinLon[site];
  }

  public double northZ(int site) {
    return cosLat[site];
  }

  /** Distance to an Earth-fixed position, metres. */
  public double rangeM(int site, double x, double y, double z) {
    double dx = x - xM[site];
    double dy = y - yM[site];
    double dz = z - zM[site];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Direction and distance to an Earth-fixed position. */
  public LookAngle lookAngle(int site, double x, double y, double z) {
    double dx = x - xM[site];
    double dy = y - yM[site];
    double dz = z - zM[site];
    double east = -sinLon[site] * dx + cosLon[site] * dy;
    double radial = cosLon[site] * dx + sinLon[site] * dy;
    double north = -sinLat[site] * radial + cosLat[site] * dz;
    double up = cosLat[site] * radial + sinLat[site] * dz;
    double azimuthRad = Math.atan2(east, north);
    return new LookAngle(
        azimuthRad < 0 ? azimuthRad + 2 * Math.PI : azimuthRad,
        Math.atan2(up, Math.hypot(east, north)),
        Math.sqrt(dx * dx + dy * dy + dz * dz));
  }
}
