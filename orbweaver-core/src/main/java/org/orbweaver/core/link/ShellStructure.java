package org.orbweaver.core.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.orbweaver.core.orbit.MeanPlaces;

/**
 * The shells and planes that real element sets form. A shell is a run of altitudes, at one
 * inclination, that are crowded; what climbs, sinks or strays between shells belongs to none. A
 * plane is a run of right ascensions in a shell without a gap.
 */
public final class ShellStructure {
  /** Flown shells keep their inclination within hundredths of a degree. */
  private static final double INCLINATION_GAP_RAD = Math.toRadians(0.3);

  /** Flown shells keep their mean altitude within a few hundred metres. */
  private static final double ALTITUDE_GAP_M = 1_000;

  /** A crowd holds at least this part of the satellites at its inclination. */
  private static final double CROWD_SHARE = 0.005;

  private static final int SMALLEST_CROWD = 3;

  /** Flown planes keep their right ascension within tenths of a degree and lie degrees apart. */
  private static final double RAAN_GAP_RAD = Math.toRadians(0.6);

  private ShellStructure() {}

  /**
   * Satellites at one inclination and altitude.
   *
   * @param planes by ascending right ascension; the satellites of each by ascending argument of
   *     latitude
   */
  public record Shell(List<Plane> planes) {}

  /**
   * Satellites that follow each other on one orbit.
   *
   * @param raanRad mean right ascension, 0 to 2π
   * @param inclinationRad mean inclination
   * @param satellites by ascending argument of latitude
   */
  public record Plane(double raanRad, double inclinationRad, List<Integer> satellites) {}

  /** Finds the shells among satellites {@code first} to {@code end - 1}. */
  public static List<Shell> find(MeanPlaces places, int first, int end) {
    List<Integer> all = new ArrayList<>();
    for (int s = first; s < end; s++) {
      if (!Double.isNaN(places.raanRad(s))) {
        all.add(s);
      }
    }
    List<Shell> shells = new ArrayList<>();
    for (List<Integer> inclined : runs(all, places::inclinationRad, INCLINATION_GAP_RAD)) {
      for (List<Integer> crowd :
          runs(crowded(inclined, places), places::semiMajorAxisM, ALTITUDE_GAP_M)) {
        shells.add(new Shell(planes(crowd, places)));
      }
    }
    return shells;
  }

  /** Sorts by a value and cuts where neighbours differ by more than the gap. */
  private static List<List<Integer>> runs(
      List<Integer> satellites, IntToDoubleFunction value, double gap) {
    List<Integer> sorted = new ArrayList<>(satellites);
    sorted.sort(Comparator.comparingDouble(value::applyAsDouble));
    List<List<Integer>> runs = new ArrayList<>();
    for (int k = 0; k < sorted.size(); k++) {
      if (k == 0
          || value.applyAsDouble(sorted.get(k)) - value.applyAsDouble(sorted.get(k - 1)) > gap) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(sorted.get(k));
    }
    return runs;
  }

  private static List<Integer> crowded(List<Integer> inclined, MeanPlaces places) {
    double[] sorted = inclined.stream().mapToDouble(places::semiMajorAxisM).sorted().toArray();
    int crowd = Math.max(SMALLEST_CROWD, (int) Math.ceil(CROWD_SHARE * sorted.length));
    List<Integer> kept = new ArrayList<>();
    for (int s : inclined) {
      double a = places.semiMajorAxisM(s);
      if (rank(sorted, a + ALTITUDE_GAP_M) - rank(sorted, a - ALTITUDE_GAP_M) >= crowd) {
        kept.add(s);
      }
    }
    return kept;
  }

  private static int rank(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    return at < 0 ? -at - 1 : at;
  }

  private static List<Plane> planes(List<Integer> crowd, MeanPlaces places) {
    List<List<Integer>> runs = runs(crowd, places::raanRad, RAAN_GAP_RAD);
    joinAcrossZero(runs, places);
    List<Plane> planes = new ArrayList<>();
    for (List<Integer> run : runs) {
      // Mean direction rather than mean number, for the plane that straddles zero.
      double sin = run.stream().mapToDouble(s -> Math.sin(places.raanRad(s))).sum();
      double cos = run.stream().mapToDouble(s -> Math.cos(places.raanRad(s))).sum();
      double raanRad = Math.atan2(sin, cos);
      run.sort(Comparator.comparingDouble(places::argLatitudeRad));
      planes.add(
          new Plane(
              raanRad < 0 ? raanRad + 2 * Math.PI : raanRad,
              run.stream().mapToDouble(places::inclinationRad).average().orElseThrow(),
              List.copyOf(run)));
    }
    planes.sort(Comparator.comparingDouble(Plane::raanRad));
    return planes;
  }

  private static void joinAcrossZero(List<List<Integer>> runs, MeanPlaces places) {
    if (runs.size() < 2) {
      return;
    }
    double highest = places.raanRad(runs.getLast().getLast());
    double lowest = places.raanRad(runs.getFirst().getFirst());
    if (lowest + 2 * Math.PI - highest <= RAAN_GAP_RAD) {
      runs.getFirst().addAll(runs.removeLast());
    }
  }
}
