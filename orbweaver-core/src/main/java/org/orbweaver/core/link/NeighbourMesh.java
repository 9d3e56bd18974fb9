package org.orbweaver.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orbweaver.core.link.ShellStructure.Plane;
import org.orbweaver.core.link.ShellStructure.Shell;
import org.orbweaver.core.orbit.MeanPlaces;

/**
 * The links that hold for hours in shells as they are flown, planes uneven and satellites missing:
 * each satellite to the next fore and aft in its plane, and to the one in each neighbouring plane
 * that keeps nearest to it all along the orbit. The +Grid, where a shell is regular.
 */
final class NeighbourMesh {
  /** Planes farther apart than this have no lasting links; across a seam they meet. */
  static final double WIDEST_STEP_RAD = Math.toRadians(60);

  /** Farther along the orbit than this, a satellite of the next plane is nobody's neighbour. */
  private static final double LARGEST_PHASE_RAD = Math.toRadians(15);

  private final MeanPlaces places;
  private final List<Long> pairs = new ArrayList<>();

  NeighbourMesh(MeanPlaces places) {
    this.places = places;
  }

  /** Every pair once. */
  List<Long> of(List<Shell> shells) {
    for (Shell shell : shells) {
      List<Plane> planes = shell.planes();
      for (int p = 0; p < planes.size(); p++) {
        ring(planes.get(p).satellites());
        boolean closes = p + 1 == planes.size();
        if (!closes || planes.size() > 2) {
          across(planes.get(p), planes.get(closes ? 0 : p + 1));
        }
      }
    }
    return pairs;
  }

  private void ring(List<Integer> satellites) {
    int n = satellites.size();
    for (int k = 0; k < n; k++) {
      if (n > 2 || (n == 2 && k == 0)) {
        pairs.add(LaserPairs.pair(satellites.get(k), satellites.get((k + 1) % n)));
      }
    }
  }

  private record Match(int west, int east, double phaseRad) {}

  /**
   * Two circular orbits of one inclination whose nodes differ by a small angle keep the mean
   * distance of a phase difference {@code du + dRaan · cos i}: greedily the smallest first.
   */
  private void across(Plane west, Plane east) {
    double stepRad = turn(east.raanRad() - west.raanRad());
    if (stepRad > WIDEST_STEP_RAD) {
      return;
    }
    double lean = stepRad * Math.cos((west.inclinationRad() + east.inclinationRad()) / 2);
    int fewer = Math.min(west.satellites().size(), east.satellites().size());
    double largest = Math.min(LARGEST_PHASE_RAD, 2 * Math.PI / fewer);
    List<Match> matches = new ArrayList<>();
    for (int w : west.satellites()) {
      for (int e : east.satellites()) {
        double phaseRad =
            Math.IEEEremainder(
                places.argLatitudeRad(e) - places.argLatitudeRad(w) + lean, 2 * Math.PI);
        if (Math.abs(phaseRad) <= largest) {
          matches.add(new Match(w, e, phaseRad));
        }
      }
    }
    // Rounded, so that in a regular shell all pairs of one offset are equal and stay together.
    matches.sort(
        Comparator.comparingLong((Match m) -> Math.round(Math.abs(m.phaseRad()) * 1e6))
            .thenComparing(m -> m.phaseRad() < 0)
            .thenComparingInt(Match::west));
    Set<Integer> takenWest = new HashSet<>();
    Set<Integer> takenEast = new HashSet<>();
    for (Match m : matches) {
      if (!takenWest.contains(m.west()) && !takenEast.contains(m.east())) {
        takenWest.add(m.west());
        takenEast.add(m.east());
        pairs.add(LaserPairs.pair(m.west(), m.east()));
      }
    }
  }

  private static double turn(double rad) {
    return rad < 0 ? rad + 2 * Math.PI : rad;
  }
}
