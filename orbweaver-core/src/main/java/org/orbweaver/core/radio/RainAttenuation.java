package org.orbweaver.core.radio;

/**
 * Attenuation by rain that is exceeded in a share of an average year: Recommendation ITU-R P.618-13
 * (12/2017), section 2.2.1.1, for up to 55 GHz.
 */
public final class RainAttenuation {
  private static final double EARTH_RADIUS_KM = 8_500;

  private RainAttenuation() {}

  /**
   * What the method asks for of a place and a path.
   *
   * @param latRad of the station
   * @param stationM its height above the sea
   * @param rainTopM height of the rain above the sea; see {@link RainHeight}
   * @param rainMmPerH rain rate exceeded for 0.01 % of an average year (P.837)
   */
  public record Path(
      double latRad,
      double stationM,
      double rainTopM,
      double elevationRad,
      double frequencyHz,
      double tiltRad,
      double rainMmPerH) {}

  /** Length of a path below the top of the rain, metres: equations 1 and 2. */
  public static double slantM(double stationM, double rainTopM, double elevationRad) {
    double km = 1e-3 * (rainTopM - stationM);
    if (km <= 0) {
      return 0;
    }
    double sin = Math.sin(elevationRad);
    return elevationRad >= Math.toRadians(5)
        ? 1e3 * km / sin
        : 2e3 * km / (Math.sqrt(sin * sin + 2 * km / EARTH_RADIUS_KM) + sin);
  }

  /**
   * Attenuation exceeded in a share of an average year, dB.
   *
   * @param percent of the year, 0.001 to 5
   */
  public static double exceededDb(Path path, double percent) {
    double heightKm = 1e-3 * (path.rainTopM - path.stationM);
    if (heightKm <= 0 || path.rainMmPerH <= 0) {
      return 0;
    }
    double sin = Math.sin(path.elevationRad);
    double cos = Math.cos(path.elevationRad);
    double ghz = 1e-9 * path.frequencyHz;
    double groundKm = 1e-3 * slantM(path.stationM, path.rainTopM, path.elevationRad) * cos;
    double dbPerKm =
        RainSpecific.of(path.frequencyHz, path.elevationRad, path.tiltRad).dbPerKm(path.rainMmPerH);
    double across =
        1 / (1 + 0.78 * Math.sqrt(groundKm * dbPerKm / ghz) - 0.38 * (1 - Math.exp(-2 * groundKm)));
    double wetKm =
        Math.atan2(heightKm, groundKm * across) > path.elevationRad
            ? groundKm * across / cos
            : heightKm / sin;
    double latDeg = Math.abs(Math.toDegrees(path.latRad));
    double chi = Math.max(0, 36 - latDeg);
    double upward =
        1
            / (1
                + Math.sqrt(sin)
                    * (31
                            * (1 - Math.exp(-Math.toDegrees(path.elevationRad) / (1 + chi)))
                            * Math.sqrt(wetKm * dbPerKm)
                            / (ghz * ghz)
                        - 0.45));
    double rareDb = dbPerKm * wetKm * upward;
    double power =
        0.655
            + 0.033 * Math.log(percent)
            - 0.045 * Math.log(rareDb)
            - beta(latDeg, path.elevationRad, percent) * (1 - percent) * sin;
    return rareDb * Math.pow(percent / 0.01, -power);
  }

  private static double beta(double latDeg, double elevationRad, double percent) {
    if (percent >= 1 || latDeg >= 36) {
      return 0;
    }
    double beta = -0.005 * (latDeg - 36);
    return elevationRad >= Math.toRadians(25) ? beta : beta + 1.8 - 4.25 * Math.sin(elevationRad);
  }
}
