package org.orbweaver.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class A01_DurationsAndMomentsTest {
  @ParameterizedTest
  @CsvSource({
    "1ns, 1",
    "250us, 250000",
    "100ms, 100000000",
    "15s, 15000000000",
    "0.5s, 500000000",
    "1m, 60000000000",
    "1min, 60000000000",
    "1h, 3600000000000",
    "1d, 86400000000000"
  })
  void aLengthOfTimeHasANumberAndAUnit(String written, long ns) {
    assertThat(new Durations().convert(written)).isEqualTo(ns);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "15",
        "-1s",
        "0s",
        "0.1ns",
        "1e3s",
        "1 s",
        "1s1s",
        "15 seconds",
        "99999999999s",
        "999999999d",
        "١s"
      })
  void nothingElseIsALengthOfTime(String written) {
    assertThatThrownBy(() -> new Durations().convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + written + "' is not a length of time such as 100ms, 15s, 1m or 1h");
  }

  @Test
  void aMomentIsUtcOrNow() {
    assertThat(new Moments().convert("now")).isEqualTo("now");
    assertThat(new Moments().convert("2026-05-21T00:00:12Z")).isEqualTo("2026-05-21T00:00:12Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-05-21",
        "2026-05-21T00:00:12",
        "2026-13-01T00:00:00Z",
        "9999-01-01T00:00:00Z"
      })
  void nothingElseIsAMoment(String written) {
    assertThatThrownBy(() -> new Moments().convert(written))
        .isInstanceOf(TypeConversionException.class)
        .hasMessage("'" + written + "' is not a moment such as 2026-05-21T00:00:12Z, or now");
  }
}
