package org.orbweaver.core.orbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orbweaver.core.time.Utc;

/** Near-Earth element sets by seed: any plane, perigees from 180 to 1,500 km, some drag. */
final class RandomElements {
  static final long EPOCH_NS = Utc.parseNs("2026-05-21T00:00:00Z");

  private RandomElements() {}

  static List<MeanElements> of(int count, long seed) {
    Random random = new Random(seed);
    List<MeanElements> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double perigeeM = Wgs72.EARTH_RADIUS_M + random.nextDouble(180e3, 1_500e3);
      double eccentricity = i % 3 == 0 ? random.nextDouble(0, 0.1) : random.nextDouble(0, 0.002);
      double inclinationRad = random.nextDouble(0, Math.PI);
      // Thin air for high perigees, less drag for low ones, so that nothing falls within days.
      double bstar = random.nextDouble(-1e-4, 3e-4) * (perigeeM > 6_700e3 ? 1 : 0.05);
      elements.add(
          new MeanElements(
              "RANDOM-" + i,
              0,
              "",
              EPOCH_NS - random.nextLong(86_400L * Utc.NS_PER_S),
              MeanMotion.kozaiRadPerS(perigeeM / (1 - eccentricity), eccentricity, inclinationRad),
              0,
              eccentricity,
              inclinationRad,
              random.nextDouble(0, 2 * Math.PI),
              random.nextDouble(0, 2 * Math.PI),
              random.nextDouble(0, 2 * Math.PI),
              bstar));
    }
    return elements;
  }
}
