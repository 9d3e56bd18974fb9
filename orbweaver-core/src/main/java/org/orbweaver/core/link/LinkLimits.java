package org.orbweaver.core.link;

/**
 * What a radio link between a site and a satellite must keep, for every site of a table. Layout:
 * one elevation mask by site; the others are common.
 */
public final class LinkLimits {
  private final double[] minElevationRad;
  private final double maxRangeM;
  private final double minGsoSeparationRad;

  /**
   * @param minElevationRad by site
   * @param maxRangeM positive infinity for none
   * @param minGsoSeparationRad from the geostationary arc, as seen at the site; 0 for none
   */
  public LinkLimits(double[] minElevationRad, double maxRangeM, double minGsoSeparationRad) {
    this.minElevationRad = minElevationRad.clone();
    this.maxRangeM = maxRangeM;
    this.minGsoSeparationRad = minGsoSeparationRad;
  }

  public int sites() {
    return minElevationRad.length;
  }

  public double minElevationRad(int site) {
    return minElevationRad[site];
  }

  public double maxRangeM() {
    return maxRangeM;
  }

  public double minGsoSeparationRad() {
    return minGsoSeparationRad;
  }
}
