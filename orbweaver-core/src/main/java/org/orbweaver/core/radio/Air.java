package org.orbweaver.core.radio;

/**
 * Air at one place.
 *
 * @param dryHpa pressure of dry air
 * @param kelvin temperature
 * @param vapourGPerM3 density of water vapour
 */
public record Air(double dryHpa, double kelvin, double vapourGPerM3) {
  /**
   * The mean annual global reference atmosphere in its lowest 11 km: Recommendation ITU-R P.835-6
   * (12/2017), section 1; water vapour 7.5 g/m³ at the sea, less by a factor e every 2 km.
   *
   * @param altM above the sea; what is outside 0 to 11 km counts as the nearer bound
   */
  public static Air standard(double altM) {
    double km = 1e-3 * Math.clamp(altM, 0, 11_000);
    double geopotentialKm = 6_356.766 * km / (6_356.766 + km);
    double kelvin = 288.15 - 6.5 * geopotentialKm;
    return new Air(
        1013.25 * Math.pow(288.15 / kelvin, -34.1632 / 6.5), kelvin, 7.5 * Math.exp(-km / 2));
  }

  /** Pressure of water vapour, hPa. */
  double vapourHpa() {
    return vapourGPerM3 * kelvin / 216.7;
  }
}
