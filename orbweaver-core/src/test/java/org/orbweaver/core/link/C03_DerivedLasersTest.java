package org.orbweaver.core.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.link.ShellStructure.Shell;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.orbit.MeanPlaces;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.orbit.WalkerShell;
import org.orbweaver.core.time.Utc;

/** Lasers found from element sets alone. */
class C03_DerivedLasersTest {
  private static final long EPOCH_NS = Utc.parseNs("2026-05-21T00:00:00Z");
  private static final long LATER_NS = EPOCH_NS + 20_000_000_000L;

  @Test
  void a01_aRegularShellIsFoundWhole() {
    List<Shell> shells = shells(delta("s", 550, 53, 72, 22, 0), EPOCH_NS);
    assertThat(shells).hasSize(1);
    assertThat(shells.getFirst().planes()).hasSize(72);
    assertThat(shells.getFirst().planes()).allMatch(plane -> plane.satellites().size() == 22);
  }

  @Test
  void a02_planesStayWholeForDays() {
    List<Shell> shells = shells(delta("s", 550, 53, 72, 22, 0), EPOCH_NS + 86_400_000_000_000L * 9);
    assertThat(shells.getFirst().planes()).hasSize(72);
    assertThat(shells.getFirst().planes()).allMatch(plane -> plane.satellites().size() == 22);
  }

  @Test
  void a03_shellsOfOneInclinationAreToldApart_andStragglersLeftOut() {
    List<MeanElements> both = new ArrayList<>(delta("low", 476, 53.2, 36, 20, 0));
    both.addAll(delta("high", 540, 53.2, 36, 20, 0));
    both.addAll(delta("climbing", 505, 53.2, 1, 1, 0));
    List<Shell> shells = shells(both, EPOCH_NS);
    assertThat(shells).hasSize(2);
    assertThat(shells).allMatch(shell -> shell.planes().size() == 36);
    assertThat(pairs(both, LATER_NS)).noneMatch(pair -> pair.endsWith("-1440"));
  }

  @Test
  void a04_theSameLinksAsTheGridByIndex() {
    // With the shift whose neighbours are nearest: the phase F and the lean of the planes decide.
    sameAsGrid(delta("s", 550, 53, 72, 22, 0), new PlusGrid(0, 72, 22, 0, true, 0, 5.4e6, 80e3));
    sameAsGrid(delta("s", 550, 53, 72, 22, 39), new PlusGrid(0, 72, 22, -1, true, 39, 5.4e6, 80e3));
    sameAsGrid(delta("s", 630, 51.9, 34, 34, 1), new PlusGrid(0, 34, 34, -1, true, 1, 5.4e6, 80e3));
    sameAsGrid(delta("s", 570, 70, 36, 20, 11), new PlusGrid(0, 36, 20, 0, true, 11, 5.4e6, 80e3));
  }

  private static void sameAsGrid(List<MeanElements> elements, PlusGrid grid) {
    Snapshot snapshot = Ephemeris.of(elements).at(LATER_NS);
    assertThat(pairs(elements, LATER_NS)).isEqualTo(names(LaserLinks.of(snapshot, List.of(grid))));
  }

  @Test
  void a05_missingSatellitesLeaveGapsButNoSatelliteHasMoreThanFour() {
    List<MeanElements> ragged = new ArrayList<>(delta("s", 550, 53, 72, 22, 39));
    for (int k = ragged.size() - 1; k >= 0; k -= 7) {
      ragged.remove(k);
    }
    Map<String, Integer> degree = degrees(pairs(ragged, LATER_NS));
    assertThat(degree.values()).allMatch(d -> d <= 4);
    assertThat(degree.values().stream().mapToInt(Integer::intValue).average().orElseThrow())
        .isGreaterThan(3.7);
  }

  @Test
  void a06_acrossTheSeamOfAStar() {
    List<MeanElements> star = star(780, 86.4, 6, 11);
    Set<String> links = pairs(star, LATER_NS);
    Set<String> crossing = new HashSet<>(links);
    crossing.removeIf(pair -> !isSeam(pair, 11, 5));
    assertThat(crossing).isNotEmpty();
    assertThat(degrees(links).values()).allMatch(d -> d <= 4);
  }

  @Test
  void a06_acrossTheSeamOnlyWhereAskedFor() {
    List<MeanElements> star = star(780, 86.4, 6, 11);
    DerivedLasers without =
        new DerivedLasers(Ephemeris.of(star), 0, star.size(), 5.4e6, 80e3, 12_000_000_000L, false);
    Set<String> links = names(without.at(LATER_NS));
    assertThat(links).isNotEmpty().noneMatch(pair -> isSeam(pair, 11, 5));
    assertThat(names(lasers(star).at(LATER_NS))).containsAll(links);
  }

  @Test
  void a07_aSeamLinkIsAcquiredBeforeItCarriesAnything() {
    List<MeanElements> star = star(780, 86.4, 6, 11);
    DerivedLasers lasers = lasers(star);
    long windowNs = Math.floorDiv(EPOCH_NS + 7_200_000_000_000L, 60_000_000_000L) * 60_000_000_000L;
    boolean waited = false;
    for (int k = 0; k < 40; k++) {
      long t = windowNs + k * 60_000_000_000L;
      Set<String> during = names(lasers.at(t + 5_000_000_000L));
      Set<String> after = names(lasers.at(t + 13_000_000_000L));
      Set<String> before = names(lasers.at(t - 1_000_000_000L));
      assertThat(after).containsAll(during);
      assertThat(before).containsAll(during);
      waited |= after.size() > during.size();
    }
    assertThat(waited).isTrue();
  }

  @Test
  void a08_insideAShellLinksLast() {
    List<MeanElements> elements = delta("s", 550, 53, 72, 22, 39);
    assertThat(pairs(elements, LATER_NS + 86_400_000_000_000L))
        .isEqualTo(pairs(elements, LATER_NS));
  }

  @Test
  void a09_theAnswerDoesNotDependOnWhatWasAskedBefore() {
    List<MeanElements> star = star(780, 86.4, 6, 11);
    DerivedLasers walked = lasers(star);
    for (long t = EPOCH_NS; t < EPOCH_NS + 7_300_000_000_000L; t += 15_000_000_000L) {
      Set<String> folded = names(walked.at(t));
      if (Math.floorMod(t - EPOCH_NS, 450_000_000_000L) == 0) {
        assertThat(names(lasers(star).at(t))).isEqualTo(folded);
      }
    }
  }

  @Test
  void a10_meanPlacesFollowTheirTheory() {
    List<MeanElements> elements = delta("s", 550, 53, 3, 3, 0);
    MeanPlaces later = MeanPlaces.at(Ephemeris.of(elements), EPOCH_NS + 86_400_000_000_000L);
    // Vallado 2013, equation 9-38: -4.486 degrees a day at 550 km and 53 degrees.
    assertThat(Math.toDegrees(later.raanRad(0)) - 360).isCloseTo(-4.49, within(0.01));
  }

  private static List<Shell> shells(List<MeanElements> elements, long atNs) {
    MeanPlaces places = MeanPlaces.at(Ephemeris.of(elements), atNs);
    return ShellStructure.find(places, 0, elements.size());
  }

  private static DerivedLasers lasers(List<MeanElements> elements) {
    return new DerivedLasers(
        Ephemeris.of(elements), 0, elements.size(), 5.4e6, 80e3, 12_000_000_000L, true);
  }

  private static Set<String> pairs(List<MeanElements> elements, long atNs) {
    return names(LaserLinks.of(Ephemeris.of(elements).at(atNs), lasers(elements).at(atNs)));
  }

  private static Set<String> names(List<LaserPattern> patterns) {
    Set<String> names = new HashSet<>();
    for (LaserPattern pattern : patterns) {
      pattern.forEachLink((a, b) -> names.add(a + "-" + b));
    }
    return names;
  }

  private static Set<String> names(LaserLinks lasers) {
    Set<String> names = new HashSet<>();
    for (int s = 0; s < lasers.satellites(); s++) {
      for (int k = lasers.first(s); k < lasers.end(s); k++) {
        if (s < lasers.neighbour(k)) {
          names.add(s + "-" + lasers.neighbour(k));
        }
      }
    }
    return names;
  }

  private static Map<String, Integer> degrees(Set<String> pairs) {
    Map<String, Integer> degree = new HashMap<>();
    for (String pair : pairs) {
      for (String end : pair.split("-", -1)) {
        degree.merge(end, 1, Integer::sum);
      }
    }
    return degree;
  }

  private static boolean isSeam(String pair, int perPlane, int lastPlane) {
    String[] ends = pair.split("-", -1);
    int a = Integer.parseInt(ends[0]) / perPlane;
    int b = Integer.parseInt(ends[1]) / perPlane;
    return Math.min(a, b) == 0 && Math.max(a, b) == lastPlane;
  }

  private static List<MeanElements> delta(
      String name, double altitudeKm, double inclinationDeg, int planes, int perPlane, int f) {
    return shell(
        name, altitudeKm, inclinationDeg, planes, perPlane, f, WalkerShell.DELTA_SPREAD_RAD);
  }

  private static List<MeanElements> star(
      double altitudeKm, double inclinationDeg, int planes, int perPlane) {
    return shell(
        "star", altitudeKm, inclinationDeg, planes, perPlane, 3, WalkerShell.STAR_SPREAD_RAD);
  }

  private static List<MeanElements> shell(
      String name,
      double altitudeKm,
      double inclinationDeg,
      int planes,
      int perPlane,
      int f,
      double spreadRad) {
    double inclinationRad = Math.toRadians(inclinationDeg);
    return new WalkerShell(
            name,
            WalkerShell.meanMotionRadPerS(1e3 * altitudeKm, inclinationRad),
            inclinationRad,
            planes,
            perPlane,
            f,
            spreadRad,
            0,
            0,
            EPOCH_NS)
        .elements();
  }
}
