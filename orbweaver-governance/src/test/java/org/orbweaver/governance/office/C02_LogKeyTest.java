package org.orbweaver.governance.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Audit.Kind;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.audit.Monitor;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.Refusal;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.TestBoard;

/** The log's own key is replaced by a decision of people, and everybody can follow. */
class C02_LogKeyTest {
  private static final String ID = "C-2026-0001";
  private static final SignerKey OLD = TestLedger.LOG;
  private static final SignerKey NEXT = TestLedger.key(OLD.name(), KeyType.ED25519, 60);
  private static final SignerKey THIRD = TestLedger.key(OLD.name(), KeyType.ED25519, 61);
  private static final TrustPolicy KNOWS_OLD = TestLedger.POLICY;
  private static final TrustPolicy KNOWS_NEXT = TrustPolicy.unwitnessed(NEXT.verifier());
  private static final TrustPolicy KNOWS_BOTH = KNOWS_OLD.with(List.of(NEXT.verifier()));

  private TestBoard board = TestBoard.founded();
  private int cases;

  @BeforeEach
  void found() {
    board = TestBoard.founded();
    cases = 0;
  }

  private static Change.LogKey change(SignerKey next, @Nullable SignerKey old) {
    return new Change.LogKey(
        next.verifier(),
        KeyProof.make(TestBoard.ORIGIN, KeyProof.LOG, next),
        old == null ? null : KeyProof.handOver(old, next.verifier()));
  }

  private CaseEntry.Proposed proposal(String id, Change... changes) {
    return new CaseEntry.Proposed(board.header("admin"), id, List.of(changes), "a new machine");
  }

  /** Up to the entry by which it is carried out; the number of entries with it. */
  private int decided(Change change) {
    String id = "C-2026-%04d".formatted(++cases);
    board.mustApply(proposal(id, change));
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), id, board.on(id)));
    for (String by : List.of("ops-1", "legal-1", "overseer")) {
      board.mustApply(new CaseEntry.Approved(board.header(by), id, board.on(id), null, "yes"));
    }
    board.mustApply(new CaseEntry.Executed(board.header("executor"), id, board.on(id), null, 0, 0));
    return board.entries().size();
  }

  private void more(int entries) {
    for (int i = 0; i < entries; i++) {
      board.mustApply(
          new LineEntry.Opened(
              board.header("intake"),
              "SL-%04d".formatted(board.entries().size()),
              ServiceClass.CONSUMER,
              null,
              Hash.leaf(new byte[1])));
    }
  }

  private static SignedNote note(List<byte[]> entries, SignerKey... keys) {
    String text = new Checkpoint(TestBoard.ORIGIN, entries.size(), NaiveTree.root(entries)).text();
    List<NoteSignature> signatures = new ArrayList<>();
    for (SignerKey key : keys) {
      signatures.add(NoteSignature.sign(key, text));
    }
    return SignedNote.of(text, signatures);
  }

  private Map<String, byte[]> files(int size, SignerKey... keys) {
    List<byte[]> entries = board.entries().subList(0, size);
    Map<String, byte[]> files = new HashMap<>(LedgerFiles.of(entries));
    files.put("checkpoint", note(entries, keys).bytes());
    return files;
  }

  private Audit audit(TrustPolicy policy, int size, SignerKey... keys) throws IOException {
    return auditSince(policy, null, size, keys);
  }

  private Audit auditSince(
      TrustPolicy policy, @Nullable SignedNote since, int size, SignerKey... keys)
      throws IOException {
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    return new Auditor(files(size, keys)::get, policy, EntryCheck.ANY, check).audit(since);
  }

  private static void assertClean(Audit audit) {
    assertThat(audit.fault()).isNull();
    assertThat(audit.trusted()).isNotNull();
  }

  private static void assertNotSigned(Audit audit) {
    assertThat(audit.fault()).isNotNull();
    assertThat(Objects.requireNonNull(audit.fault()).kind()).isEqualTo(Kind.CHECKPOINT);
  }

  @Test
  void a01_eachKeySignsItsSizes() throws IOException {
    int handed = decided(change(NEXT, OLD));
    more(3);
    for (TrustPolicy policy : List.of(KNOWS_OLD, KNOWS_BOTH)) {
      assertClean(audit(policy, handed - 1, OLD));
      assertClean(audit(policy, handed, OLD));
      assertClean(audit(policy, handed, OLD, NEXT));
      assertClean(audit(policy, handed + 1, NEXT));
      assertClean(audit(policy, handed + 3, NEXT));
    }
    assertClean(audit(KNOWS_NEXT, handed + 1, NEXT));
    assertClean(audit(KNOWS_NEXT, handed, OLD, NEXT));
  }

  @Test
  void a02_theOldKeyAfterAndTheNewKeyBeforeAreRefused() throws IOException {
    int handed = decided(change(NEXT, OLD));
    more(2);
    for (TrustPolicy policy : List.of(KNOWS_OLD, KNOWS_NEXT, KNOWS_BOTH)) {
      assertNotSigned(audit(policy, handed + 1, OLD));
      assertNotSigned(audit(policy, handed + 2, OLD));
      assertNotSigned(audit(policy, handed - 1, NEXT));
      assertNotSigned(audit(policy, handed, NEXT));
      assertNotSigned(audit(policy, handed + 1, THIRD));
    }
  }

  @Test
  void a03_anEarlierCheckpointByAKeyOfAnotherTimeIsRefused() throws IOException {
    int handed = decided(change(NEXT, OLD));
    more(3);
    List<byte[]> entries = board.entries();
    SignedNote tooLate = note(entries.subList(0, handed + 1), OLD);
    assertNotSigned(auditSince(KNOWS_BOTH, tooLate, handed + 3, NEXT));
    SignedNote right = note(entries.subList(0, handed), OLD);
    assertClean(auditSince(KNOWS_BOTH, right, handed + 3, NEXT));
    assertClean(auditSince(KNOWS_OLD, right, handed + 3, NEXT));
    SignedNote later = note(entries.subList(0, handed + 1), NEXT);
    assertClean(auditSince(KNOWS_OLD, later, handed + 3, NEXT));
    assertThatThrownBy(
            () -> auditSince(KNOWS_OLD, note(entries.subList(0, 2), THIRD), handed + 3, NEXT))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void a04_withoutTheOldKeysWordOnlyThoseFollowWhoVerifiedItBefore() throws IOException {
    int handed = decided(change(NEXT, null));
    more(1);
    assertNotSigned(audit(KNOWS_OLD, handed + 1, NEXT));
    assertClean(audit(KNOWS_BOTH, handed + 1, NEXT));
    SignedNote before = note(board.entries().subList(0, 1), OLD);
    assertClean(auditSince(KNOWS_OLD, before, handed + 1, NEXT));
    SignedNote nothing = note(List.of(), OLD);
    assertNotSigned(auditSince(KNOWS_OLD, nothing, handed + 1, NEXT));
  }

  @Test
  void a05_aLedgerMadeUpAroundTheOldKeysNameIsNotFollowed() throws IOException {
    TestBoard other = TestBoard.withApprovers("ops-9");
    board = other;
    int handed = decided(change(NEXT, null));
    more(1);
    assertNotSigned(audit(KNOWS_OLD, handed + 1, NEXT));
    SignedNote honest = note(TestBoard.founded().entries(), OLD);
    assertThat(auditSince(KNOWS_OLD, honest, handed + 1, NEXT).isClean()).isFalse();
  }

  @Test
  void a06_keysFollowOneAnother() throws IOException {
    int handed = decided(change(NEXT, OLD));
    int again = decided(change(THIRD, NEXT));
    more(1);
    assertThat(again).isGreaterThan(handed);
    assertClean(audit(KNOWS_OLD, again + 1, THIRD));
    assertClean(audit(KNOWS_NEXT, again + 1, THIRD));
    assertClean(audit(KNOWS_OLD, again, NEXT));
    assertNotSigned(audit(KNOWS_OLD, again, THIRD));
    assertNotSigned(audit(KNOWS_OLD, again + 1, NEXT));
    assertNotSigned(audit(TrustPolicy.unwitnessed(THIRD.verifier()), again, NEXT));
  }

  @Test
  void a07_theRightKeysNameUnderAWrongSignatureIsNotItsSignature() throws IOException {
    int handed = decided(change(NEXT, OLD));
    more(1);
    List<byte[]> entries = board.entries().subList(0, handed + 1);
    String text = note(entries, OLD).text();
    NoteSignature elsewhere = NoteSignature.sign(NEXT, note(entries, NEXT).text() + "x\n");
    SignedNote forged = SignedNote.of(text, List.of(NoteSignature.sign(OLD, text), elsewhere));
    Map<String, byte[]> files = files(handed + 1, OLD);
    files.put("checkpoint", forged.bytes());
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    assertNotSigned(new Auditor(files::get, KNOWS_OLD, EntryCheck.ANY, check).audit());
  }

  @Test
  void a08_whoBelievesNoKeyOfALedgerLearnsNone() throws IOException {
    int handed = decided(change(NEXT, OLD));
    SignerKey elsewhere = TestLedger.key("elsewhere.example", KeyType.ED25519, 62);
    assertNotSigned(audit(TrustPolicy.unwitnessed(elsewhere.verifier()), handed, OLD));
  }

  @Test
  void a09_aLedgerWithoutEntriesSpeaksForNoOtherKey() throws IOException {
    assertClean(audit(KNOWS_OLD, 0, OLD));
    assertNotSigned(audit(KNOWS_OLD, 0, NEXT));
  }

  private Refusal refusal(Change change) {
    return board.refusalOf(proposal(ID, change));
  }

  @Test
  void b01_aKeyThatNobodyHoldsOrThatIsSomebodysIsNotTheLogs() {
    VerifierKey next = NEXT.verifier();
    String proof = KeyProof.make(TestBoard.ORIGIN, KeyProof.LOG, NEXT);
    assertThat(refusal(new Change.LogKey(next, "?", null))).isEqualTo(Refusal.KEY_UNPROVEN);
    assertThat(refusal(new Change.LogKey(next, proof, "?"))).isEqualTo(Refusal.KEY_UNPROVEN);
    assertThat(refusal(new Change.LogKey(next, proof, KeyProof.handOver(THIRD, next))))
        .isEqualTo(Refusal.KEY_UNPROVEN);
    assertThat(refusal(change(OLD, OLD))).isEqualTo(Refusal.KEY_TAKEN);
    SignerKey named = TestLedger.key("elsewhere.example", KeyType.ED25519, 62);
    assertThat(refusal(change(named, null))).isEqualTo(Refusal.WRONG_ORIGIN);
    decided(change(NEXT, OLD));
    assertThat(board.refusalOf(proposal("C-2026-0002", change(OLD, NEXT))))
        .as("an old key never comes back")
        .isEqualTo(Refusal.KEY_TAKEN);
  }

  @Test
  void b02_onePersonDoesNotReplaceIt() {
    board.mustApply(proposal(ID, change(NEXT, OLD)));
    board.mustApply(new CaseEntry.Submitted(board.header("admin"), ID, board.on(ID)));
    assertThat(
            board.refusalOf(
                new CaseEntry.Executed(board.header("executor"), ID, board.on(ID), null, 0, 0)))
        .isEqualTo(Refusal.WRONG_STATE);
  }

  @Test
  void c01_theOfficeGoesOnWithTheNewKeyAndNotWithTheOld(@TempDir Path folder) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, OLD);
    }
    int handed = decided(change(NEXT, OLD));
    more(2);
    List<byte[]> entries = board.entries();
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), OLD)) {
      assertThat(Office.found(log, entries.subList(0, 1), board.now()))
          .isInstanceOf(Office.Answer.Appended.class);
      Office office = Office.open(log, KNOWS_OLD, null);
      assertThat(office.submit(entries.subList(1, handed + 1), board.now()))
          .as("nothing follows the entry under the same checkpoint")
          .extracting(answer -> ((Office.Answer.Refused) answer).refusal())
          .isEqualTo(Refusal.WRONG_LOG_KEY);
      assertThat(office.submit(entries.subList(1, handed), board.now()))
          .isInstanceOf(Office.Answer.Appended.class);
      assertThat(office.submit(entries.subList(handed, handed + 1), board.now()))
          .extracting(answer -> ((Office.Answer.Refused) answer).refusal())
          .isEqualTo(Refusal.WRONG_LOG_KEY);
    }
    try (FolderDisk disk = FolderDisk.take(folder)) {
      assertThatThrownBy(() -> DurableLog.open(disk, NEXT)).isInstanceOf(DamagedException.class);
    }
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), NEXT, OLD.verifier())) {
      String text = log.note().text();
      assertThat(log.addCosignatures(log.note(), List.of(NoteSignature.sign(NEXT, text)))).isTrue();
    }
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), NEXT)) {
      Office office = Office.open(log, KNOWS_OLD, null);
      assertThat(office.submit(entries.subList(handed, handed + 2), board.now()))
          .isInstanceOf(Office.Answer.Appended.class);
    }
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    assertClean(new Auditor(new LedgerFolder(folder), KNOWS_OLD, EntryCheck.ANY, check).audit());
  }

  @Test
  void c02_anAttemptIsNotPutDownUnderAWrongKey(@TempDir Path folder) throws IOException {
    decided(change(NEXT, OLD));
    GovernedLedger.writeRaw(folder, board.entries());
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), OLD)) {
      Office office = Office.open(log, KNOWS_OLD, new Office.Clerk("desk", board.key("desk")));
      board.pass(java.time.Duration.ofMinutes(1));
      CaseEntry late =
          new CaseEntry.Executed(board.header("executor"), ID, board.on(ID), null, 0, 0);
      assertThat(office.submit(List.of(board.sign(late).bytes()), board.now()))
          .extracting(answer -> ((Office.Answer.Refused) answer).recorded())
          .isEqualTo(false);
    }
  }

  @Test
  void d01_aMonitorFollows() throws IOException {
    int handed = decided(change(NEXT, OLD));
    more(2);
    List<Map<String, byte[]>> now = new ArrayList<>(List.of(files(2, OLD)));
    Monitor monitor =
        new Monitor(
            path -> now.getLast().get(path),
            KNOWS_OLD,
            EntryCheck.ANY,
            new StateCheck(TestBoard.ORIGIN));
    Monitor.Look look = monitor.look(null);
    assertThat(look.audit().fault()).isNull();
    for (int size = handed; size <= handed + 2; size++) {
      now.add(files(size, size == handed ? OLD : NEXT));
      look = monitor.look(look.next());
      assertThat(look.audit().fault()).as("at %d", size).isNull();
    }
    assertThat(look.audit().hashed()).as("once it knows the key, only what is new").isEqualTo(1);
    now.add(files(handed + 2, OLD));
    assertThat(monitor.look(look.next()).audit().fault()).isNotNull();
    assertThat(monitor.policy().logKeys(TestBoard.ORIGIN))
        .containsExactly(OLD.verifier(), NEXT.verifier());
  }
}
