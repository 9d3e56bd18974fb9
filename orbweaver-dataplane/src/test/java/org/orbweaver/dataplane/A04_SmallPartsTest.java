package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, numbers and lines. */
class A04_SmallPartsTest {
  @ParameterizedTest
  @CsvSource({
    "berlim, berlin",
    "BERLIN, berlin",
    "ber, berlin",
    "frankfrt, frankfurt",
    "lodnon, london"
  })
  void aNearNameIsFound(String written, String meant) {
    List<String> names = List.of("accra", "berlin", "frankfurt", "london");
    assertThat(Spelling.near(written, names.size(), names::get)).first().isEqualTo(meant);
  }

  @Test
  void aFarNameIsNot() {
    List<String> names = List.of("accra", "berlin");
    assertThat(Spelling.hint("nowhere", 2, names::get)).isEmpty();
    assertThat(Spelling.hint("", 2, names::get)).isEmpty();
    assertThat(Spelling.hint("berlim", 2, names::get)).isEqualTo("; did you mean berlin?");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1500, 1500",
    "10k, 10000",
    "10K, 10000",
    "25M, 25000000",
    "25MB, 25000000",
    "10G, 10000000000",
    "64Ki, 65536",
    "9GiB, 9663676416"
  })
  void countsHaveSuffixes(String text, long count) throws Exception {
    assertThat(BytesPage.count(text)).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5M", "M", "11G", "10Gi", "99999999999999", "10m", "1 k"})
  void otherCountsAreRefused(String text) {
    assertThatThrownBy(() -> BytesPage.count(text)).isInstanceOf(HttpProblem.class);
  }

  @Test
  void noiseIsTheSameFromWhereverItIsRead() {
    byte[] whole = new byte[1000];
    Noise.fill(whole, whole.length, 7, 0);
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      int from = random.nextInt(whole.length);
      byte[] part = new byte[random.nextInt(whole.length - from)];
      Noise.fill(part, part.length, 7, from);
      assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(whole, from, from + part.length));
    }
    byte[] other = new byte[1000];
    Noise.fill(other, other.length, 8, 0);
    assertThat(other).isNotEqualTo(whole);
  }

  @Test
  void noticesOfAKindAreSparingAndPrintable() {
    List<String> said = new ArrayList<>();
    long[] nowNs = {0};
    Notices notices = new Notices(() -> nowNs[0], said::add);
    for (int i = 0; i < 1000; i++) {
      notices.say(Notices.Kind.NOT_SOCKS, "bell \u0007 and\nline " + i);
    }
    notices.say(Notices.Kind.TOO_SLOW, "other kind");
    nowNs[0] = 6_000_000_000L;
    notices.say(Notices.Kind.NOT_SOCKS, "later");
    assertThat(said)
        .containsExactly("bell ? and?line 0", "other kind", "later (and 999 like it before)");
  }

  @Test
  void latenessIsRoundedUpToAPowerOfTwo() {
    Lateness lateness = new Lateness();
    assertThat(lateness.quantileNs(0.5)).isZero();
    for (int i = 0; i < 99; i++) {
      lateness.record(50_000);
    }
    lateness.record(3_000_000);
    assertThat(lateness.quantileNs(0.5)).isEqualTo(64_000);
    assertThat(lateness.quantileNs(1)).isEqualTo(4_096_000);
  }

  @Test
  void jsonIsEscapedAndItsNumbersAreShort() {
    assertThat(
            new Json()
                .text("name", "a\"b\\c\n\u0001é😀")
                .text("none", null)
                .number("third", 1 / 3.0)
                .number("none", Double.NaN)
                .number("big", 1e9)
                .whole("id", 42L)
                .toString())
        .isEqualTo(
            """
            {
              "name": "a\\"b\\\\c\\u000a\\u0001é\\ud83d\\ude00",
              "none": null,
              "third": 0.333,
              "none": null,
              "big": 1000000000,
              "id": 42
            }
            """);
  }
}
