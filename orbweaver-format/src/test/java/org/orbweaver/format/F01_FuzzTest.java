package org.orbweaver.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.orbweaver.core.scenario.ElementsSpec.Format;

/**
 * Replays the inputs beside this class's resources; with {@code JAZZER_FUZZ=1} in the environment,
 * looks for new ones, one target a run.
 */
class F01_FuzzTest {
  private static final Path FOLDER = folder();

  @FuzzTest(maxDuration = "1m")
  void scenario(byte[] input) {
    Targets.scenario(input, FOLDER);
  }

  @FuzzTest(maxDuration = "1m")
  void tle(byte[] input) {
    Targets.elements(input, Format.TLE);
  }

  @FuzzTest(maxDuration = "1m")
  void ommJson(byte[] input) {
    Targets.elements(input, Format.OMM_JSON);
  }

  @FuzzTest(maxDuration = "1m")
  void ommCsv(byte[] input) {
    Targets.elements(input, Format.OMM_CSV);
  }

  @FuzzTest(maxDuration = "1m")
  void ommXml(byte[] input) {
    Targets.elements(input, Format.OMM_XML);
  }

  @FuzzTest(maxDuration = "1m")
  void ommKvn(byte[] input) {
    Targets.elements(input, Format.OMM_KVN);
  }

  @FuzzTest(maxDuration = "1m")
  void anyElements(byte[] input) {
    Targets.elements(input, Format.AUTO);
  }

  @FuzzTest(maxDuration = "1m")
  void table(byte[] input) {
    Targets.table(input);
  }

  @FuzzTest(maxDuration = "1m")
  void geoJson(byte[] input) {
    Targets.geoJson(input);
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("orbweaver-fuzz");
      folder.toFile().deleteOnExit();
      folder.resolve("net.yaml").toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
