package org.orbweaver.governance.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Donation;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.MemoryRecords;
import org.orbweaver.governance.accounts.Rehearsal;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.accounts.Wave;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.AuthorisationEntry;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseSteps;
import org.orbweaver.governance.state.Services;
import org.orbweaver.governance.state.TestBoard;

/** The ledger is right: every difference is named, and what can be mended is. */
class A01_RebuildTest {
  private static final Hash SEALED = Hash.leaf(new byte[] {1});

  private TestBoard board = TestBoard.founded();
  private MemoryRecords records = MemoryRecords.ofOneAccount();

  private Services ledger() {
    return board.state().services();
  }

  private List<String> differences() {
    return Rebuild.differences(ledger(), records).stream()
        .map(each ->
            "%s %s %s: %s, %s"
                .formatted(each.kind(), each.id(), each.what(), each.ledger(), each.store()))
        .toList();
  }

  private TerminalEntry.Changed terminal(String id, TerminalState state, @Nullable String line) {
    return new TerminalEntry.Changed(board.header("intake"), id, state, line, "");
  }

  @BeforeEach
  void aLedgerAndAStoreThatAgree() {
    board = TestBoard.founded();
    records = MemoryRecords.ofOneAccount();
    board.mustApply(
        new LineEntry.Opened(
            board.header("intake"), "SL-0001", ServiceClass.RELIEF, "PAY-1", SEALED));
    board.mustApply(terminal("t-1", TerminalState.ASSIGNED, "SL-0001"));
    long nowNs = Utc.ofInstant(board.now());
    records.line("SL-0001", ServiceClass.RELIEF);
    records.lines().update(records.lines().get("SL-0001").with(Funding.by("PAY-1", nowNs)));
    records.terminals().add(Terminal.made("t-1", "k", "d", 1).assigned("SL-0001", nowNs));
    assertThat(differences()).isEmpty();
  }

  @Test
  void a01_aStoreThatSaysOtherwiseOfALineIsNamedAndMended() {
    records
        .lines()
        .update(
            records
                .lines()
                .get("SL-0001")
                .with(new Funding(FundingState.PAUSED, 5, "PAY-2", "PAY-1", 9))
                .endedAt(7));
    assertThat(differences())
        .containsExactly(
            "line SL-0001 ended: false, true",
            "line SL-0001 funding: funded, paused",
            "line SL-0001 since: 2026-03-01T08:00:00Z, 1970-01-01T00:00:00.000000005Z",
            "line SL-0001 payer: PAY-1, PAY-2",
            "line SL-0001 successor: null, PAY-1",
            "line SL-0001 paid until: 0, 9");
    assertThat(Rebuild.carryOver(ledger(), records)).isEmpty();
    assertThat(records.lines().get("SL-0001").endNs()).isNull();
  }

  @Test
  void a02_aPayerThatTheStoreDoesNotKnowIsAddedByItsId() {
    board.mustApply(
        new LineEntry.FundingChanged(
            board.header("steward"), "SL-0001", FundingState.FUNDED, "PAY-0077", null, null, "x"));
    board.mustApply(new LineEntry.Closed(board.header("intake"), "SL-0001", "x"));
    assertThat(Rebuild.carryOver(ledger(), records)).isEmpty();
    assertThat(records.payers().get("PAY-0077").name()).isEqualTo("unknown to this store");
    assertThat(records.lines().get("SL-0001").endNs()).isNotNull();
    assertThat(Rebuild.carryOver(ledger(), records)).as("once more").isEmpty();
  }

  @Test
  void a03_whatOnlyOneOfThemHasIsNamedAndNotThrownAway() {
    board.mustApply(
        new LineEntry.Opened(board.header("intake"), "SL-0002", ServiceClass.RELIEF, null, SEALED));
    board.mustApply(terminal("t-2", TerminalState.MADE, null));
    records.line("SL-0003", ServiceClass.RELIEF);
    records.terminals().add(Terminal.made("t-3", "k3", "d3", 1));
    List<String> only =
        List.of(
            "line SL-0002 line: opened, null",
            "line SL-0003 line: null, opened",
            "terminal t-2 terminal: made, null",
            "terminal t-3 terminal: null, made");
    assertThat(differences()).isEqualTo(only);
    Rebuild.carryOver(ledger(), records);
    assertThat(differences()).isEqualTo(only);
  }

  @Test
  void b01_aTerminalIsMendedWhereTheStoreHasItsLineAndDonation() {
    board.mustApply(
        new TerminalEntry.Donated(
            board.header("intake"), "DON-0001", ServiceClass.RELIEF, 1, List.of("t-2"), SEALED));
    records.terminals().add(Terminal.made("t-2", "k2", "d2", 1));
    assertThat(differences())
        .containsExactly(
            "terminal t-2 state: donated, made", "terminal t-2 donation: DON-0001, null");
    Rebuild.carryOver(ledger(), records);
    assertThat(differences()).hasSize(2);
    records.donations().add(new Donation("DON-0001", "D", ServiceClass.RELIEF, 1, 1, "x"));
    Rebuild.carryOver(ledger(), records);
    assertThat(differences()).isEmpty();
    board.mustApply(terminal("t-1", TerminalState.LOST, null));
    Rebuild.carryOver(ledger(), records);
    assertThat(records.terminals().get("t-1").state()).isEqualTo(TerminalState.LOST);
    board.mustApply(
        new LineEntry.Opened(board.header("intake"), "SL-0002", ServiceClass.RELIEF, null, SEALED));
    board.mustApply(terminal("t-2", TerminalState.ASSIGNED, "SL-0002"));
    Rebuild.carryOver(ledger(), records);
    assertThat(differences()).contains("terminal t-2 line: SL-0002, null");
  }

  @Test
  void b02_authorisationsAreTakenFromTheLedger() {
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0001", Effect.ENABLE);
    steps.approvedBy("ops-1", "legal-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    board.mustApply(
        new AuthorisationEntry.Granted(
            board.header("intake"),
            "AUT-0001",
            "t-1",
            Authorisation.Grant.ALLOW,
            board.now(),
            board.now().plus(Duration.ofDays(1)),
            "x",
            "C-2026-0001"));
    records
        .authorisations()
        .add(new Authorisation("AUT-0002", "t-9", Authorisation.Grant.ALLOW, 0, null, "x", 5L));
    assertThat(differences())
        .containsExactly(
            "authorisation AUT-0001 grant: ALLOW t-1 2026-03-10T08:00:00Z until"
                + " 2026-03-11T08:00:00Z, null",
            "authorisation AUT-0002 grant: null, ALLOW t-9 1970-01-01T00:00:00Z revoked"
                + " 1970-01-01T00:00:00.000000005Z");
    assertThat(Rebuild.carryOver(ledger(), records)).hasSize(1);
    Authorisation right = records.authorisations().get("AUT-0001");
    records.authorisations().update(right.revokedAt(right.fromNs()));
    assertThat(Rebuild.carryOver(ledger(), records)).hasSize(1);
    assertThat(records.authorisations().get("AUT-0001")).isEqualTo(right);
  }

  @Test
  void b03_allowListsAreTakenFromTheLedgerWithTheDryRunOfTheStore() {
    board.mustApply(
        new AllowListEntry.Announced(
            board.header("intake"),
            "AL-0001",
            "vellmark",
            List.of(
                new AllowListEntry.WavePlan(
                    board.now().plus(Duration.ofDays(9)), List.of(ServiceClass.CONSUMER)))));
    assertThat(differences()).containsExactly("allow-list AL-0001 allow-list: announced, null");
    assertThat(Rebuild.carryOver(ledger(), records)).isEmpty();
    board.mustApply(
        new AllowListEntry.Enrolled(board.header("intake"), "AL-0001", List.of("t-1", "t-2")));
    AllowList kept = records.allowLists().get("AL-0001");
    Rehearsal run = new Rehearsal(5, 0, new java.util.TreeSet<>());
    AllowList wrong =
        new AllowList(
            "AL-0001",
            "south",
            kept.announcedNs(),
            new java.util.TreeSet<>(Set.of("t-2", "t-3")),
            List.of(new Wave(kept.announcedNs(), Set.of(ServiceClass.CONSUMER))),
            1,
            run);
    records.allowLists().update(wrong);
    records.allowLists().add(AllowList.announced("AL-0002", "x", 0, List.of()));
    assertThat(differences())
        .contains(
            "allow-list AL-0001 area: vellmark, south",
            "allow-list AL-0001 enforced: 0, 1",
            "allow-list AL-0001 terminal: t-1, null",
            "allow-list AL-0001 terminal: null, t-3",
            "allow-list AL-0002 allow-list: null, announced")
        .hasSize(6);
    assertThat(Rebuild.carryOver(ledger(), records)).hasSize(1);
    assertThat(records.allowLists().get("AL-0001").rehearsal()).isEqualTo(run);
    assertThat(Rebuild.carryOver(ledger(), records)).hasSize(1);
  }
}
