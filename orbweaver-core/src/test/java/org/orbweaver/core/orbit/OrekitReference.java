package org.orbweaver.core.orbit;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orbweaver.core.time.LeapSeconds;
import org.orbweaver.core.time.Utc;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.frames.Frames;
import org.orekit.frames.StaticTransform;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.DateComponents;
import org.orekit.time.OffsetModel;
import org.orekit.time.TimeScales;
import org.orekit.time.UTCScale;
import org.orekit.utils.IERSConventions;

/** Orekit's own way from element sets to positions, without Earth orientation parameters. */
final class OrekitReference {
  private static final UTCScale UTC;
  private static final Frame TEME;
  private static final Frame ITRF;

  static {
    List<OffsetModel> offsets = new ArrayList<>();
    for (int row = 0; row < LeapSeconds.rows(); row++) {
      offsets.add(
          new OffsetModel(
              DateComponents.parseDate(LeapSeconds.start(row).toString()),
              LeapSeconds.taiMinusUtcS(row)));
    }
    TimeScales scales = TimeScales.of(offsets, (conventions, timeScales) -> List.of());
    UTC = scales.getUTC();
    Frames frames =
        Frames.of(
            scales,
            () -> {
              throw new IllegalStateException("no solar system");
            });
    TEME = frames.getTEME();
    ITRF = frames.getITRF(IERSConventions.IERS_2010, true);
  }

  private final TLEPropagator propagator;

  private OrekitReference(TLE tle) {
    propagator =
        TLEPropagator.selectExtrapolator(
            tle, new FrameAlignedProvider(TEME), Propagator.DEFAULT_MASS, TEME);
  }

  /** Reads the two lines by Orekit's own parser. */
  static OrekitReference of(String line1, String line2) {
    return new OrekitReference(new TLE(line1, line2, UTC));
  }

  static OrekitReference of(MeanElements e) {
    return new OrekitReference(
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
            UTC));
  }

  static AbsoluteDate date(long unixNs) {
    return new AbsoluteDate(Utc.toInstant(unixNs), UTC);
  }

  static StaticTransform temeToItrf(long unixNs) {
    return TEME.getStaticTransformTo(ITRF, date(unixNs));
  }

  /** TEME, metres; NaN where Orekit throws. */
  Vector3D positionTeme(AbsoluteDate date) {
    try {
      return propagator.getPVCoordinates(date).getPosition();
    } catch (OrekitException e) {
      return Vector3D.NaN;
    }
  }
}
