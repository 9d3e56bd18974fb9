package org.orbweaver.core.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What trees, hills and walls hide from a site: an elevation by azimuth, straight between the
 * points given, all the way round.
 */
public final class Horizon {
  private final double[] azimuthRad;
  private final double[] elevationRad;

  /**
   * @param azimuthRad from north over east, 0 to below 2π, in any order, each once
   * @param elevationRad by azimuth, what is below it is hidden
   * @throws IllegalArgumentException where the two differ in length or are empty
   */
  public Horizon(double[] azimuthRad, double[] elevationRad) {
    if (azimuthRad.length == 0 || azimuthRad.length != elevationRad.length) {
      throw new IllegalArgumentException("a horizon needs an elevation for each azimuth");
    }
    int[] order =
        IntStream.range(0, azimuthRad.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> azimuthRad[k]))
            .mapToInt(k -> k)
            .toArray();
    this.azimuthRad = Arrays.stream(order).mapToDouble(k -> azimuthRad[k]).toArray();
    this.elevationRad = Arrays.stream(order).mapToDouble(k -> elevationRad[k]).toArray();
  }

  /** Elevation of the horizon in a direction from 0 to 2π. */
  public double elevationRad(double towardRad) {
    int n = azimuthRad.length;
    int found = Arrays.binarySearch(azimuthRad, towardRad);
    if (found >= 0) {
      return elevationRad[found];
    }
    int next = -1 - found;
    int from = (next + n - 1) % n;
    int to = next % n;
    double width = azimuthRad[to] - azimuthRad[from];
    double along = towardRad - azimuthRad[from];
    width = width <= 0 ? width + 2 * Math.PI : width;
    along = along < 0 ? along + 2 * Math.PI : along;
    return elevationRad[from] + along / width * (elevationRad[to] - elevationRad[from]);
  }

  /** Whether something in a direction is hidden. */
  public boolean hides(LookAngle look) {
    return look.elevationRad() < elevationRad(look.azimuthRad());
  }

  /** The highest elevation at which anything is hidden. */
  public double highestRad() {
    return Arrays.stream(elevationRad).max().orElseThrow();
  }
}
