package org.orbweaver.core.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Rain and scintillation against the validation examples that Study Group 3 of the ITU-R publishes
 * for its Recommendations (CG-3M3J-13-ValEx, revision 5).
 */
class C10_RainTest {
  /** GHz, elevation, tilt (degrees), mm/h; k, alpha, dB/km (P.838-3). */
  private static final double[][] SPECIFIC = {
    {14.25, 31.07699124, 0, 26.48052, 0.03975488, 1.12418043, 1.58130839},
    {14.25, 40.232036, 0, 33.936232, 0.04007624, 1.11804138, 2.06173213},
    {14.25, 46.35969261, 0, 27.13586832, 0.04030344, 1.11376017, 1.5920842},
    {29, 31.07699124, 0, 26.48052, 0.22106804, 0.95320005, 5.02180189},
    {29, 40.232036, 0, 33.936232, 0.22031404, 0.9504446, 6.27846024},
    {29, 46.35969261, 0, 27.13586832, 0.21978097, 0.9484851, 5.03135479},
    {14.25, 22.27833468, 0, 50.639304, 0.03949319, 1.12925336, 3.32139638},
    {14.25, 52.67898486, 0, 78.2994993, 0.04053522, 1.10944215, 5.11503463},
    {29, 22.27833468, 0, 50.639304, 0.22168203, 0.95543001, 9.42430244},
    {29, 52.67898486, 0, 78.2994993, 0.21923716, 0.9464763, 13.59290086},
    {14.25, 48.24117054, 90, 63.62668149, 0.04226474, 1.07871664, 3.72901264},
    {14.25, 85.80459566, 90, 99.13558978, 0.04133039, 1.09499629, 6.34064598},
    {14.25, 20.14335809, 90, 42.91007183, 0.04319835, 1.0631531, 2.35032323},
    {29, 48.24117054, 90, 63.62668149, 0.21517927, 0.93116621, 10.28699163},
    {29, 85.80459566, 90, 99.13558978, 0.21737148, 0.93950825, 16.3183686},
    {29, 20.14335809, 90, 42.91007183, 0.21298877, 0.92265917, 6.83364556}
  };

  /**
   * Degrees north, station and rain height (km), elevation, tilt, mm/h; then dB of rain exceeded
   * for 1, 0.1, 0.01 and 0.001 % at 14.25 and at 29 GHz (P.618-13; rain height from its slant
   * path).
   */
  private static final double[][] RAIN = {
    {
      51.5,
      0.031382984,
      2.45273333,
      31.07699124,
      0,
      26.48052,
      0.495317069,
      2.185847422,
      6.798072267,
      14.89982248,
      2.207786043,
      8.570058374,
      23.44444523,
      45.19865638
    },
    {
      41.9,
      0.046122988,
      3.04749333,
      40.232036,
      0,
      33.936232,
      0.623263001,
      2.696765133,
      8.223265009,
      17.67155766,
      2.823465634,
      10.73100773,
      28.74272193,
      54.25561152
    },
    {
      33.94,
      0,
      2.56330276,
      46.35969261,
      0,
      27.13586832,
      0.421017025,
      1.913387572,
      5.941806096,
      12.98151687,
      1.960636113,
      7.808322508,
      21.24861968,
      40.68133016
    },
    {
      22.9,
      0,
      4.15877867,
      22.27833468,
      0,
      50.639304,
      1.706901281,
      8.271647438,
      18.94410356,
      29.91171296,
      6.813368079,
      29.31896844,
      59.62576355,
      83.5996391
    },
    {
      25.78,
      0.00861728,
      4.56946133,
      52.67898486,
      0,
      78.2994993,
      1.437312523,
      6.297247244,
      16.42980703,
      29.9309477,
      6.654855651,
      25.56295492,
      58.47438336,
      93.39562548
    },
    {
      28.717,
      0.209383699,
      5.25820404,
      48.24117054,
      90,
      63.61888808,
      1.274463613,
      5.486346969,
      14.87213733,
      28.23603149,
      5.887821871,
      22.22622902,
      52.83372062,
      87.96233699
    },
    {
      3.133,
      0.051251456,
      4.95797440,
      85.80459566,
      90,
      99.15117186,
      2.001026654,
      11.00145492,
      21.61057916,
      28.81950409,
      10.2131477,
      48.81996807,
      83.37856227,
      96.67521082
    }
  };

  /** Degrees, wet refractivity; dB exceeded for 1, 0.1 and 0.01 % at 14.25, then at 20 GHz. */
  private static final double[][] SCINTILLATION = {
    {
      31.07699124,
      50.38926222,
      0.261931889,
      0.422845379,
      0.628287291,
      0.316526338,
      0.510979018,
      0.759241175
    },
    {
      22.27833468,
      104.3584747,
      0.620097436,
      1.001043961,
      1.48740705,
      0.750596809,
      1.211713449,
      1.800431546
    },
    {
      85.80459566,
      128.1408003,
      0.221671285,
      0.357851345,
      0.531715523,
      0.266539119,
      0.430282985,
      0.639338501
    }
  };

  @Test
  void a01_aKilometreOfRain_p838() {
    for (double[] row : SPECIFIC) {
      RainSpecific rain =
          RainSpecific.of(1e9 * row[0], Math.toRadians(row[1]), Math.toRadians(row[2]));
      assertThat(rain.k()).isCloseTo(row[4], within(1e-8));
      assertThat(rain.alpha()).isCloseTo(row[5], within(1e-8));
      assertThat(rain.dbPerKm(row[3])).isCloseTo(row[6], within(1e-7));
    }
    assertThat(new RainSpecific(0.1, 1).dbPerKm(0)).isZero();
  }

  @Test
  void a02_rainExceededInAYear_p618() {
    double[] percents = {1, 0.1, 0.01, 0.001};
    for (double[] row : RAIN) {
      for (int k = 0; k < 8; k++) {
        double db =
            RainAttenuation.exceededDb(
                new RainAttenuation.Path(
                    Math.toRadians(row[0]),
                    1e3 * row[1],
                    1e3 * row[2],
                    Math.toRadians(row[3]),
                    k < 4 ? 14.25e9 : 29e9,
                    Math.toRadians(row[4]),
                    row[5]),
                percents[k % 4]);
        assertThat(db)
            .as("%s %% at %s", percents[k % 4], row[0])
            .isCloseTo(row[6 + k], within(1e-5));
      }
    }
  }

  @Test
  void a03_rainReachesNoStationAboveIt() {
    assertThat(RainAttenuation.slantM(5_000, 3_000, 1)).isZero();
    assertThat(
            RainAttenuation.exceededDb(
                new RainAttenuation.Path(0.8, 5_000, 3_000, 1, 12e9, 0, 30), 0.1))
        .isZero();
    assertThat(RainAttenuation.slantM(0, 3_000, Math.toRadians(4))).isBetween(40_000.0, 43_000.0);
  }

  @Test
  void a04_scintillation_p618() {
    double[] percents = {1, 0.1, 0.01};
    for (double[] row : SCINTILLATION) {
      for (int k = 0; k < 6; k++) {
        assertThat(
                Scintillation.exceededDb(
                    k < 3 ? 14.25e9 : 20e9,
                    Math.toRadians(row[0]),
                    row[1],
                    1,
                    0.65,
                    percents[k % 3]))
            .isCloseTo(row[2 + k], within(1e-7));
      }
    }
  }

  /** Degrees north and rain height of the map of P.839-4, km. */
  private static final double[][] HEIGHT = {
    {3.133, 4.95797440},
    {-22.9, 4.15877867},
    {23, 4.52800000},
    {25.78, 4.56946133},
    {28.717, 5.25820404},
    {41.9, 3.04749333},
    {51.5, 2.45273333}
  };

  @Test
  void a05_theFormulaForTheHeightOfRainIsWithin700mOfTheMap_p839() {
    for (double[] row : HEIGHT) {
      assertThat(RainHeight.aboveSeaM(Math.toRadians(row[0])))
          .as("%s degrees", row[0])
          .isCloseTo(1e3 * row[1], within(700.0));
    }
    assertThat(RainHeight.aboveSeaM(Math.toRadians(-80))).isZero();
  }
}
