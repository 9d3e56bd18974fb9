package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.accounts.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;

/** Counters become days, days become cycles, and every byte is in one of them. */
class C01_UsageTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 21);

  @Test
  void a01_aCounterThatBeganAgainCountsFromZero() {
    assertThat(UsageMeter.counted(100, 130)).isEqualTo(30);
    assertThat(UsageMeter.counted(100, 30)).isEqualTo(30);
    assertThat(UsageMeter.counted(100, 100)).isZero();
    refused(() -> UsageMeter.counted(-1, 5), "negative");
    refused(() -> new Usage.Reading("t", 1, 0, -1), "negative");
    refused(() -> new DailyUsage("SL-1", DAY, -1, 0), "negative");
  }

  @Test
  void a02_bytesGoToTheirDays() {
    long noon = Utc.parseNs("2026-05-21T12:00:00Z");
    long half = FundingTerms.DAY_NS / 2;
    assertThat(UsageMeter.spread(noon, noon + 2 * half, 100))
        .containsExactly(java.util.Map.entry(DAY, 50L), java.util.Map.entry(DAY.plusDays(1), 50L));
    assertThat(UsageMeter.spread(noon, noon, 7)).containsExactly(java.util.Map.entry(DAY, 7L));
    assertThat(UsageMeter.spread(noon, noon + half, 7))
        .as("midnight ends the day")
        .containsExactly(java.util.Map.entry(DAY, 7L));
    refused(() -> UsageMeter.spread(noon, noon - 1, 7), "before it was read");
    refused(() -> UsageMeter.spread(noon, noon, -7), "negative");
  }

  @Test
  void a03_noByteIsLostOrCountedTwice() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      long from = random.nextLong(4_000_000_000_000_000_000L);
      long to = from + random.nextLong(1, 40 * FundingTerms.DAY_NS);
      long bytes = random.nextLong(1L << (1 + random.nextInt(52)));
      var days = UsageMeter.spread(from, to, bytes);
      assertThat(days.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(bytes);
      assertThat(days.values()).allMatch(each -> each >= 0);
    }
  }

  @Test
  void a04_aTerminalIsMeteredOnTheLineThatItIsOn() {
    MemoryRecords records = MemoryRecords.ofOneAccount();
    records.line("SL-1", ServiceClass.CONSUMER);
    TerminalDesk desk = new TerminalDesk(records);
    desk.make(Terminal.made("t", "k", "d", 1), "");
    refused(() -> desk.meter(new Usage.Reading("t", 5, 1, 1)), "is on no line");
    desk.assign("t", "SL-1", 2, "");
    desk.meter(new Usage.Reading("t", 5, 10, 1));
    refused(() -> desk.meter(new Usage.Reading("t", 5, 20, 2)), "were read since then");
    desk.meter(new Usage.Reading("t", 6, 30, 4));
    assertThat(records.usage().of("SL-1", DAY, DAY))
        .containsExactly(new DailyUsage("SL-1", LocalDate.EPOCH, 20, 3));
  }

  @Test
  void b01_aCycleIsAMonthFromTheDayOnWhichTheLineBegan() {
    LocalDate began = LocalDate.of(2025, 8, 31);
    assertThat(BillingCycle.of(began, LocalDate.of(2026, 2, 27)))
        .isEqualTo(new BillingCycle(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28)));
    assertThat(BillingCycle.of(began, LocalDate.of(2026, 2, 28)))
        .isEqualTo(new BillingCycle(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31)));
  }

  @Test
  void b02_priorityDataIsUsedUpFirst() {
    BillingCycle cycle = BillingCycle.of(DAY, DAY);
    assertThat(cycle.contains(DAY)).isTrue();
    List<DailyUsage> usage =
        List.of(
            new DailyUsage("SL-1", DAY.plusDays(1), 50, 30),
            new DailyUsage("SL-1", DAY, 40, 10),
            new DailyUsage("SL-1", DAY.minusDays(1), 999, 0),
            new DailyUsage("SL-1", DAY.plusMonths(1), 999, 0));
    assertThat(cycle.days(usage, 100))
        .containsExactly(
            new BillingCycle.Day(DAY, 50, 0), new BillingCycle.Day(DAY.plusDays(1), 50, 30));
  }
}
