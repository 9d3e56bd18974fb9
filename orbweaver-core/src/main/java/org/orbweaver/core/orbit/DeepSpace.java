package org.orbweaver.core.orbit;

import java.util.ArrayList;
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
 * SDP4 for objects with periods of 225 minutes or more, by Orekit. The only class of the main code
 * that touches Orekit, so that a network without such objects never loads it. Needs no data files:
 * the leap seconds are ours and the Earth orientation is none.
 *
 * <p>Safe for any thread: Orekit's propagators keep state, so each call makes its own.
 */
final class DeepSpace {
  private static final TimeScales TIME_SCALES =
      TimeScales.of(offsets(), (conventions, timeScales) -> List.of());
  private static final UTCScale UTC = TIME_SCALES.getUTC();
  private static final Frame TEME =
      Frames.of(
              TIME_SCALES,
              () -> {
                throw new IllegalStateException("no ICRF");
              })
          .getTEME();
  private static final FrameAlignedProvider ATTITUDE = new FrameAlignedProvider(TEME);

  private final TLE tle;

  DeepSpace(MeanElements e) {
    // Orekit refuses catalogue numbers that Alpha-5 cannot write; ours stays in the element set.
    tle =
        new TLE(
            1,
            'U',
            2000,
            1,
            "A",
            TLE.DEFAULT,
            1,
            date(e.epochNs()),
            e.meanMotionRadPerS(),
            0,
            0,
            e.eccentricity(),
            e.inclinationRad(),
            e.argPerigeeRad(),
            e.raanRad(),
            e.meanAnomalyRad(),
            1,
            e.bstarPerEarthRadius(),
            UTC);
  }

  /** TEME position, metres, and velocity, m/s; null where the theory does not hold. */
  double[] stateTeme(long unixNs) {
    try {
      PVCoordinates pv =
          TLEPropagator.selectExtrapolator(tle, ATTITUDE, Propagator.DEFAULT_MASS, TEME)
              .getPVCoordinates(date(unixNs));
      Vector3D p = pv.getPosition();
      Vector3D v = pv.getVelocity();
      return new double[] {p.getX(), p.getY(), p.getZ(), v.getX(), v.getY(), v.getZ()};
    } catch (OrekitException | MathRuntimeException e) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }
  }

  private static AbsoluteDate date(long unixNs) {
    long day = Math.floorDiv(unixNs, 86_400L * Utc.NS_PER_S);
    long ofDay = Math.floorMod(unixNs, 86_400L * Utc.NS_PER_S);
    return new AbsoluteDate(
            new DateComponents(DateComponents.FIFTIES_EPOCH, (int) day + 7_305), UTC)
        .shiftedBy(ofDay * 1e-9);
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
}
