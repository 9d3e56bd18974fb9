package org.orbweaver.app.site;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Utc;

/**
 * The sky over a site at the start of the first slot, and how it moves on.
 *
 * @param timeNs UTC, nanoseconds since the Unix epoch
 * @param maskRad elevation mask
 * @param gsoSeparationRad smallest angle from the geostationary arc; 0 for none
 * @param zone where satellites are too near that arc
 * @param arc the arc itself, from east to west
 * @param tracks of the satellites in view
 */
public record SkyView(
    long timeNs,
    double maskRad,
    double gsoSeparationRad,
    List<ZoneCell> zone,
    List<LookAngle> arc,
    List<Track> tracks) {
  /** How long tracks are. */
  static final int TRACK_MINUTES = 3;

  private static final int STEPS_A_MINUTE = 6;
  private static final int AZIMUTH_STEP_DEG = 2;
  private static final double ELEVATION_STEP_DEG = 0.5;
  private static final double FAR_M = 1e6;

  /** A piece of the zone, {@value #AZIMUTH_STEP_DEG} degrees of azimuth wide; all in degrees. */
  record ZoneCell(double fromAzimuth, double toAzimuth, double low, double high) {}

  /**
   * A satellite's way over the next minutes, now first.
   *
   * @param serving whether it serves the site now
   * @param admitted whether protection of the geostationary arc allows it
   */
  record Track(String name, boolean serving, boolean admitted, List<LookAngle> looks) {}

  /** Works it out from the first plan. */
  public static SkyView of(
      Planner planner, SlotPlan plan, int terminal, List<Candidate> candidates) {
    Network network = planner.network();
    SiteTable sites = plan.terminals();
    double separationRad = planner.terminalLimits().minGsoSeparationRad();
    return new SkyView(
        plan.slot().startNs(),
        planner.terminalLimits().minElevationRad(terminal),
        separationRad,
        separationRad > 0 ? zone(sites, terminal, separationRad) : List.of(),
        separationRad > 0 ? arc(sites, terminal) : List.of(),
        tracks(network, plan, terminal, candidates));
  }

  private static List<Track> tracks(
      Network network, SlotPlan plan, int terminal, List<Candidate> candidates) {
    List<Snapshot> moments = new ArrayList<>();
    for (int k = 0; k <= TRACK_MINUTES * STEPS_A_MINUTE; k++) {
      long timeNs = plan.slot().startNs() + k * 60 / STEPS_A_MINUTE * Utc.NS_PER_S;
      moments.add(k == 0 ? plan.start() : network.ephemeris().at(timeNs));
    }
    List<Track> tracks = new ArrayList<>();
    for (Candidate candidate : candidates) {
      int s = candidate.satellite();
      List<LookAngle> looks = new ArrayList<>();
      for (Snapshot at : moments) {
        LookAngle look = plan.terminals().lookAngle(terminal, at.xM(s), at.yM(s), at.zM(s));
        if (at.isValid(s) && look.elevationRad() > 0) {
          looks.add(look);
        }
      }
      tracks.add(
          new Track(
              network.ephemeris().elements(s).name(),
              candidate.chosen(),
              candidate.admitted(),
              List.copyOf(looks)));
    }
    return List.copyOf(tracks);
  }

  private static List<LookAngle> arc(SiteTable sites, int site) {
    double lonRad = sites.point(site).lonRad();
    List<LookAngle> arc = new ArrayList<>();
    for (int k = 90; k >= -90; k -= 2) {
      double at = lonRad + Math.toRadians(k);
      LookAngle look =
          sites.lookAngle(site, GsoArc.RADIUS_M * Math.cos(at), GsoArc.RADIUS_M * Math.sin(at), 0);
      if (look.elevationRad() >= 0) {
        arc.add(look);
      }
    }
    return List.copyOf(arc);
  }

  private static List<ZoneCell> zone(SiteTable sites, int site, double separationRad) {
    GsoArc gso = new GsoArc(sites);
    List<ZoneCell> cells = new ArrayList<>();
    for (int azimuth = 0; azimuth < 360; azimuth += AZIMUTH_STEP_DEG) {
      double middle = azimuth + AZIMUTH_STEP_DEG / 2.0;
      double low = Double.NaN;
      for (double elevation = 0; elevation <= 90; elevation += ELEVATION_STEP_DEG) {
        boolean near = separationRad(gso, sites, site, middle, elevation) < separationRad;
        boolean last = elevation + ELEVATION_STEP_DEG > 90;
        if (near && Double.isNaN(low)) {
          low = elevation;
        }
        if (!Double.isNaN(low) && (!near || last)) {
          cells.add(new ZoneCell(azimuth, azimuth + AZIMUTH_STEP_DEG, low, elevation));
          low = Double.NaN;
        }
      }
    }
    return List.copyOf(cells);
  }

  /** Of a direction: that of a point some way off in it. */
  private static double separationRad(
      GsoArc gso, SiteTable sites, int site, double azimuthDeg, double elevationDeg) {
    double azimuth = Math.toRadians(azimuthDeg);
    double elevation = Math.toRadians(elevationDeg);
    double east = Math.sin(azimuth) * Math.cos(elevation);
    double north = Math.cos(azimuth) * Math.cos(elevation);
    double up = Math.sin(elevation);
    double lat = sites.point(site).latRad();
    double lon = sites.point(site).lonRad();
    double radial = Math.cos(lat) * up - Math.sin(lat) * north;
    double x = Math.cos(lon) * radial - Math.sin(lon) * east;
    double y = Math.sin(lon) * radial + Math.cos(lon) * east;
    double z = Math.sin(lat) * up + Math.cos(lat) * north;
    return gso.separationRad(
        site, sites.xM(site) + FAR_M * x, sites.yM(site) + FAR_M * y, sites.zM(site) + FAR_M * z);
  }
}
