package org.orbweaver.core.orbit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orbweaver.core.time.LeapSeconds;
import org.orbweaver.core.time.Utc;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.time.UTCScale;
import org.orekit.utils.PVCoordinates;

/**
 * SDP4, the theory for periods of 225 minutes or more, by Orekit. The only class of the main code
 * that touches Orekit, so that a network without such objects never loads it. Needs no data files:
 * the leap seconds are ours and Earth orientation parameters are none.
 *
 * <p>Safe for any thread, and the same instant gives the same bits whatever was asked before:
 * Orekit's propagators keep state, so each call makes its own.
 */
final class DeepSpace {
  /** Components of a state: position, metres, then velocity, m/s. */
  static final int STATE_SIZE = 6;

  private static final long NS_PER_DAY = 86_400L * Utc.NS_PER_S;

  /** Orekit refuses catalogue numbers beyond Alpha-5; the true one stays in the element set. */
  private static final int SURROGATE_NUMBER = 1;

  private static final UTCScale UTC;
  private static final Frame TEME;
  private static final FrameAlignedProvider ATTITUDE;

  static {
    TimeScales timeScales = TimeScales.of(offsets(), (conventions, scales) -> List.of());
    UTC = timeScales.getUTC();
    TEME = Frames.of(timeScales, DeepSpace::noSolarSystem).getTEME();
    ATTITUDE = new FrameAlignedProvider(TEME);
  }

  private final TLE tle;

  /** Elements that are usable, see {@link MeanElements#isUsable}. */
  DeepSpace(MeanElements elements) {
    tle =
        new TLE(
            SURROGATE_NUMBER,
            'U',
            2000,
            1,
            "A",
            TLE.DEFAULT,
            1,
            date(elements.epochNs()),
            elements.meanMotionRadPerS(),
            0,
            0,
            elements.eccentricity(),
            elements.inclinationRad(),
            elements.argPerigeeRad(),
            elements.raanRad(),
            elements.meanAnomalyRad(),
            1,
            elements.bstarPerEarthRadius(),
            UTC);
  }

  /** State in TEME (UTC, nanoseconds since the Unix epoch); all NaN where the theory breaks. */
  void stateTeme(long unixNs, double[] state) {
    try {
      PVCoordinates pv =
          TLEPropagator.selectExtrapolator(tle, ATTITUDE, Propagator.DEFAULT_MASS, TEME)
              .getPVCoordinates(date(unixNs));
      Vector3D p = pv.getPosition();
      if (!(p.getNorm() >= Wgs72.EARTH_RADIUS_M)) {
        Arrays.fill(state, Double.NaN);
        return;
      }
      System.arraycopy(p.toArray(), 0, state, 0, 3);
      System.arraycopy(pv.getVelocity().toArray(), 0, state, 3, 3);
    } catch (OrekitException | MathRuntimeException e) {
      Arrays.fill(state, Double.NaN);
    }
  }

  private static AbsoluteDate date(long unixNs) {
    int day = Math.toIntExact(Math.floorDiv(unixNs, NS_PER_DAY));
    return new AbsoluteDate(new DateComponents(DateComponents.JAVA_EPOCH, day), UTC)
        .shiftedBy(Math.floorMod(unixNs, NS_PER_DAY) * 1e-9);
  }

  private static List<OffsetModel> offsets() {
    List<OffsetModel> models = new ArrayList<>();
    for (int row = 0; row < LeapSeconds.rows(); row++) {
      models.add(
          new OffsetModel(
              DateComponents.parseDate(LeapSeconds.start(row).toString()),
              LeapSeconds.taiMinusUtcS(row)));
    }
    return models;
  }

  private static Frame noSolarSystem() {
    throw new IllegalStateException("TEME needs no frame of the solar system");
  }
}
