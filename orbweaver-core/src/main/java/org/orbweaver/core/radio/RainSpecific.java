package org.orbweaver.core.radio;

/**
 * Attenuation by rain along a kilometre: {@code k R^alpha}, Recommendation ITU-R P.838-3 (03/2005),
 * for 1 to 1,000 GHz.
 *
 * @param k dB/km at a rain rate of 1 mm/h
 * @param alpha power of the rain rate
 */
public record RainSpecific(double k, double alpha) {
  /** Tilt of circular polarisation. */
  public static final double CIRCULAR_RAD = Math.PI / 4;

  /** Rows a, b, c of table 1, the slope and the constant in the end. */
  private static final double[][] LOG_K_H = {
    {-5.33980, -0.10008, 1.13098},
    {-0.35351, 1.26970, 0.45400},
    {-0.23789, 0.86036, 0.15354},
    {-0.94158, 0.64552, 0.16817},
    {-0.18961, 0.71147}
  };

  /** Table 2. */
  private static final double[][] LOG_K_V = {
    {-3.80595, 0.56934, 0.81061},
    {-3.44965, -0.22911, 0.51059},
    {-0.39902, 0.73042, 0.11899},
    {0.50167, 1.07319, 0.27195},
    {-0.16398, 0.63297}
  };

  /** Table 3. */
  private static final double[][] ALPHA_H = {
    {-0.14318, 1.82442, -0.55187},
    {0.29591, 0.77564, 0.19822},
    {0.32177, 0.63773, 0.13164},
    {-5.37610, -0.96230, 1.47828},
    {16.1721, -3.29980, 3.43990},
    {0.67849, -1.95537}
  };

  /** Table 4. */
  private static final double[][] ALPHA_V = {
    {-0.07771, 2.33840, -0.76284},
    {0.56727, 0.95545, 0.54039},
    {-0.20238, 1.14520, 0.26809},
    {-48.2991, 0.791669, 0.116226},
    {48.5833, 0.791459, 0.116479},
    {-0.053739, 0.83433}
  };

  /**
   * Coefficients of a link.
   *
   * @param elevationRad of the path
   * @param tiltRad of the polarisation from the horizontal; {@link #CIRCULAR_RAD} for a circular
   *     one
   */
  public static RainSpecific of(double frequencyHz, double elevationRad, double tiltRad) {
    double x = Math.log10(1e-9 * frequencyHz);
    double kH = Math.pow(10, curve(LOG_K_H, x));
    double kV = Math.pow(10, curve(LOG_K_V, x));
    double ofH = kH * curve(ALPHA_H, x);
    double ofV = kV * curve(ALPHA_V, x);
    double cos = Math.cos(elevationRad);
    double mix = cos * cos * Math.cos(2 * tiltRad);
    double k = (kH + kV + (kH - kV) * mix) / 2;
    return new RainSpecific(k, (ofH + ofV + (ofH - ofV) * mix) / (2 * k));
  }

  private static double curve(double[][] rows, double x) {
    double[] line = rows[rows.length - 1];
    double sum = line[0] * x + line[1];
    for (int j = 0; j < rows.length - 1; j++) {
      double u = (x - rows[j][1]) / rows[j][2];
      sum += rows[j][0] * Math.exp(-u * u);
    }
    return sum;
  }

  /** Specific attenuation, dB/km. */
  public double dbPerKm(double rainMmPerH) {
    return rainMmPerH <= 0 ? 0 : k * Math.pow(rainMmPerH, alpha);
  }
}
