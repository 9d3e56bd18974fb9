package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.StrictBase64;

/** What is secret for a time is counted, dated, and shown as what it was. */
class A16_SealsTest {
  private static final String CASE = "C-2026-0001";
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final byte[] SALT = new byte[32];
  private static final byte[] LETTER = "the ministry's letter".getBytes(StandardCharsets.UTF_8);
  private static final Hash SEALED =
      Hash.parse(SealedContent.seal("legal-request", DAY, SALT, LETTER).commitment());

  private TestBoard board;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
  }

  private SealEntry.Put put(String by, LocalDate reveal, @Nullable String caseId) {
    return new SealEntry.Put(board.header(by), SEALED, "legal-request", reveal, caseId);
  }

  private SealEntry.Opened opened(String by, byte[] salt, byte[] content) {
    return new SealEntry.Opened(
        board.header(by), SEALED, StrictBase64.encode(salt), StrictBase64.encode(content));
  }

  private SealFacts fact() {
    return board.state().seals().findFirst().orElseThrow();
  }

  @Test
  void a01_itIsCountedWhileNobodyKnowsWhatItIs() {
    new CaseSteps(board, CASE).received();
    long index = board.state().size();
    board.mustApply(put("intake", DAY, CASE));
    assertThat(fact())
        .isEqualTo(new SealFacts(SEALED, "legal-request", DAY, CASE, "intake", index, -1));
    assertThat(fact().isDue(DAY.minusDays(1))).isFalse();
    assertThat(fact().isDue(DAY)).isTrue();
  }

  @Test
  void a02_onItsDayAnOfficerShowsIt_andTheLedgerChecksThatItIsIt() {
    board.mustApply(put("intake", DAY, null));
    assertThat(board.refusalOf(opened("intake", SALT, LETTER))).isEqualTo(Refusal.TOO_EARLY);
    board.pass(Duration.ofDays(92));
    byte[] otherSalt = SALT.clone();
    otherSalt[31] ^= 1;
    byte[] other = "the ministry's ladder".getBytes(StandardCharsets.UTF_8);
    assertThat(board.refusalOf(opened("intake", otherSalt, LETTER)))
        .isEqualTo(Refusal.SEALED_OTHERWISE);
    assertThat(board.refusalOf(opened("intake", SALT, other))).isEqualTo(Refusal.SEALED_OTHERWISE);
    assertThat(board.refusalOf(opened("intake", Arrays.copyOf(SALT, 31), LETTER)))
        .isEqualTo(Refusal.SEALED_OTHERWISE);
    assertThat(
            board.refusalOf(new SealEntry.Opened(board.header("intake"), SEALED, "no base64", "")))
        .isEqualTo(Refusal.SEALED_OTHERWISE);
    long index = board.state().size();
    board.mustApply(opened("intake", SALT, LETTER));
    assertThat(fact().opened()).isEqualTo(index);
    assertThat(fact().isDue(DAY)).isFalse();
    assertThat(board.refusalOf(opened("overseer", SALT, LETTER))).isEqualTo(Refusal.NOT_SEALED);
  }

  @Test
  void a03_beforeItsDayOnlyAnOverseerDoes() {
    board.mustApply(put("intake", DAY, null));
    board.mustApply(opened("overseer", SALT, LETTER));
    assertThat(fact().opened()).isPositive();
  }

  @Test
  void a04_whoProposesRolesNeitherSealsNorShows_norDoesAProgram() {
    for (String by : new String[] {"admin", "executor", "desk", "glass-1"}) {
      assertThat(board.refusalOf(put(by, DAY, null))).as(by).isEqualTo(Refusal.ROLE_MISSING);
    }
    board.mustApply(put("ops-1", DAY, null));
    for (String by : new String[] {"admin", "executor", "desk", "ops-1", "analyst", "steward"}) {
      assertThat(board.refusalOf(opened(by, SALT, LETTER))).as(by).isEqualTo(Refusal.ROLE_MISSING);
    }
  }

  @Test
  void a05_whatCannotBeSealedIsRefused() {
    assertThat(board.refusalOf(put("intake", DAY, CASE))).isEqualTo(Refusal.NO_SUCH_CASE);
    LocalDate today = LocalDate.parse("2026-03-01");
    assertThat(board.refusalOf(put("intake", today, null))).isEqualTo(Refusal.TOO_LATE);
    assertThat(
            board.refusalOf(
                new SealEntry.Put(board.header("intake"), SEALED, "A Letter", DAY, null)))
        .isEqualTo(Refusal.MALFORMED_ID);
    assertThat(board.refusalOf(opened("overseer", SALT, LETTER))).isEqualTo(Refusal.NOT_SEALED);
    board.mustApply(put("intake", today.plusDays(1), null));
    assertThat(board.refusalOf(put("steward", DAY, null))).isEqualTo(Refusal.SEALED_ALREADY);
  }

  @Test
  void b01_itIsKeptWithASavedStateAndTriedOnAFork() {
    GovernanceState fork = board.state().fork();
    fork.apply(fork.size(), board.sign(put("intake", DAY, null)));
    assertThat(fork.seals()).hasSize(1);
    assertThat(board.state().seals()).isEmpty();
    fork.join();
    assertThat(board.state().seals()).hasSize(1);
    Checkpoint checkpoint =
        new Checkpoint(TestBoard.ORIGIN, board.state().size(), Hash.leaf(new byte[0]));
    GovernanceState back = StateFile.read(StateFile.write(board.state(), checkpoint), checkpoint);
    assertThat(back.seals()).containsExactly(fact());
  }
}
