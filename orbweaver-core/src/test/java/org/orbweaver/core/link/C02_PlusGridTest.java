package org.orbweaver.core.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.Skies;
import org.orbweaver.core.orbit.Snapshot;

/** The +Grid by plane and slot. */
class C02_PlusGridTest {
  @Test
  void a01_threePlanesOfThree() {
    assertThat(links(grid(3, 3, 0, true, 0)))
        .containsExactlyInAnyOrder(
            "0-1", "1-2", "0-2", "3-4", "4-5", "3-5", "6-7", "7-8", "6-8", // in plane
            "0-3", "1-4", "2-5", "3-6", "4-7", "5-8", // to the next plane
            "0-6", "1-7", "2-8"); // around
  }

  @Test
  void a02_withoutWrapTheSeamStaysOpen() {
    assertThat(links(grid(3, 3, 0, false, 0))).hasSize(15).doesNotContain("0-6", "1-7", "2-8");
  }

  @Test
  void a03_shiftAddsToTheSlot() {
    assertThat(links(grid(3, 4, 1, false, 0))).contains("0-5", "1-6", "2-7", "3-4", "4-9");
  }

  @Test
  void a04_wrapShiftAddsToTheSlotWhereTheRingCloses() {
    assertThat(links(grid(3, 4, 0, true, 1))).contains("1-8", "2-9", "3-10", "0-11");
  }

  @Test
  void a05_everySatelliteHasFourLinks() {
    Map<Integer, Integer> degree = new HashMap<>();
    grid(72, 22, 0, true, 17)
        .forEachLink((a, b) -> {
          degree.merge(a, 1, Integer::sum);
          degree.merge(b, 1, Integer::sum);
        });
    assertThat(degree).hasSize(72 * 22);
    assertThat(degree.values()).containsOnly(4);
  }

  @Test
  void a06_smallShellsNameNoLinkTwice() {
    for (int planes = 1; planes <= 3; planes++) {
      for (int perPlane = 1; perPlane <= 3; perPlane++) {
        List<String> links = links(grid(planes, perPlane, 0, true, 0));
        Set<String> distinct = new HashSet<>(links);
        assertThat(links).as("%d x %d", planes, perPlane).hasSameSizeAs(distinct);
        assertThat(links).noneMatch(link -> link.split("-")[0].equals(link.split("-")[1]));
      }
    }
  }

  @Test
  void a07_longLinksAndLinksThroughTheAirDoNotExist() {
    Snapshot sky =
        Skies.satellites(
            new double[] {0, 0, 550}, new double[] {0, 16, 550}, new double[] {0, 60, 550});
    PlusGrid anyRange = new PlusGrid(0, 1, 3, 0, true, 0, 1e9, 80e3);
    assertThat(existing(sky, anyRange)).containsExactly("0-1");
    PlusGrid shortRange = new PlusGrid(0, 1, 3, 0, true, 0, 1e6, 80e3);
    assertThat(existing(sky, shortRange)).isEmpty();
    // Without regard to the Earth the same three satellites are all linked.
    PlusGrid noEarth = new PlusGrid(0, 1, 3, 0, true, 0, 1e9, -1e7);
    assertThat(existing(sky, noEarth)).containsExactly("0-1", "0-2", "1-2");
  }

  private static PlusGrid grid(int planes, int perPlane, int shift, boolean wrap, int wrapShift) {
    return new PlusGrid(0, planes, perPlane, shift, wrap, wrapShift, 1e9, 0);
  }

  private static List<String> links(PlusGrid grid) {
    List<String> links = new ArrayList<>();
    grid.forEachLink((a, b) -> links.add(Math.min(a, b) + "-" + Math.max(a, b)));
    return links;
  }

  private static List<String> existing(Snapshot sky, PlusGrid grid) {
    LaserLinks lasers = LaserLinks.of(sky, List.of(grid));
    List<String> links = new ArrayList<>();
    for (int s = 0; s < lasers.satellites(); s++) {
      for (int k = lasers.first(s); k < lasers.end(s); k++) {
        if (s < lasers.neighbour(k)) {
          links.add(s + "-" + lasers.neighbour(k));
          assertThat(lasers.lengthM(k)).isEqualTo(sky.distanceM(s, lasers.neighbour(k)));
        }
      }
    }
    return links;
  }
}
