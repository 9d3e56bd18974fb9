package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Subjects;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Authorisation.Grant;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.FundingTerms;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.AuthorisationEntry;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.merkle.Hash;

/** From entries of the ledger to what the network does with a terminal. */
class B02_ServiceDecisionsTest {
  private static final Hash SEALED = Hash.leaf(new byte[] {1});

  private final TestBoard board = TestBoard.founded();

  private void line(String number, String terminal) {
    board.mustApply(
        new LineEntry.Opened(board.header("intake"), number, ServiceClass.CONSUMER, null, SEALED));
    board.mustApply(
        new TerminalEntry.Changed(
            board.header("intake"), terminal, TerminalState.ASSIGNED, number, ""));
  }

  private void lower(String number, FundingState state) {
    board.mustApply(
        new LineEntry.FundingChanged(
            board.header("executor"), number, state, null, null, null, "time"));
  }

  private ReasonCode reason(String terminal, long atNs) {
    return reason(terminal, ServiceClass.CONSUMER, atNs);
  }

  private ReasonCode reason(String terminal, ServiceClass serviceClass, long atNs) {
    List<String> names = List.of("t-1", "t-2", "t-3");
    SiteTable sites =
        new SiteTable(names, Collections.nCopies(3, GeodeticPoint.ofDegrees(1, 2, 0)));
    List<@Nullable String> nowhere = new ArrayList<>(Collections.nCopies(3, null));
    PolicyRules rules =
        new PolicyRules(AreaTable.EMPTY, ServiceDecisions.of(board.state().services(), true), true);
    ServicePolicy policy =
        ServicePolicy.of(
            rules, new Subjects(sites, nowhere, Collections.nCopies(3, serviceClass)), atNs);
    return policy.reason(names.indexOf(terminal));
  }

  @Test
  void a01_aLimitedLineIsLimitedAndAPausedOneNotServedFromItsTimeOn() {
    line("SL-1", "t-1");
    line("SL-2", "t-2");
    line("SL-3", "t-3");
    board.mustApply(
        new LineEntry.Opened(board.header("intake"), "SL-4", ServiceClass.CONSUMER, null, SEALED));
    for (FundingState next : List.of(FundingState.GRACE, FundingState.LIMITED)) {
      for (String number : List.of("SL-1", "SL-2", "SL-4")) {
        board.mustApply(board.notice(number, next));
      }
      board.pass(Duration.ofDays(60));
      for (String number : List.of("SL-1", "SL-2", "SL-4")) {
        lower(number, next);
      }
    }
    board.mustApply(board.notice("SL-2", FundingState.PAUSED));
    board.pass(Duration.ofDays(30));
    lower("SL-2", FundingState.PAUSED);
    long nowNs = Utc.ofInstant(board.now());
    assertThat(reason("t-1", nowNs)).isEqualTo(ReasonCode.LINE_LIMITED);
    assertThat(reason("t-1", ServiceClass.HOSPITAL, nowNs)).isEqualTo(ReasonCode.LINE_LIMITED);
    assertThat(reason("t-1", ServiceClass.EMERGENCY, nowNs))
        .as("all traffic of an emergency service is emergency traffic")
        .isEqualTo(ReasonCode.SERVED);
    assertThat(reason("t-2", ServiceClass.EMERGENCY, nowNs)).isEqualTo(ReasonCode.LINE_PAUSED);
    assertThat(reason("t-2", nowNs)).isEqualTo(ReasonCode.LINE_PAUSED);
    assertThat(reason("t-2", nowNs - 1)).isEqualTo(ReasonCode.SERVED);
    assertThat(reason("t-3", nowNs)).isEqualTo(ReasonCode.SERVED);
    assertThat(ServicePolicy.LIMITED_BPS).isEqualTo((double) FundingTerms.DEFAULT.limitedBps());
    List<Decision> decisions = ServiceDecisions.of(board.state().services(), true);
    assertThat(decisions).extracting(Decision::id).containsExactly("funding:SL-1", "funding:SL-2");
    assertThat(decisions).allMatch(Decision::witnessed).noneMatch(Decision::hypothetical);
    board.mustApply(
        new TerminalEntry.Changed(board.header("intake"), "t-2", TerminalState.LOST, null, ""));
    assertThat(ServiceDecisions.of(board.state().services(), false))
        .as("a lost terminal is on no line")
        .hasSize(1)
        .noneMatch(Decision::witnessed);
  }

  @Test
  void b01_anAllowListLightsAndDarkensByItsWavesOnly() {
    var only = Decision.of("C-1", Effect.AUTHORISED_ONLY, new Scope.InArea("vellmark"), 0, 9, 1);
    assertThat(staged(only)).as("no list").isEqualTo(only);
    board.mustApply(
        new AllowListEntry.Announced(
            board.header("intake"),
            "AL-0001",
            "vellmark",
            List.of(
                new AllowListEntry.WavePlan(
                    board.now().plus(Duration.ofDays(9)), List.of(ServiceClass.CONSUMER)))));
    board.mustApply(new AllowListEntry.Enrolled(board.header("intake"), "AL-0001", List.of("t-1")));
    assertThat(staged(only)).as("waits for its wave").isNull();
    assertThat(ServiceDecisions.of(board.state().services(), true)).isEmpty();
    var elsewhere = Decision.of("C-2", Effect.AUTHORISED_ONLY, new Scope.InArea("x"), 0, 9, 1);
    assertThat(staged(elsewhere)).isEqualTo(elsewhere);
    var dark = Decision.of("C-3", Effect.RESTRICT, new Scope.InArea("vellmark"), 0, 9, 1);
    assertThat(staged(dark)).isEqualTo(dark);
    var all = Decision.of("C-4", Effect.AUTHORISED_ONLY, new Scope.Everywhere(), 0, 9, 1);
    assertThat(staged(all)).isEqualTo(all);

    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0001", Effect.AUTHORISED_ONLY);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    board.mustApply(
        new AllowListEntry.Rehearsed(board.header("analyst"), "AL-0001", 0, 3, 1, SEALED));
    board.mustApply(
        new AllowListEntry.Enforced(board.header("executor"), "AL-0001", 0, SEALED, "C-2026-0001"));
    assertThat(Objects.requireNonNull(staged(only)).classes())
        .isEqualTo(Set.of(ServiceClass.CONSUMER));
    assertThat(ServiceDecisions.of(board.state().services(), true))
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.effect()).isEqualTo(Effect.ENABLE);
          assertThat(listed.scope()).isEqualTo(new Scope.OfTerminals(Set.of("t-1")));
          assertThat(listed.index()).isEqualTo(board.state().size() - 1);
        });
    board.mustApply(
        new AuthorisationEntry.Granted(
            board.header("intake"),
            "AUT-0001",
            "t-2",
            Grant.ALLOW,
            board.now(),
            board.now().plus(Duration.ofDays(1)),
            "x",
            "C-2026-0001"));
    assertThat(ServiceDecisions.of(board.state().services(), true))
        .extracting(Decision::id)
        .containsExactly("allow-list:AL-0001", "authorisation:AUT-0001");
  }

  private @Nullable Decision staged(Decision decision) {
    return ServiceDecisions.staged(decision, board.state().services());
  }
}
