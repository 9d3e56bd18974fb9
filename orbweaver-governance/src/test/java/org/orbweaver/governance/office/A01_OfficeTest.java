package org.orbweaver.governance.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.state.CaseSteps;
import org.orbweaver.governance.state.Refusal;
import org.orbweaver.governance.state.TestBoard;

/** The only way in: what the fold accepts is appended, what it refuses is not, and is put down. */
class A01_OfficeTest {
  private static final String ID = "C-2026-0001";

  @TempDir Path folder;
  private final TestBoard board = TestBoard.founded();
  private DurableLog log;
  private Office office;

  @BeforeEach
  void open() throws IOException {
    GovernedLedger.writeRaw(folder, board.entries());
    log = DurableLog.open(FolderDisk.take(folder), TestLedger.LOG);
    office = Office.open(log, TestLedger.POLICY, new Office.Clerk("desk", board.key("desk")));
  }

  @AfterEach
  void close() throws IOException {
    log.close();
  }

  private Office.Answer submit(Envelope... envelopes) throws IOException {
    return office.submit(List.of(envelopes).stream().map(Envelope::bytes).toList(), board.now());
  }

  /** The same to the board, which then says what follows, and to the office. */
  private void both(Envelope envelope) throws IOException {
    board.mustApply(envelope);
    assertThat(submit(envelope)).isInstanceOf(Office.Answer.Appended.class);
  }

  @Test
  void a01_whatTheFoldAcceptsIsInTheLedger() throws IOException {
    CaseSteps steps = new CaseSteps(board, ID);
    both(board.sign(steps.receivedBy("intake", Channel.LETTER)));
    assertThat(log.checkpoint().size()).isEqualTo(2);
    assertThat(office.state().findByReceipt(steps.receipt())).isEqualTo(board.file(ID));
    assertThat(GovernedLedger.audit(folder).isClean()).isTrue();
  }

  @Test
  void a02_ofSeveralAllAreAppendedOrNone() throws IOException {
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope good = board.sign(steps.receivedBy("intake", Channel.LETTER));
    assertThat(submit(good, good))
        .isEqualTo(
            new Office.Answer.Refused(
                1, Refusal.CASE_EXISTS, Refusal.CASE_EXISTS.sentence() + ": " + ID, false));
    assertThat(log.checkpoint().size()).isEqualTo(1);
    assertThat(office.state().find(ID)).isNull();
    assertThat(submit(good)).isInstanceOf(Office.Answer.Appended.class);
  }

  @Test
  void a03_anAttemptIsPutDownOnceUnderTheNameOfWhoSignedIt() throws IOException {
    board.pass(Duration.ofMinutes(1));
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope attempt = board.sign(steps.receivedBy("ops-1", Channel.LETTER));
    assertThat(submit(attempt))
        .isEqualTo(
            new Office.Answer.Refused(
                0, Refusal.ROLE_MISSING, Refusal.ROLE_MISSING.sentence(), true));
    assertThat(log.checkpoint().size()).isEqualTo(2);
    assertThat(submit(attempt)).extracting("recorded").isEqualTo(false);
    assertThat(log.checkpoint().size()).isEqualTo(2);
    assertThat(GovernedLedger.audit(folder).isClean()).isTrue();
  }

  @Test
  void a04_anOldEntrySentAgainByOthersIsNobodysAttempt() throws IOException {
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope received = board.sign(steps.receivedBy("intake", Channel.LETTER));
    both(received);
    assertThat(submit(received)).extracting("recorded").isEqualTo(false);
  }

  @Test
  void a05_whatNobodySignedIsNobodysAttempt() throws IOException {
    CaseSteps steps = new CaseSteps(board, ID);
    Envelope forged = board.sign(steps.receivedBy("intake", Channel.LETTER), "ops-1");
    assertThat(submit(forged))
        .extracting("refusal", "recorded")
        .containsExactly(Refusal.WRONG_SIGNATURES, false);
  }

  @Test
  void a06_aClockThatRunsAheadDoesNotStopTheLedger() throws IOException {
    board.pass(Duration.ofMinutes(6));
    Envelope early = board.sign(new CaseSteps(board, ID).receivedBy("intake", Channel.LETTER));
    board.pass(Duration.ofMinutes(-6));
    assertThat(submit(early)).extracting("refusal").isEqualTo(Refusal.FROM_THE_FUTURE);
  }

  @Test
  void a07_anOfficeDoesNotOpenOnALedgerThatWasWrittenPastIt() throws IOException {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    byte[] alone = board.sign(steps.approval("intake")).bytes();
    log.append(board.entries().subList(1, board.entries().size()));
    log.append(alone);
    assertThatThrownBy(() -> Office.open(log, TestLedger.POLICY, null))
        .isInstanceOf(DamagedException.class)
        .hasMessageStartingWith("entry 5: ")
        .hasMessageContaining(Refusal.ROLE_MISSING.sentence());
  }
}
