package org.orbweaver.core.radio;

/**
 * How high rain reaches, by latitude: Recommendation ITU-R P.839-2 (10/1999). Its successors have a
 * digital map in place of this formula, which is not ours to hand on; where their validation
 * examples have numbers the formula is within 0.7 km of it, but for Cape Town: about 1.6 km.
 */
public final class RainHeight {
  private RainHeight() {}

  /** Mean height above the sea, metres; 0 in the far south, where it does not rain. */
  public static double aboveSeaM(double latRad) {
    double lat = Math.toDegrees(latRad);
    double km;
    if (lat > 23) {
      km = 5 - 0.075 * (lat - 23);
    } else if (lat >= -21) {
      km = 5;
    } else {
      km = 5 + 0.1 * (lat + 21);
    }
    return 1e3 * Math.max(0, km);
  }
}
