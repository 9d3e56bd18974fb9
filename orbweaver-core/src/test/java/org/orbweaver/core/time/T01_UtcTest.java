package org.orbweaver.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UTC between text and nanoseconds. */
class T01_UtcTest {
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:00Z, 0",
    "1969-12-31T23:59:59.999999999Z, -1",
    "2000-01-01T12:00:00Z, 946728000000000000",
    "2026-05-21T00:00:12Z, 1779321612000000000",
    "2026-05-21T00:00:12.5Z, 1779321612500000000",
    "2026-05-21T02:00:12+02:00, 1779321612000000000"
  })
  void readsInstants(String written, long unixNs) {
    assertThat(Utc.parseNs(written)).isEqualTo(unixNs);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59.999999999Z",
    "1779321612500000000, 2026-05-21T00:00:12.500Z",
    "1779321612000000001, 2026-05-21T00:00:12.000000001Z"
  })
  void writesFractionsInGroupsOfThreeAsNeeded(long unixNs, String written) {
    assertThat(Utc.format(unixNs)).isEqualTo(written);
    assertThat(Utc.parseNs(written)).isEqualTo(unixNs);
  }

  @Test
  void theWholeRangeOfLongGoesThere_andBack() {
    assertThat(Utc.parseNs(Utc.format(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThat(Utc.ofInstant(Utc.toInstant(Long.MIN_VALUE + 854_775_808L)))
        .isEqualTo(Long.MIN_VALUE + 854_775_808L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "2026-05-21", "2026-05-21T00:00:12", "2026-13-01T00:00:00Z"})
  void refusesWhatIsNoInstant(String written) {
    assertThatThrownBy(() -> Utc.parseNs(written)).isInstanceOf(DateTimeParseException.class);
  }

  @Test
  void refusesInstantsThatLongCannotCount() {
    assertThatThrownBy(() -> Utc.parseNs("2400-01-01T00:00:00Z"))
        .isInstanceOf(ArithmeticException.class);
  }
}
