package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.link.LaserLinks;
import org.orbweaver.core.scenario.Network;

/** Lasers that a file lists by the indices of their ends. */
class D07_ListedLasersTest {
  private static final String YAML =
      """
      format: orbweaver/1
      name: net
      constellations:
        - name: other
          walker: { altitudeKm: 1200, inclinationDeg: 53, planes: 1, perPlane: 1 }
        - name: ring
          walker: { altitudeKm: 1200, inclinationDeg: 53, planes: 1, perPlane: 12 }
      lasers:
        - { constellation: ring, pattern: listed, file: isls.txt, maxRangeKm: 8000 }
      """;

  @TempDir Path temp;

  @Test
  void exactlyTheListedLinksAreUsedWhereTheyAreShortEnough() {
    Folder folder = new Folder(temp).with("isls.txt", "# a b\n0 1\n2,1\n 3\t4 \n\n0 6\n");
    Network network = folder.network(YAML);
    LaserLinks links = lasers(network);
    assertThat(pairs(links)).containsExactly("1-2", "2-3", "4-5");
    assertThat(network.shells().getLast().listed()).hasSize(4);
  }

  @Test
  void aListMayBeEmpty() {
    assertThat(lasers(new Folder(temp).with("isls.txt", "").network(YAML)).isEmpty()).isTrue();
  }

  @Test
  void everyBadLineIsReported() {
    Folder folder = new Folder(temp).with("isls.txt", "0 1\n1 0\n2\n3 3\n4 12\n-1 x\n1 2 3\n5 6\n");
    assertThat(folder.problems(YAML))
        .isEqualTo(
            """
            isls.txt:2:1 link: links 1 and 0 as line 1 does; each link once
            isls.txt:3:1 link: is "2"; two indices of satellites
            isls.txt:4:1 link: links 3 to itself; two satellites
            isls.txt:5:3 link: is "12"; the index of a satellite, 0 to 11
            isls.txt:6:1 link: is "-1"; the index of a satellite, 0 to 11
            isls.txt:6:4 link: is "x"; the index of a satellite, 0 to 11
            isls.txt:7:1 link: is "1 2 3"; two indices of satellites
            """);
  }

  @Test
  void aListNeedsAFileAndAFileAList() {
    Folder folder = new Folder(temp);
    assertThat(folder.problems(YAML.replace("file: isls.txt, ", "")))
        .isEqualTo("net.yaml:9:5 lasers[0].file: is missing; the file that lists the links\n");
    assertThat(folder.problems(YAML.replace("pattern: listed, ", "")))
        .isEqualTo("net.yaml:9:34 lasers[0].file: is \"isls.txt\"; pattern: listed, or no file\n");
    assertThat(folder.problems(YAML))
        .isEqualTo("isls.txt:1:1 file: does not exist; the path of a file that does\n");
  }

  private static LaserLinks lasers(Network network) {
    return new Planner(network)
        .plan(network.slots().at(network.startNs()), null)
        .topology()
        .lasers();
  }

  private static Set<String> pairs(LaserLinks links) {
    Set<String> pairs = new TreeSet<>();
    for (int s = 0; s < links.satellites(); s++) {
      for (int k = links.first(s); k < links.end(s); k++) {
        pairs.add(Math.min(s, links.neighbour(k)) + "-" + Math.max(s, links.neighbour(k)));
      }
    }
    return pairs;
  }
}
