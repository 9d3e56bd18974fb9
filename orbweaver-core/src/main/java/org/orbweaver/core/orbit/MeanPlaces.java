package org.orbweaver.core.orbit;

import org.orbweaver.core.time.LeapSeconds;

/**
 * Where the mean orbits of all satellites stand at one instant: the element sets carried there by
 * the secular rates of J2 (Vallado, Fundamentals of Astrodynamics, 4th edition, section 9.6.1) and
 * of their drag. Without the short-period waves of the osculating orbit, so that satellites of one
 * plane can be recognised. Layout: one array by satellite for each element; {@code NaN} where the
 * element set is unusable.
 */
public final class MeanPlaces {
  private final double[] semiMajorAxisM;
  private final double[] inclinationRad;
  private final double[] raanRad;
  private final double[] argLatitudeRad;

  private MeanPlaces(int size) {
    semiMajorAxisM = new double[size];
    inclinationRad = new double[size];
    raanRad = new double[size];
    argLatitudeRad = new double[size];
  }

  /** Carries every element set to an instant (UTC, nanoseconds since the Unix epoch). */
  public static MeanPlaces at(Ephemeris ephemeris, long unixNs) {
    MeanPlaces places = new MeanPlaces(ephemeris.size());
    long taiNs = LeapSeconds.taiNs(unixNs);
    for (int i = 0; i < ephemeris.size(); i++) {
      MeanElements e = ephemeris.elements(i);
      if (e.isUsable()) {
        places.carry(i, e, (taiNs - LeapSeconds.taiNs(e.epochNs())) / 1e9);
      } else {
        places.semiMajorAxisM[i] = Double.NaN;
        places.inclinationRad[i] = Double.NaN;
        places.raanRad[i] = Double.NaN;
        places.argLatitudeRad[i] = Double.NaN;
      }
    }
    return places;
  }

  private void carry(int i, MeanElements e, double elapsedS) {
    double a = e.semiMajorAxisM();
    double p = a * (1 - e.eccentricity() * e.eccentricity()) / Wgs72.EARTH_RADIUS_M;
    double cosI = Math.cos(e.inclinationRad());
    double oblate = 1.5 * Wgs72.J2 * e.meanMotionRadPerS() / (p * p);
    double raanRate = -oblate * cosI;
    double perigeeRate = oblate * (2 - 2.5 * (1 - cosI * cosI));
    semiMajorAxisM[i] = a;
    inclinationRad[i] = e.inclinationRad();
    raanRad[i] = turn(e.raanRad() + raanRate * elapsedS);
    // Kozai's mean motion already holds the secular part of the mean anomaly's rate.
    argLatitudeRad[i] =
        turn(
            e.argPerigeeRad()
                + e.meanAnomalyRad()
                + (e.meanMotionRadPerS() + perigeeRate + e.meanMotionDotRadPerS2() * elapsedS)
                    * elapsedS);
  }

  private static double turn(double rad) {
    double within = rad % (2 * Math.PI);
    return within < 0 ? within + 2 * Math.PI : within;
  }

  public int size() {
    return raanRad.length;
  }

  public double semiMajorAxisM(int satellite) {
    return semiMajorAxisM[satellite];
  }

  public double inclinationRad(int satellite) {
    return inclinationRad[satellite];
  }

  /** Right ascension of the ascending node in TEME, 0 to 2π. */
  public double raanRad(int satellite) {
    return raanRad[satellite];
  }

  /** Mean argument of latitude (argument of perigee plus mean anomaly), 0 to 2π. */
  public double argLatitudeRad(int satellite) {
    return argLatitudeRad[satellite];
  }
}
