package org.orbweaver.core.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orbweaver.core.link.ShellStructure.Plane;
import org.orbweaver.core.link.ShellStructure.Shell;
import org.orbweaver.core.orbit.Snapshot;

/**
 * The links across the seam of a polar shell, where the last plane climbs beside the first one's
 * descending half. The two pass each other at some 15 km/s, so these links last minutes: each is
 * chosen for a short window and only if it can be kept from the window's start to its end.
 */
final class SeamMesh {
  private SeamMesh() {}

  private record Reach(int a, int b, double farthestM) {}

  /** Pairs for the window between two snapshots, each satellite in one of them at most. */
  static List<Long> of(
      List<Shell> shells, Snapshot start, Snapshot end, double maxRangeM, double minAltitudeM) {
    List<Long> pairs = new ArrayList<>();
    for (Shell shell : shells) {
      if (shell.planes().size() > 2) {
        // The seam is the one gap of a star: from its last plane on to its first one turned over.
        Plane last = shell.planes().get(seam(shell));
        Plane first = shell.planes().get((seam(shell) + 1) % shell.planes().size());
        if (isBeside(last, first)) {
          pairs.addAll(across(last, first, start, end, maxRangeM, minAltitudeM));
        }
      }
    }
    return pairs;
  }

  /** The plane before the widest gap in right ascension. */
  private static int seam(Shell shell) {
    int widest = 0;
    for (int p = 1; p < shell.planes().size(); p++) {
      if (stepRad(shell, p) > stepRad(shell, widest)) {
        widest = p;
      }
    }
    return widest;
  }

  private static double stepRad(Shell shell, int p) {
    List<Plane> planes = shell.planes();
    double step = planes.get((p + 1) % planes.size()).raanRad() - planes.get(p).raanRad();
    return step < 0 ? step + 2 * Math.PI : step;
  }

  /** Whether one plane's descending half lies next to the other's ascending half. */
  private static boolean isBeside(Plane last, Plane first) {
    double offset =
        Math.abs(Math.IEEEremainder(first.raanRad() + Math.PI - last.raanRad(), 2 * Math.PI));
    boolean polar = Math.abs(last.inclinationRad() - Math.PI / 2) <= Math.toRadians(20);
    double step = Math.abs(Math.IEEEremainder(first.raanRad() - last.raanRad(), 2 * Math.PI));
    return polar && offset <= NeighbourMesh.WIDEST_STEP_RAD && step > NeighbourMesh.WIDEST_STEP_RAD;
  }

  private static List<Long> across(
      Plane last,
      Plane first,
      Snapshot start,
      Snapshot end,
      double maxRangeM,
      double minAltitudeM) {
    List<Reach> reaches = new ArrayList<>();
    for (int a : last.satellites()) {
      for (int b : first.satellites()) {
        if (isKept(start, a, b, maxRangeM, minAltitudeM)
            && isKept(end, a, b, maxRangeM, minAltitudeM)) {
          reaches.add(new Reach(a, b, Math.max(start.distanceM(a, b), end.distanceM(a, b))));
        }
      }
    }
    reaches.sort(
        Comparator.comparingDouble(Reach::farthestM)
            .thenComparingInt(Reach::a)
            .thenComparingInt(Reach::b));
    Set<Integer> taken = new HashSet<>();
    List<Long> pairs = new ArrayList<>();
    for (Reach r : reaches) {
      if (!taken.contains(r.a()) && !taken.contains(r.b())) {
        taken.add(r.a());
        taken.add(r.b());
        pairs.add(LaserPairs.pair(r.a(), r.b()));
      }
    }
    return pairs;
  }

  private static boolean isKept(
      Snapshot snapshot, int a, int b, double maxRangeM, double minAltitudeM) {
    return snapshot.isValid(a)
        && snapshot.isValid(b)
        && snapshot.distanceM(a, b) <= maxRangeM
        && LaserLinks.lowestAltitudeM(snapshot, a, b) >= minAltitudeM;
  }
}
