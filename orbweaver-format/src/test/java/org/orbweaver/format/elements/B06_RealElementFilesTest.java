package org.orbweaver.format.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.TestData;

/** Every element set of a day's real files is usable. */
class B06_RealElementFilesTest {
  @ParameterizedTest
  @CsvSource({
    "tle/starlink-2026-05-21.tle.gz,10359",
    "tle/starlink-2024-07-17.tle.gz,6226",
    "tle/starlink-2024-08-23.tle.gz,6315",
    "tle/oneweb-2025-03-19.tle.gz,651",
    "calibration/hypatia-sample/shell.tle,1584",
  })
  void allLinesOfARealFileAreRead(String name, int objects) {
    Path file = TestData.real(name);
    assumeTrue(Files.exists(file), "no real data at " + file);
    ElementSets sets = ElementReader.read(file, Format.AUTO);
    assertThat(sets.skipped()).isEmpty();
    assertThat(sets.problems()).isEmpty();
    assertThat(sets.elements()).hasSize(objects);
  }
}
