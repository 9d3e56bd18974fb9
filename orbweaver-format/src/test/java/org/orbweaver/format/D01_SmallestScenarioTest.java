package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;

/** The smallest scenarios, and files that are none. */
class D01_SmallestScenarioTest {
  private static final String HEAD = "format: orbweaver/1\nname: net\n";

  @TempDir Path temp;

  @Test
  void nothingAtAllIsANetwork() {
    LoadResult result = folder().load(HEAD + "constellations: []\n");
    assertThat(result.problems()).isEmpty();
    assertThat(result.notes()).isEmpty();
    Network network = Objects.requireNonNull(result.network());
    assertThat(network.name()).isEqualTo("net");
    assertThat(network.ephemeris().size()).isZero();
    assertThat(network.shells()).isEmpty();
    assertThat(network.terminals().size()).isZero();
    assertThat(Utc.format(network.startNs())).isEqualTo("2026-05-21T12:00:00Z");
    assertThat(Utc.format(network.slots().at(network.startNs()).startNs()))
        .isEqualTo("2026-05-21T11:59:57Z");
  }

  @Test
  void oneSatelliteIsANetwork() {
    Network network =
        folder()
            .network(
                HEAD
                    + """
                    constellations:
                      - name: one
                        walker: { meanMotionRevPerDay: 15.2, inclinationDeg: 53, planes: 1, perPlane: 1 }
                    """);
    assertThat(network.ephemeris().size()).isEqualTo(1);
    assertThat(network.ephemeris().elements(0).name()).isEqualTo("one-0-0");
    assertThat(network.shells()).containsExactly(new Network.Shell("one", 0, 1, 1, 1));
  }

  @Test
  void aNewerFormatNamesTheVersionThatIsNeeded() {
    assertThat(folder().problems("format: orbweaver/2\nname: net\nplanets: [mars]\n"))
        .isEqualTo(
            "net.yaml:1:9 format: is orbweaver/2, newer than this Orbweaver, which reads orbweaver/1;"
                + " an Orbweaver that reads orbweaver/2, or a scenario in orbweaver/1\n");
    assertThat(folder().problems("format: orbweaver/0\nname: net\nconstellations: []\n"))
        .isEqualTo("net.yaml:1:9 format: is \"orbweaver/0\"; orbweaver/1\n");
  }

  @Test
  void whatIsNoScenarioIsTold() {
    assertThat(folder().problems(""))
        .isEqualTo(
            "net.yaml:1:1 file: is empty; a scenario that begins with format: orbweaver/1\n");
    assertThat(folder().problems("just text"))
        .startsWith("net.yaml:1:1 scenario: is text; keys: format, name");
    LoadResult missing = ScenarioLoader.load(temp.resolve("gone.yaml"), Folder.NOON);
    assertThat(folder().problems(missing))
        .isEqualTo("gone.yaml:1:1 file: does not exist; the path of a file that does\n");
    byte[] latin1 = (HEAD + "description: Malmö").getBytes(StandardCharsets.ISO_8859_1);
    folder().with("latin1.yaml", latin1);
    assertThat(folder().problems(ScenarioLoader.load(temp.resolve("latin1.yaml"), Folder.NOON)))
        .isEqualTo(
            "latin1.yaml:3:18 file: holds the byte 0xF6, which is not UTF-8; text in UTF-8\n");
  }

  @Test
  void aHugeFileIsRefusedUnread() {
    folder().with("huge.yaml", new byte[(16 << 20) + 1]);
    assertThat(folder().problems(ScenarioLoader.load(temp.resolve("huge.yaml"), Folder.NOON)))
        .isEqualTo(
            "huge.yaml:1:1 file: has more than 16 MiB; at most 16 MiB, divided over several files"
                + " where needed\n");
  }

  private Folder folder() {
    return new Folder(temp);
  }
}
