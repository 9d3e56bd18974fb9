package org.orbweaver.core.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Oxygen and water against the ITU-R's validation examples (CG-3M3J-13-ValEx) for P.676-12. */
class C11_GasTest {
  /** GHz; oxygen and water, dB/km, at 1013.25 hPa, 288.15 K, 7.5 g/m³. */
  private static final double[][] SPECIFIC = {
    {1, 0.005388658, 5.09e-05},
    {12, 0.008698264, 0.009535388},
    {14, 0.009281179, 0.015191669},
    {20, 0.01188355, 0.097047305},
    {22, 0.013130223, 0.174207033},
    {29, 0.01999923, 0.076494489},
    {60, 14.6234748, 0.154841841},
    {90, 0.038869711, 0.341973394},
    {118, 1.134866202, 0.605921953},
    {130, 0.041509084, 0.751844704},
    {183, 0.012733909, 27.66500831},
    {250, 0.018753887, 3.077989748}
  };

  /** Degrees, GHz, g/m³, K, hPa, kg/m², km; dB along the slant path. */
  private static final double[][] SLANT = {
    {
      31.07699124,
      14.25,
      13.79653679,
      283.6108756,
      1009.485611798,
      33.72946527,
      0.031382984,
      0.226874038
    },
    {46.35969261, 14.25, 23.75934505, 293.3696795, 1013.25, 43.41046058, 0, 0.194697008},
    {
      40.232036, 29, 18.26241988, 288.0897369, 1007.721474334, 36.04810935, 0.046122988, 0.706966165
    },
    {22.27833468, 29, 21.36940337, 297.4535413, 1013.25, 54.63180904, 0, 1.795750719},
    {
      48.24117054, 29, 24.71053082, 298.0584989, 988.348774029, 70.5913453, 0.209383699, 1.158466274
    },
    {
      20.14335809,
      14.25,
      12.54721426,
      290.2100933,
      743.187215819,
      27.51187059,
      2.539861878,
      0.232580378
    },
    {
      20.14335809,
      29,
      12.54721426,
      290.2100933,
      743.187215819,
      27.51187059,
      2.539861878,
      0.741297893
    }
  };

  @Test
  void a01_aKilometreOfAir() {
    Air air = new Air(1013.25, 288.15, 7.5);
    for (double[] row : SPECIFIC) {
      assertThat(GasAttenuation.oxygenDbPerKm(1e9 * row[0], air))
          .as("oxygen at %s GHz", row[0])
          .isCloseTo(row[1], within(1e-7 * Math.max(1, row[1])));
      assertThat(GasAttenuation.waterDbPerKm(1e9 * row[0], air))
          .as("water at %s GHz", row[0])
          .isCloseTo(row[2], within(1e-7 * Math.max(1, row[2])));
    }
  }

  @Test
  void a02_aSlantPathThroughAllOfIt() {
    for (double[] row : SLANT) {
      Air air = new Air(row[4], row[3], row[2]);
      double db =
          (GasAttenuation.zenithOxygenDb(1e9 * row[1], air)
                  + GasAttenuation.zenithWaterDb(1e9 * row[1], row[5], 1e3 * row[6]))
              / Math.sin(Math.toRadians(row[0]));
      assertThat(db).isCloseTo(row[7], within(1e-6));
    }
  }

  @Test
  void a03_standardAirThinsUpward() {
    assertThat(Air.standard(0)).isEqualTo(new Air(1013.25, 288.15, 7.5));
    assertThat(Air.standard(11_000).kelvin()).isCloseTo(216.77, within(0.01));
    assertThat(Air.standard(11_000).dryHpa()).isCloseTo(226.99, within(0.01));
    double seaDb = GasAttenuation.zenithDb(12e9, Air.standard(0));
    assertThat(seaDb).isBetween(0.05, 0.08);
    assertThat(GasAttenuation.zenithDb(12e9, Air.standard(2_000))).isLessThan(seaDb);
  }
}
