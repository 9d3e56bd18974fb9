package org.orbweaver.core.orbit;

import static org.orbweaver.core.orbit.Wgs72.J2;
import static org.orbweaver.core.orbit.Wgs72.J3;
import static org.orbweaver.core.orbit.Wgs72.J4;

import org.orbweaver.core.time.LeapSeconds;
import org.orbweaver.core.time.Utc;

/**
 * Fills one place of {@link Sgp4Rows} from an element set: the initialisation of SGP4's near-Earth
 * theory (Hoots and Roehrich 1980, section 6, as amended in Vallado et al. 2006, sgp4init).
 */
final class Sgp4Init {
  /** Perigee, Earth radii, below which the drag terms are cut short. */
  private static final double SIMPLE_BELOW = 220e3 / Wgs72.EARTH_RADIUS_M + 1;

  private static final double KM_PER_EARTH_RADIUS = Wgs72.EARTH_RADIUS_M / 1000;

  /**
   * Eccentricity below which terms divided by it are left out. Catalogues print 0.0001000 often:
   * Vallado's code leaves the terms out there, Orekit keeps them, and so do we, however the digits
   * were read. It matters by metres within a day, by hundreds where the drag is absurd.
   */
  private static final double NEARLY_CIRCULAR = 1e-4 * (1 - 1e-12);

  private Sgp4Init() {}

  static void fill(Sgp4Rows rows, int i, MeanElements elements) {
    double e = elements.eccentricity();
    double bstar = elements.bstarPerEarthRadius();
    double sinI = Math.sin(elements.inclinationRad());
    double cosI = Math.cos(elements.inclinationRad());
    double cosI2 = cosI * cosI;
    double cosI4 = cosI2 * cosI2;
    double x1mth2 = 1 - cosI2;
    double con41 = 3 * cosI2 - 1;
    double con42 = 1 - 5 * cosI2;
    double omeosq = 1 - e * e;

    double d1 = MeanMotion.oblateness(e, elements.inclinationRad());
    double a0 = MeanMotion.firstSemiMajorAxis(elements.meanMotionRadPerS() * 60, d1);
    double delta0 = d1 / (a0 * a0);
    double no = elements.meanMotionRadPerS() * 60 / (1 + delta0);
    // As in 1980, and in Orekit. The paper of 2006 takes it from no by Kepler's third law, which is
    // 0.1 mm less at the equator; the drag of a low orbit makes centimetres of that in days.
    double ao = a0 / (1 - delta0);
    double perigee = ao * (1 - e);
    double po = ao * omeosq;
    double pinvsq = 1 / (po * po);

    // The density function's height: s of the theory, lowered for low perigees.
    double perigeeKm = (perigee - 1) * KM_PER_EARTH_RADIUS;
    double sKm = perigeeKm >= 156 ? 78 : perigeeKm < 98 ? 20 : perigeeKm - 78;
    double sfour = sKm / KM_PER_EARTH_RADIUS + 1;
    double qms = (120 - sKm) / KM_PER_EARTH_RADIUS;
    double qzms24 = qms * qms * qms * qms;

    double tsi = 1 / (ao - sfour);
    double eta = ao * e * tsi;
    double etasq = eta * eta;
    double eeta = e * eta;
    double psisq = Math.abs(1 - etasq);
    double coef = qzms24 * tsi * tsi * tsi * tsi;
    double coef1 = coef / Math.pow(psisq, 3.5);
    double cc2 =
        coef1
            * no
            * (ao * (1 + 1.5 * etasq + eeta * (4 + etasq))
                + 0.375 * J2 * tsi / psisq * con41 * (8 + 3 * etasq * (8 + etasq)));
    double cc1 = bstar * cc2;
    double cc3 = e >= NEARLY_CIRCULAR ? -2 * coef * tsi * (J3 / J2) * no * sinI / e : 0;
    double cc4 =
        2
            * no
            * coef1
            * ao
            * omeosq
            * (eta * (2 + 0.5 * etasq)
                + e * (0.5 + 2 * etasq)
                - J2
                    * tsi
                    / (ao * psisq)
                    * (-3 * con41 * (1 - 2 * eeta + etasq * (1.5 - 0.5 * eeta))
                        + 0.75
                            * x1mth2
                            * (2 * etasq - eeta * (1 + etasq))
                            * Math.cos(2 * elements.argPerigeeRad())));
    double cc5 = 2 * coef1 * ao * omeosq * (1 + 2.75 * (etasq + eeta) + eeta * etasq);

    long taiNs = LeapSeconds.taiNs(elements.epochNs());
    rows.epochTaiS[i] = Math.floorDiv(taiNs, Utc.NS_PER_S);
    rows.epochSubNs[i] = Math.floorMod(taiNs, Utc.NS_PER_S);
    rows.no[i] = no;
    rows.ao[i] = ao;
    rows.ecco[i] = e;
    rows.argpo[i] = elements.argPerigeeRad();
    rows.nodeo[i] = elements.raanRad();
    rows.mo[i] = elements.meanAnomalyRad();
    rows.sinio[i] = sinI;
    rows.cosio[i] = cosI;

    double temp1 = 1.5 * J2 * pinvsq * no;
    double temp2 = 0.5 * temp1 * J2 * pinvsq;
    double temp3 = -0.46875 * J4 * pinvsq * pinvsq * no;
    double betao = Math.sqrt(omeosq);
    double xhdot1 = -temp1 * cosI;
    rows.mdot[i] =
        no + 0.5 * temp1 * betao * con41 + 0.0625 * temp2 * betao * (13 - 78 * cosI2 + 137 * cosI4);
    rows.argpdot[i] =
        -0.5 * temp1 * con42
            + 0.0625 * temp2 * (7 - 114 * cosI2 + 395 * cosI4)
            + temp3 * (3 - 36 * cosI2 + 49 * cosI4);
    rows.nodedot[i] =
        xhdot1 + (0.5 * temp2 * (4 - 19 * cosI2) + 2 * temp3 * (3 - 7 * cosI2)) * cosI;
    rows.nodecf[i] = 3.5 * omeosq * xhdot1 * cc1;
    rows.t2cof[i] = 1.5 * cc1;
    rows.cc1[i] = cc1;
    rows.bstarCc4[i] = bstar * cc4;
    rows.eta[i] = eta;
    double edge = 1 + Math.cos(elements.meanAnomalyRad()) * eta;
    rows.delmo[i] = edge * edge * edge;
    rows.sinmao[i] = Math.sin(elements.meanAnomalyRad());

    // At 180 degrees of inclination the term has no limit; the theory sets a floor.
    double onePlusCosI = Math.abs(cosI + 1) > 1.5e-12 ? 1 + cosI : 1.5e-12;
    rows.xlcof[i] = -0.25 * (J3 / J2) * sinI * (3 + 5 * cosI) / onePlusCosI;
    rows.aycof[i] = -0.5 * (J3 / J2) * sinI;

    if (perigee >= SIMPLE_BELOW) {
      fillFullDrag(rows, i, ao, tsi, sfour, cc1);
      rows.bstarCc5[i] = bstar * cc5;
      rows.omgcof[i] = bstar * cc3 * Math.cos(elements.argPerigeeRad());
      rows.xmcof[i] = e >= NEARLY_CIRCULAR ? -2.0 / 3.0 * coef * bstar / eeta : 0;
    }
  }

  private static void fillFullDrag(
      Sgp4Rows rows, int i, double ao, double tsi, double sfour, double cc1) {
    double cc1sq = cc1 * cc1;
    double d2 = 4 * ao * tsi * cc1sq;
    double temp = d2 * tsi * cc1 / 3;
    double d3 = (17 * ao + sfour) * temp;
    double d4 = 0.5 * temp * ao * tsi * (221 * ao + 31 * sfour) * cc1;
    rows.d2[i] = d2;
    rows.d3[i] = d3;
    rows.d4[i] = d4;
    rows.t3cof[i] = d2 + 2 * cc1sq;
    rows.t4cof[i] = 0.25 * (3 * d3 + cc1 * (12 * d2 + 10 * cc1sq));
    rows.t5cof[i] = 0.2 * (3 * d4 + 12 * cc1 * d3 + 6 * d2 * d2 + 15 * cc1sq * (2 * d2 + cc1sq));
  }
}
