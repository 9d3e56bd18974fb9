package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A12_GenerationTest {
  @Test
  void a01_theOperatorsNumberTells() {
    assertThat(of("STARLINK-1007", "2019-074A")).isEqualTo(Generation.V1);
    assertThat(of("STARLINK-3042", "2021-082B")).isEqualTo(Generation.V1_5);
    assertThat(of("STARLINK-6380", "2023-099C")).isEqualTo(Generation.V1_5);
    assertThat(of("STARLINK-30316", "2023-124L")).isEqualTo(Generation.V2_MINI);
    assertThat(of("STARLINK-11087 [DTC]", "2024-002B")).isEqualTo(Generation.V2_MINI);
    assertThat(of("STARLINK-36012", "")).isEqualTo(Generation.V2_MINI);
  }

  @Test
  void a02_withoutANameTheLaunchDoes() {
    assertThat(of("NORAD-44713", "2019-074A")).isEqualTo(Generation.V1);
    assertThat(of("NORAD-53887", "2022-119B")).isEqualTo(Generation.V1_5);
    assertThat(of("NORAD-55695", "2023-026A")).isEqualTo(Generation.V2_MINI);
    assertThat(of("NORAD-57381", "2023-099A")).isEqualTo(Generation.V1_5);
    assertThat(of("NORAD-60001", "2024-120A")).isEqualTo(Generation.V2_MINI);
  }

  @Test
  void a03_othersAreNotKnown() {
    assertThat(of("ONEWEB-0012", "2019-010A")).isEqualTo(Generation.UNKNOWN);
    assertThat(of("starlink-1-2", "")).isEqualTo(Generation.UNKNOWN);
    assertThat(of("STARLINK-1-2", "")).isEqualTo(Generation.UNKNOWN);
    assertThat(of("NORAD-44057", "")).isEqualTo(Generation.UNKNOWN);
    assertThat(elements("NORAD-44057", "2019-010A", 13.15)).isEqualTo(Generation.UNKNOWN);
    assertThat(of("", "")).isEqualTo(Generation.UNKNOWN);
  }

  private static Generation of(String name, String designator) {
    return elements(name, designator, 15.06);
  }

  private static Generation elements(String name, String designator, double revsPerDay) {
    return Generation.of(
        new MeanElements(
            name,
            1,
            designator,
            0,
            revsPerDay * 2 * Math.PI / 86400,
            0,
            0.0001,
            Math.toRadians(53),
            0,
            0,
            0,
            0));
  }
}
