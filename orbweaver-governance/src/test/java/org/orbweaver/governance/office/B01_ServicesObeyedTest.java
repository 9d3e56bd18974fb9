package org.orbweaver.governance.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.TerminalState;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.TerminalEntry;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.TestBoard;

/** What a ledger says of lines is obeyed once it is verified, and not before. */
class B01_ServicesObeyedTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aLimitedLineIsADecisionAsSoonAsTheLedgerSaysSo() throws IOException {
    TestBoard board = TestBoard.founded();
    Hash sealed = Hash.leaf(new byte[] {1});
    board.mustApply(
        new LineEntry.Opened(
            board.header("intake"), "SL-0001", ServiceClass.HOSPITAL, null, sealed));
    board.mustApply(
        new TerminalEntry.Changed(
            board.header("intake"), "clinic-1", TerminalState.ASSIGNED, "SL-0001", ""));
    Path ledger = folder.resolve("ledger");
    GovernedLedger.writeRaw(ledger, board.entries());
    ProvenDecisions proven =
        new ProvenDecisions(
            new LedgerFolder(ledger),
            TrustPolicy.unwitnessed(TestLedger.LOG.verifier()),
            TestBoard.ORIGIN);
    assertThat(proven.decisions()).isEmpty();
    assertThat(proven.refresh(board.now().getEpochSecond())).isNull();
    assertThat(proven.decisions()).isEmpty();

    int before = board.entries().size();
    for (FundingState next : new FundingState[] {FundingState.GRACE, FundingState.LIMITED}) {
      board.mustApply(board.notice("SL-0001", next));
      board.pass(Duration.ofDays(60));
      board.mustApply(
          new LineEntry.FundingChanged(
              board.header("executor"), "SL-0001", next, null, null, null, "time"));
    }
    GovernedLedger.appendRaw(ledger, board.entries().subList(before, board.entries().size()));
    assertThat(proven.decisions()).as("not looked at yet").isEmpty();
    assertThat(proven.refresh(board.now().getEpochSecond())).isNull();
    assertThat(proven.decisions())
        .singleElement()
        .extracting(Decision::id, Decision::effect, Decision::witnessed)
        .containsExactly("funding:SL-0001", Effect.LIMIT, false);

    long atNs = board.now().getEpochSecond() * 1_000_000_000L;
    ServiceSnapshot service = ServiceSnapshot.of(proven.decisions(), atNs);
    assertThat(service.decisions()).hasSize(1);
    assertThat(service.differences(ServiceSnapshot.of(board.state(), board.now())))
        .as("a network that obeys the funding ladder is not accused")
        .isEmpty();
  }
}
