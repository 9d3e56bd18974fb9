package org.orbweaver.core.radio;

/**
 * Attenuation by oxygen and water vapour: Recommendation ITU-R P.676-12 (08/2019), the lines of
 * annex 1 for a kilometre, the equivalent heights of annex 2 for a slant path from 5 degrees up,
 * for 1 to 350 GHz.
 */
public final class GasAttenuation {
  /** Lines of oxygen, table 3: strength and GHz. */
  private static final double[][] OXYGEN_HEIGHT = {
    {0.1597, 118.750334},
    {0.1066, 368.498246},
    {0.1325, 424.763020},
    {0.1242, 487.249273},
    {0.0938, 715.392902},
    {0.1448, 773.839490},
    {0.1374, 834.145546}
  };

  /** Lines of water, table 4: GHz, a, b. */
  private static final double[][] WATER_HEIGHT = {
    {22.23508, 1.52, 2.56},
    {183.310087, 7.62, 10.2},
    {325.152888, 1.56, 2.7},
    {380.197353, 4.15, 5.7},
    {439.150807, 0.2, 0.91},
    {448.001085, 1.63, 2.46},
    {474.689092, 0.76, 2.22},
    {488.490108, 0.26, 2.49},
    {556.935985, 7.81, 10},
    {620.70087, 1.25, 2.35},
    {752.033113, 16.2, 20},
    {916.171582, 1.47, 2.58},
    {970.315022, 1.36, 2.44},
    {987.926764, 1.6, 1.86}
  };

  private GasAttenuation() {}

  /** Oxygen, dB/km: equations 1, 2a, 3, 5, 6a, 6b, 7, 8, 9. */
  public static double oxygenDbPerKm(double frequencyHz, Air air) {
    double f = 1e-9 * frequencyHz;
    double p = air.dryHpa();
    double e = air.vapourHpa();
    double theta = 300 / air.kelvin();
    double theta08 = Math.pow(theta, 0.8);
    double sum = 0;
    for (double[] line : GasLines.OXYGEN) {
      double strength =
          1e-7 * line[1] * p * theta * theta * theta * Math.exp(line[2] * (1 - theta));
      double doppler = 1e-4 * line[3] * (p * theta08 + 1.1 * e * theta);
      double width = Math.sqrt(doppler * doppler + 2.25e-6);
      double overlap = 1e-4 * (line[4] + line[5] * theta) * (p + e) * theta08;
      sum += strength * shape(f, line[0], width, overlap);
    }
    double debye = 5.6e-4 * (p + e) * theta08;
    double ratio = f / debye;
    double continuum =
        f
            * p
            * theta
            * theta
            * (6.14e-5 / (debye * (1 + ratio * ratio))
                + 1.4e-12 * p * Math.pow(theta, 1.5) / (1 + 1.9e-5 * Math.pow(f, 1.5)));
    return 0.182 * f * (sum + continuum);
  }

  /** Water vapour, dB/km: equations 1, 2b, 3, 5, 6a, 6b. */
  public static double waterDbPerKm(double frequencyHz, Air air) {
    double f = 1e-9 * frequencyHz;
    double p = air.dryHpa();
    double e = air.vapourHpa();
    double theta = 300 / air.kelvin();
    double sum = 0;
    for (double[] line : GasLines.WATER) {
      double strength = 0.1 * line[1] * e * Math.pow(theta, 3.5) * Math.exp(line[2] * (1 - theta));
      double pressure =
          1e-4 * line[3] * (p * Math.pow(theta, line[4]) + line[5] * e * Math.pow(theta, line[6]));
      double width =
          0.535 * pressure
              + Math.sqrt(0.217 * pressure * pressure + 2.1316e-12 * line[0] * line[0] / theta);
      sum += strength * shape(f, line[0], width, 0);
    }
    return 0.182 * f * sum;
  }

  private static double shape(double f, double line, double width, double overlap) {
    double below = line - f;
    double above = line + f;
    return f
        / line
        * ((width - overlap * below) / (below * below + width * width)
            + (width - overlap * above) / (above * above + width * width));
  }

  /** Thickness of a layer of oxygen as dense as on the ground, km: equations 30 to 34. */
  static double oxygenHeightKm(double frequencyHz, Air air) {
    double f = 1e-9 * frequencyHz;
    double rp = (air.dryHpa() + air.vapourHpa()) / 1013.25;
    double spread = (f - 59.7) / (2.87 + 12.4 * Math.exp(-7.9 * rp));
    double t1 = 5.1040 / (1 + 0.066 * Math.pow(rp, -2.3)) * Math.exp(-spread * spread);
    double t2 = 0;
    for (double[] line : OXYGEN_HEIGHT) {
      double away = f - line[1];
      t2 += line[0] * Math.exp(2.12 * rp) / (away * away + 0.025 * Math.exp(2.2 * rp));
    }
    double t3 =
        0.0114
            * f
            / (1 + 0.14 * Math.pow(rp, -2.6))
            * (15.02 * f * f - 1353 * f + 5.333e4)
            / (f * f * f - 151.3 * f * f + 9629 * f - 6803);
    double a = 0.7832 + 0.00709 * (air.kelvin() - 273.15);
    double km = 6.1 * a / (1 + 0.17 * Math.pow(rp, -1.1)) * (1 + t1 + t2 + t3);
    return f < 70 ? Math.min(km, 10.7 * Math.pow(rp, 0.3)) : km;
  }

  /** The same of water vapour, km: equations 35 to 38. */
  static double waterHeightKm(double frequencyHz, Air air) {
    double f = 1e-9 * frequencyHz;
    double rp = (air.dryHpa() + air.vapourHpa()) / 1013.25;
    double celsius = air.kelvin() - 273.15;
    double a = 1.9298 - 0.04166 * celsius + 0.0517 * air.vapourGPerM3();
    double b = 1.1674 - 0.00622 * celsius + 0.0063 * air.vapourGPerM3();
    double sigma = 1.013 / (1 + Math.exp(-8.6 * (rp - 0.57)));
    double sum = 0;
    for (double[] line : WATER_HEIGHT) {
      double away = f - line[0];
      sum += line[1] * sigma / (away * away + line[2] * sigma);
    }
    return a + b * sum;
  }

  /** Straight up through water vapour of the density at the ground, dB. */
  static double zenithWaterDb(double frequencyHz, Air air) {
    return waterDbPerKm(frequencyHz, air) * waterHeightKm(frequencyHz, air);
  }

  /**
   * Straight up through a known amount of water vapour, dB: annex 2, section 2.3.
   *
   * @param vapourKgPerM2 in the whole column
   * @param altM of the station
   */
  public static double zenithWaterDb(double frequencyHz, double vapourKgPerM2, double altM) {
    double f = 1e-9 * frequencyHz;
    double density = vapourKgPerM2 / 2.38;
    Air reference = new Air(845, 273.15 + 14 * Math.log(0.22 * density) + 3, density);
    double db =
        0.0176
            * vapourKgPerM2
            * waterDbPerKm(frequencyHz, reference)
            / waterDbPerKm(20.6e9, reference);
    if (f < 20) {
      return db;
    }
    double a =
        0.2048 * bell((f - 22.43) / 3.097)
            + 0.2326 * bell((f - 183.5) / 4.096)
            + 0.2073 * bell((f - 325) / 3.651)
            - 0.1113;
    double b = 8.741e4 * Math.exp(-0.587 * f) + 312.2 * Math.pow(f, -2.38) + 0.723;
    return db * (a * Math.pow(Math.clamp(1e-3 * altM, 0, 4), b) + 1);
  }

  private static double bell(double x) {
    return Math.exp(-x * x);
  }

  /** Straight up through oxygen, dB. */
  public static double zenithOxygenDb(double frequencyHz, Air air) {
    return oxygenDbPerKm(frequencyHz, air) * oxygenHeightKm(frequencyHz, air);
  }

  /** Straight up through the air above a place; a slant path has more by one over its sine. */
  public static double zenithDb(double frequencyHz, Air air) {
    return zenithOxygenDb(frequencyHz, air) + zenithWaterDb(frequencyHz, air);
  }
}
