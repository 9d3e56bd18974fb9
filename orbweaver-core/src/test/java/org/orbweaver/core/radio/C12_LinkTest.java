package org.orbweaver.core.radio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Budgets against the published ones of an older design (del Portillo, Cameron and Crawley, A
 * technical comparison of three low earth orbit satellite constellation systems, 2018).
 */
class C12_LinkTest {
  private static final double GAIN_OVER_TEMP = 37.7 - 10 * Math.log10(362.9);

  /** Its four kinds of interference, 27, 23.5, 25 and 20 dB, together; a roll-off of 0.1. */
  private static final RadioLink DOWN =
      new RadioLink(13.5e9, 250e6, 36.7, GAIN_OVER_TEMP, 0, 17.07, 1.5, 1 / 1.1);

  private static final RadioLink TO_SATELLITE =
      new RadioLink(28.5e9, 500e6, 68.4, 13.6, 0, 22, 1.5, 1 / 1.1);

  @Test
  void a01_freeSpace() {
    assertThat(RadioLink.freeSpaceDb(13.5e9, 1_684e3)).isCloseTo(179.6, within(0.05));
  }

  @Test
  void a02_toATerminal_12DbAnd674MbitPerSecond() {
    double db = DOWN.carrierOverNoiseDb(1_684e3, 0.53);
    assertThat(db).isCloseTo(12, within(0.3));
    assertThat(DOWN.rateBps(db)).isCloseTo(674e6, within(1e6));
  }

  @Test
  void a03_fromAGateway_2682MbitPerSecond() {
    double db = TO_SATELLITE.carrierOverNoiseDb(1_684e3, 2.2);
    assertThat(TO_SATELLITE.rateBps(db)).isCloseTo(2_682e6, within(1e6));
  }

  @Test
  void a04_theLadderStaysBelowShannonsBound() {
    double before = 0;
    for (double db = -6; db < 25; db += 0.01) {
      double bits = SpectralEfficiency.bitsPerHz(db);
      assertThat(bits)
          .isGreaterThanOrEqualTo(before)
          .isLessThanOrEqualTo(Math.log(1 + Math.pow(10, db / 10)) / Math.log(2));
      before = bits;
    }
    assertThat(SpectralEfficiency.bitsPerHz(-3)).isZero();
    assertThat(SpectralEfficiency.bitsPerHz(10.21)).isEqualTo(2.966728);
    assertThat(SpectralEfficiency.bitsPerHz(40)).isEqualTo(5.900855);
  }

  @Test
  void a05_theTableIsTheBudget() {
    double zenithDb = GasAttenuation.zenithDb(13.5e9, Air.standard(0));
    LinkTable table = new LinkTable(DOWN, 550e3, zenithDb);
    for (double lossDb : new double[] {0, 1.25, 6, 14}) {
      for (int s = 32; s < 128; s++) {
        double sin = (s + 0.5) / 128;
        double exact =
            DOWN.rateBps(
                DOWN.carrierOverNoiseDb(LinkTable.rangeM(550e3, sin), zenithDb / sin + lossDb));
        assertThat(table.bps(sin, lossDb)).isCloseTo(exact, within(100.0));
      }
    }
    assertThat(table.bps(1, 0)).isEqualTo(table.clearBps(1));
    assertThat(table.bps(0.5, 100)).isZero();
    assertThat(LinkTable.rangeM(550e3, 1)).isCloseTo(550e3, within(1e-6));
    assertThat(LinkTable.rangeM(550e3, Math.sin(Math.toRadians(25))))
        .isCloseTo(1_123e3, within(1e3));
  }
}
