package org.orbweaver.core.link;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.Horizon;

/**
 * What a radio link between a site and a satellite must keep, for every site of a table. Layout:
 * one elevation mask and horizon by site; the others are common.
 */
public final class LinkLimits {
  private final double[] minElevationRad;
  private final double maxRangeM;
  private final double minGsoSeparationRad;
  private final @Nullable Horizon[] horizons;
  private final boolean hidden;

  /**
   * @param minElevationRad by site
   * @param maxRangeM positive infinity for none
   * @param minGsoSeparationRad from the geostationary arc, as seen at the site; 0 for none
   */
  public LinkLimits(double[] minElevationRad, double maxRangeM, double minGsoSeparationRad) {
    this(minElevationRad, maxRangeM, minGsoSeparationRad, new Horizon[minElevationRad.length]);
  }

  /**
   * The same with what hides the sky.
   *
   * @param horizons by site; null where nothing does
   */
  public LinkLimits(
      double[] minElevationRad,
      double maxRangeM,
      double minGsoSeparationRad,
      @Nullable Horizon[] horizons) {
    this.minElevationRad = minElevationRad.clone();
    this.maxRangeM = maxRangeM;
    this.minGsoSeparationRad = minGsoSeparationRad;
    this.horizons = horizons.clone();
    hidden = Arrays.stream(horizons).anyMatch(Objects::nonNull);
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

  /** What hides the sky at a site, or null where nothing does. */
  public @Nullable Horizon horizon(int site) {
    return hidden ? horizons[site] : null;
  }

  /** Whether anything hides the sky at any site. */
  public boolean anyHorizon() {
    return hidden;
  }
}
