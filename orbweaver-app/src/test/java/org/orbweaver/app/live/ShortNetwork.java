package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/** The small network of {@code short.yaml}, whose slots take two seconds. */
final class ShortNetwork {
  private ShortNetwork() {}

  static Path file() throws Exception {
    return Path.of(
        Objects.requireNonNull(ShortNetwork.class.getResource("/live/short.yaml")).toURI());
  }

  static Network load() throws Exception {
    return load(file());
  }

  /** With more lines at the end of its file, which goes into a folder. */
  static Network with(String lines, Path folder) throws Exception {
    return load(Files.writeString(folder.resolve("more.yaml"), Files.readString(file()) + lines));
  }

  /** The same with one text in place of another. */
  static Network changed(String from, String to, Path folder) throws Exception {
    String text = Files.readString(file());
    assertThat(text).contains(from);
    return load(Files.writeString(folder.resolve("changed.yaml"), text.replace(from, to)));
  }

  private static Network load(Path file) {
    LoadResult result = ScenarioLoader.load(file, LoadOptions.at(0));
    assertThat(result.problems()).isEmpty();
    return Objects.requireNonNull(result.network());
  }
}
