package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.format.elements.TleText;

/** Element sets by the name under which they were fetched. */
class D08_FetchedTest {
  private static final String YAML =
      """
      format: orbweaver/1
      name: net
      constellations:
        - { name: a, elements: { fetched: sets } }
      """;

  @TempDir Path temp;
  private Folder folder = new Folder(Path.of(""));
  private LoadOptions options = Folder.NOON;

  @BeforeEach
  void aCache() {
    folder =
        new Folder(temp)
            .with("cache/sets.elements", TleText.set("A", "00005"))
            .with("mine.tle", TleText.set("A", "00005") + TleText.set("B", "00006"));
    options = Folder.NOON.withFetched(temp.resolve("cache"));
  }

  @Test
  void theCopyInTheCacheIsRead() {
    assertThat(folder.notes(folder.load(YAML, options)))
        .isEqualTo("constellation a: 1 object, 1 kept\n");
  }

  @Test
  void aFileOnTheCommandLineIsStronger() {
    assertThat(folder.notes(folder.load(YAML, options.withElements(temp.resolve("mine.tle")))))
        .isEqualTo("constellation a: 2 objects, 2 kept\n");
  }

  @Test
  void whatWasNotFetchedIsNamedWithTheRemedy() {
    for (LoadOptions without : new LoadOptions[] {Folder.NOON, options}) {
      assertThat(folder.problems(folder.load(YAML.replace("sets", "kuiper"), without)))
          .isEqualTo(
              "net.yaml:4:37 constellations[0].elements.fetched: is \"kuiper\", which has not been"
                  + " fetched; run: orbweaver fetch kuiper, or give --elements FILE\n");
    }
  }

  @Test
  void aFileAndANameContradict() {
    assertThat(folder.problems(folder.load(YAML.replace("sets", "sets, file: mine.tle"), options)))
        .isEqualTo(
            "net.yaml:4:37 constellations[0].elements.fetched: is given beside file; one of the"
                + " two\n");
    assertThat(folder.problems(folder.load(YAML.replace("sets", "../mine"), options)))
        .startsWith("net.yaml:4:37 constellations[0].elements.fetched: is \"../mine\"; 1 to 63");
  }
}
