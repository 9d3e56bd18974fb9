package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.entry.FundingSettings;

/** One line, one payer who leaves, and the days that follow. */
class A01_FundingLadderTest {
  private static final long START = Utc.parseNs("2026-01-01T00:00:00Z");
  private static final FundingTerms TERMS = FundingTerms.DEFAULT;

  private static long day(long days) {
    return START + days * FundingTerms.DAY_NS;
  }

  private static Funding on(FundingState state) {
    return new Funding(state, START, "PAY-0001", null, 0);
  }

  private static @Nullable String refusal(FundingState from, FundingState to, long days) {
    return FundingLadder.refusal(on(from), to, day(days), false, false, TERMS);
  }

  @ParameterizedTest
  @CsvSource({"AT_RISK,GRACE,60", "GRACE,LIMITED,30", "LIMITED,PAUSED,30"})
  void a01_eachRungLastsItsDaysAndNotANanosecondLess(
      FundingState from, FundingState to, long days) {
    assertThat(refusal(from, to, days)).isNull();
    assertThat(FundingLadder.refusal(on(from), to, day(days) - 1, false, false, TERMS))
        .isEqualTo(to + " comes at " + Utc.format(day(days)) + " at the earliest");
  }

  @ParameterizedTest
  @EnumSource
  void a02_whoeverPaysBringsTheLineBackFromAnyRungAtOnce(FundingState from) {
    assertThat(refusal(from, FundingState.FUNDED, 0)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "FUNDED,GRACE,after funded comes at-risk",
    "FUNDED,PAUSED,after funded comes at-risk",
    "AT_RISK,AT_RISK,after at-risk comes grace",
    "AT_RISK,LIMITED,after at-risk comes grace",
    "AT_RISK,PAUSED,after at-risk comes grace",
    "GRACE,PAUSED,after grace comes limited",
    "GRACE,AT_RISK,after grace comes limited",
    "LIMITED,GRACE,after limited comes paused",
    "PAUSED,LIMITED,below paused there is nothing"
  })
  void a03_noRungIsSkipped(FundingState from, FundingState to, String why) {
    assertThat(refusal(from, to, 1000)).startsWith(why);
  }

  @Test
  void a04_aPayerMayLeaveAtOnce() {
    assertThat(refusal(FundingState.FUNDED, FundingState.AT_RISK, 0)).isNull();
  }

  @Test
  void a05_nothingHappensBeforeWhatCameBefore() {
    assertThat(refusal(FundingState.GRACE, FundingState.FUNDED, -1))
        .isEqualTo("the line came to grace only at 2026-01-01T00:00:00Z");
  }

  @Test
  void a06_aPayerWhoStillPaysHoldsTheGraceBack() {
    Funding paid = new Funding(FundingState.AT_RISK, START, "PAY-0001", null, day(90));
    assertThat(FundingLadder.next(paid, false, false, TERMS))
        .isEqualTo(new FundingLadder.Step(FundingState.GRACE, day(90)));
  }

  @Test
  void a07_termsBeyondTheEndOfTimeNeverEnd() {
    FundingTerms long_ = new FundingSettings(Integer.MAX_VALUE, 90_000, 1, 3).terms();
    for (FundingState state : List.of(FundingState.AT_RISK, FundingState.GRACE)) {
      var step = Objects.requireNonNull(FundingLadder.next(on(state), false, false, long_));
      assertThat(step.dueNs()).isEqualTo(Long.MAX_VALUE);
    }
  }

  @Test
  void b01_anEssentialLineIsNeverPausedButByADecision() {
    Funding limited = on(FundingState.LIMITED);
    assertThat(FundingLadder.next(limited, true, false, TERMS)).isNull();
    assertThat(FundingLadder.refusal(limited, FundingState.PAUSED, day(9999), true, false, TERMS))
        .isEqualTo("an essential line is not paused without a restrict decision");
    assertThat(FundingLadder.refusal(limited, FundingState.PAUSED, day(30), true, true, TERMS))
        .isNull();
    assertThat(FundingLadder.next(on(FundingState.GRACE), true, false, TERMS))
        .isEqualTo(new FundingLadder.Step(FundingState.LIMITED, day(30)));
  }

  @Test
  void b02_belowThePauseAndAboveTheTopThereIsNoStep() {
    assertThat(FundingLadder.next(on(FundingState.PAUSED), false, true, TERMS)).isNull();
    assertThat(FundingLadder.next(on(FundingState.FUNDED), false, true, TERMS)).isNull();
  }

  @Test
  void c01_whatTakesSomethingAwayWaitsForItsNotice() {
    var limited = new FundingLadder.Step(FundingState.LIMITED, day(30));
    assertThat(FundingLadder.earliestNs(limited, null, TERMS)).isNull();
    assertThat(FundingLadder.earliestNs(limited, day(10), TERMS)).isEqualTo(day(30));
    assertThat(FundingLadder.earliestNs(limited, day(29), TERMS)).isEqualTo(day(36));
    var grace = new FundingLadder.Step(FundingState.GRACE, day(60));
    assertThat(FundingLadder.earliestNs(grace, null, TERMS)).isEqualTo(day(60));
  }

  @Test
  void c02_noticesComeOnArrivalAndAheadOfTheNextStep() {
    Funding risk = on(FundingState.AT_RISK);
    var next = FundingLadder.next(risk, false, false, TERMS);
    assertThat(notices(risk, next, 0)).containsExactly(0);
    assertThat(notices(risk, next, 30)).containsExactly(0, 30);
    assertThat(notices(risk, next, 46)).containsExactly(0, 30, 14);
    assertThat(notices(risk, next, 200)).containsExactly(0, 30, 14, 7, 1);
    // A rung as short as the earliest notice is told of on arrival, not twice.
    Funding grace = on(FundingState.GRACE);
    assertThat(notices(grace, FundingLadder.next(grace, false, false, TERMS), 200))
        .containsExactly(0, 14, 7, 1);
    assertThat(notices(on(FundingState.LIMITED), null, 200)).containsExactly(0);
  }

  private static List<Integer> notices(
      Funding funding, FundingLadder.@Nullable Step next, long days) {
    return FundingNotice.due("SL-1", funding, next, TERMS, day(days)).stream()
        .map(FundingNotice::daysAhead)
        .toList();
  }

  @Test
  void c03_aNoticeSaysWhatIsAndWhatComes() {
    assertThat(text(FundingState.FUNDED, null)).isEqualTo("Line SL-1 is paid for.");
    assertThat(text(FundingState.AT_RISK, FundingState.GRACE))
        .isEqualTo(
            "The payer of line SL-1 leaves. Service goes on in full. The time to find another"
                + " payer ends on 2026-01-08T00:00:00Z.");
    assertThat(text(FundingState.GRACE, FundingState.LIMITED))
        .endsWith("for now. It will be limited on 2026-01-08T00:00:00Z.");
    assertThat(text(FundingState.LIMITED, FundingState.PAUSED))
        .endsWith("emergency services are not. It will be paused on 2026-01-08T00:00:00Z.");
    assertThat(text(FundingState.PAUSED, null)).contains("configuration is kept");
  }

  private static String text(FundingState state, @Nullable FundingState next) {
    return new FundingNotice("SL-1", state, START, 7, next, next == null ? 0 : day(7)).text();
  }

  @Test
  void d01_wordsOfStatesReadBack() {
    for (FundingState state : FundingState.values()) {
      assertThat(FundingState.parse(state.toString())).isEqualTo(state);
    }
    assertThatThrownBy(() -> FundingState.parse("rich")).hasMessageContaining("'rich'");
  }

  @Test
  void d02_fundingAndTermsThatCannotBe() {
    refused(() -> new Funding(FundingState.FUNDED, 0, null, null, 0), "has a payer");
    refused(() -> new Funding(FundingState.GRACE, 0, "P", "P", 0), "succeed themselves");
    assertThat(Funding.none(5).state()).isEqualTo(FundingState.AT_RISK);
    refused(() -> new FundingTerms(-1, 0, 0, 1, List.of(), 0), "cannot be negative");
    refused(() -> new FundingTerms(0, 0, 0, 1, List.of(), -1), "cannot be negative");
    refused(() -> new FundingTerms(0, 0, 0, 0, List.of(), 0), "keeps a rate");
    refused(() -> new FundingTerms(0, 0, 0, 1, List.of(0), 0), "a day ahead");
  }

  private static void refused(Runnable what, String why) {
    assertThatThrownBy(what::run).isInstanceOf(RefusedException.class).hasMessageContaining(why);
  }
}
