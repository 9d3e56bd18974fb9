package org.orbweaver.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class A01_DecimalsTest {
  @Test
  void aNumberHasExactlyTheDecimalsAskedFor() {
    assertThat(Decimals.format(74.5866914, 6)).isEqualTo("74.586691");
    assertThat(Decimals.format(74, 6)).isEqualTo("74.000000");
    assertThat(Decimals.format(0.05, 3)).isEqualTo("0.050");
    assertThat(Decimals.format(7.6, 0)).isEqualTo("8");
  }

  @Test
  void aNegativeNumberKeepsItsSignUnlessItRoundsToZero() {
    assertThat(Decimals.format(-0.1306, 3)).isEqualTo("-0.131");
    assertThat(Decimals.format(-0.0004, 3)).isEqualTo("0.000");
    assertThat(Decimals.format(-0.0, 1)).isEqualTo("0.0");
  }

  @Test
  void hugeNumbersAreWrittenWhole() {
    assertThat(Decimals.format(1e18, 2)).isEqualTo("1000000000000000000.00");
    assertThat(Decimals.format(-1e18, 0)).isEqualTo("-1000000000000000000");
  }

  @Test
  void agreesWithExactArithmeticToHalfAUnitAndTheLastBitOfADouble() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      int decimals = random.nextInt(7);
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(10));
      BigDecimal written = new BigDecimal(Decimals.format(value, decimals));
      BigDecimal exact = new BigDecimal(value);
      BigDecimal halfUnit = BigDecimal.valueOf(5, decimals + 1);
      BigDecimal ulp = BigDecimal.valueOf(Math.ulp(value));
      assertThat(written.scale()).isEqualTo(decimals);
      assertThat(written.subtract(exact).abs())
          .as("%s at %d decimals", exact.setScale(12, RoundingMode.HALF_UP), decimals)
          .isLessThanOrEqualTo(halfUnit.add(ulp));
    }
  }
}
