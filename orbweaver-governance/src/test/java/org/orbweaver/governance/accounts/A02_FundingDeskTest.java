package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.accounts.Refusals.refused;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;

/** A payer leaves: what follows for a consumer, for a hospital, and where a successor is named. */
class A02_FundingDeskTest {
  private static final long DAY = FundingTerms.DAY_NS;

  private final MemoryRecords records = MemoryRecords.ofOneAccount();
  private final FundingDesk desk = new FundingDesk(records);

  private FundingState state(String line) {
    return records.lines().get(line).funding().state();
  }

  private void tell(long days) {
    desk.notices(days * DAY).forEach(notice -> records.notices().send(notice, days * DAY));
  }

  private List<String> step(long days) {
    List<FundingChange> due = desk.due(days * DAY);
    due.forEach(desk::apply);
    return due.stream().map(change -> change.line() + " " + change.to().state()).toList();
  }

  @Test
  void a01_theLadderIsWalkedDownAndTheHospitalStaysLimited() {
    records.line("SL-1", ServiceClass.CONSUMER);
    records.line("SL-2", ServiceClass.HOSPITAL);
    assertThat(desk.notices(0)).isEmpty();
    desk.leaving("PAY-1", DAY, DAY).forEach(desk::apply);
    tell(1);
    assertThat(step(60)).isEmpty();
    assertThat(step(61)).containsExactly("SL-1 grace", "SL-2 grace");
    assertThat(step(200)).as("nobody was told").isEmpty();
    tell(200);
    assertThat(desk.nextNs(records.lines().get("SL-1"))).isEqualTo(207 * DAY);
    assertThat(step(206)).isEmpty();
    assertThat(step(207)).containsExactly("SL-1 limited", "SL-2 limited");
    tell(207);
    assertThat(step(237)).containsExactly("SL-1 paused");
    assertThat(desk.nextNs(records.lines().get("SL-2"))).isNull();
    assertThat(step(9999)).isEmpty();
    assertThat(state("SL-2")).isEqualTo(FundingState.LIMITED);

    desk.apply(desk.paidBy("SL-1", "PAY-2", 300 * DAY));
    assertThat(records.lines().get("SL-1").funding()).isEqualTo(Funding.by("PAY-2", 300 * DAY));
  }

  @Test
  void a02_aNamedSuccessorTakesOverWithoutAGap() {
    records.line("SL-1", ServiceClass.RELIEF);
    desk.apply(desk.succeeded("SL-1", "PAY-2", 5));
    desk.leaving("PAY-1", 9, 9).forEach(desk::apply);
    assertThat(records.lines().get("SL-1").funding()).isEqualTo(Funding.by("PAY-2", 9));
  }

  @Test
  void a03_aSuccessorWhoDoesNotPayIsNone() {
    records.line("SL-1", ServiceClass.RELIEF);
    desk.apply(desk.succeeded("SL-1", "PAY-2", 5));
    records.payers().update(new Payer("PAY-2", "Two", 0, 7L));
    desk.leaving("PAY-1", 9, 9).forEach(desk::apply);
    assertThat(state("SL-1")).isEqualTo(FundingState.AT_RISK);
    desk.apply(desk.succeeded("SL-1", null, 10));
    assertThat(records.lines().get("SL-1").funding().successor()).isNull();
  }

  @Test
  void a04_whoSucceedsIsNoLongerNamedAndWhoIsNotStaysNamed() {
    records.line("SL-1", ServiceClass.RELIEF);
    records.payers().add(new Payer("PAY-3", "Three", 0, null));
    desk.apply(desk.succeeded("SL-1", "PAY-2", 5));
    desk.apply(desk.paidBy("SL-1", "PAY-3", 6));
    assertThat(records.lines().get("SL-1").funding().successor()).isEqualTo("PAY-2");
    desk.apply(desk.paidBy("SL-1", "PAY-2", 7));
    assertThat(records.lines().get("SL-1").funding().successor()).isNull();
  }

  @Test
  void b01_onlyLinesOfThePayerThatAreThereAndFundedAreTouched() {
    records.line("SL-1", ServiceClass.CONSUMER);
    records.lines().update(records.lines().get("SL-1").endedAt(3));
    records.line("SL-2", ServiceClass.CONSUMER);
    desk.apply(desk.paidBy("SL-2", "PAY-2", 4));
    records.line("SL-3", ServiceClass.CONSUMER);
    desk.leaving("PAY-1", 4, 4).forEach(desk::apply);
    assertThat(desk.leaving("PAY-1", 5, 5)).isEmpty();
    assertThat(state("SL-1")).isEqualTo(FundingState.FUNDED);
    assertThat(state("SL-2")).isEqualTo(FundingState.FUNDED);
    assertThat(state("SL-3")).isEqualTo(FundingState.AT_RISK);
    records.lines().update(records.lines().get("SL-3").endedAt(9));
    assertThat(desk.due(999 * DAY)).isEmpty();
    assertThat(desk.notices(999 * DAY)).isEmpty();
  }

  @Test
  void b02_whatCannotBeIsRefused() {
    records.line("SL-1", ServiceClass.CONSUMER);
    FundingChange old = desk.paidBy("SL-1", "PAY-2", 4);
    desk.leaving("PAY-1", 5, 5).forEach(desk::apply);
    refused(() -> desk.apply(old), "changed meanwhile");
    ServiceLine line = records.lines().get("SL-1");
    FundingChange tooSoon =
        new FundingChange(
            "SL-1",
            ServiceClass.CONSUMER,
            line.funding(),
            new Funding(FundingState.GRACE, 6, "PAY-1", null, 0),
            "now",
            null);
    refused(() -> desk.apply(tooSoon), "at the earliest");
    records.payers().update(new Payer("PAY-2", "Two", 0, 7L));
    refused(() -> desk.paidBy("SL-1", "PAY-2", 6), "leaves or has left");
    refused(() -> desk.succeeded("SL-1", "PAY-9", 6), "no PAY-9");
    records.lines().update(line.endedAt(8));
    refused(() -> desk.paidBy("SL-1", "PAY-1", 8), "not active");
  }

  @Test
  void b03_aRestrictDecisionLetsAnEssentialLineBePaused() {
    Funding limited = new Funding(FundingState.LIMITED, 0, null, null, 0);
    Funding paused = new Funding(FundingState.PAUSED, 30 * DAY, null, null, 0);
    var without = new FundingChange("S", ServiceClass.HOSPITAL, limited, paused, "r", null);
    var with = new FundingChange("S", ServiceClass.HOSPITAL, limited, paused, "r", "C-2026-0001");
    assertThat(without.refusal(FundingTerms.DEFAULT)).contains("without a restrict decision");
    assertThat(with.refusal(FundingTerms.DEFAULT)).isNull();
  }

  @Test
  void c01_theNetworkIsToldOfLimitedAndPausedLinesByTheirTerminals() {
    for (FundingState state : FundingState.values()) {
      records.line("SL-" + state, ServiceClass.CONSUMER);
      records
          .lines()
          .update(records.lines().get("SL-" + state).with(new Funding(state, 7, "PAY-1", null, 0)));
      if (state != FundingState.GRACE) {
        Terminal stock = Terminal.made("t-" + state, "k" + state, "d" + state, 1);
        records.terminals().add(stock.assigned("SL-" + state, 2));
        records.terminals().add(Terminal.made("u-" + state, "l" + state, "e" + state, 1));
      }
    }
    List<Decision> decisions =
        FundingDecisions.of(records.lines().all(), records.terminals().all(), line -> 42, true);
    assertThat(decisions)
        .extracting(Decision::id)
        .containsExactly("funding:SL-limited", "funding:SL-paused");
    assertThat(decisions).extracting(Decision::effect).containsExactly(Effect.LIMIT, Effect.PAUSE);
    Decision paused = Objects.requireNonNull(decisions.get(1));
    assertThat(paused.scope()).isEqualTo(new Scope.OfTerminals(java.util.Set.of("t-paused")));
    assertThat(paused.isInForce(7)).isTrue();
    assertThat(paused.isInForce(6)).isFalse();
    assertThat(paused.index()).isEqualTo(42);
    assertThat(paused.hypothetical()).isTrue();
    assertThat(paused.classes()).isEqualTo(Decision.ALL_CLASSES);
    assertThat(decisions.getFirst().classes())
        .as("the emergency services are not limited")
        .containsExactlyInAnyOrder(
            ServiceClass.HOSPITAL,
            ServiceClass.RELIEF,
            ServiceClass.GOVERNMENT,
            ServiceClass.CONSUMER);
  }
}
