package org.orbweaver.governance.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.state.CaseSteps;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.StateFile;
import org.orbweaver.governance.state.TestAreas;
import org.orbweaver.governance.state.TestBoard;

/** From a verified checkpoint on, only what is new is read and hashed. */
class C01_IncrementalTest {
  private static final int OLD = 600;
  private static final int NEW = 625;
  private static final List<byte[]> ENTRIES = new ArrayList<>();

  /** Cases of every kind of state, break-glass that is not ratified, and many lines. */
  @BeforeAll
  static void write() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = CaseSteps.inApproval(board, "C-2026-0001", Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE).approvedBy("ops-1");
    board.mustApply(
        TestAreas.call(
            board.header("glass-1"),
            "C-2026-0003",
            TestBoard.where(
                TestBoard.until(
                    board.measure(Effect.ENABLE, java.time.Duration.ZERO, null),
                    board.now().plusSeconds(3_600)),
                TestAreas.where("vellmark")),
            "an attack"));
    board.mustApply(
        new CaseEntry.BreakGlassConfirmed(
            board.header("glass-2"), "C-2026-0003", board.on("C-2026-0003")));
    board.mustApply(
        new OfficeEntry.AttemptRefused(
            board.header("desk"), Hash.leaf(new byte[1]), "ops-1", "x", null, "TOO_LATE"));
    for (int i = 0; board.entries().size() < NEW; i++) {
      String line = "SL-%04d".formatted(i);
      board.mustApply(
          new LineEntry.Opened(
              board.header("intake"), line, ServiceClass.CONSUMER, null, Hash.leaf(new byte[2])));
      if (i % 3 == 0) {
        board.mustApply(board.notice(line, FundingState.GRACE));
      }
    }
    ENTRIES.addAll(board.entries().subList(0, NEW));
  }

  private static SignedNote note(List<byte[]> entries) {
    String text = new Checkpoint(TestBoard.ORIGIN, entries.size(), NaiveTree.root(entries)).text();
    return SignedNote.of(text, List.of(NoteSignature.sign(TestLedger.LOG, text)));
  }

  private static Map<String, byte[]> files(List<byte[]> entries) {
    Map<String, byte[]> files = new HashMap<>(LedgerFiles.of(entries));
    files.put("checkpoint", note(entries).bytes());
    return files;
  }

  private static Audit audit(LedgerSource source, StateCheck check, SignedNote... since)
      throws IOException {
    return new Auditor(source, TestLedger.POLICY, EntryCheck.ANY, check)
        .audit(since.length == 0 ? null : since[0]);
  }

  private static StateCheck verified(int size) throws IOException {
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    Audit audit = audit(files(ENTRIES.subList(0, size))::get, check);
    assertThat(audit.fault()).isNull();
    assertThat(audit.hashed()).isEqualTo(size);
    return check;
  }

  private static Checkpoint checkpoint(int size) {
    return Checkpoint.parse(note(ENTRIES.subList(0, size)).text());
  }

  private static byte[] saved(int size) throws IOException {
    return StateFile.write(verified(size).state(), checkpoint(size));
  }

  @Test
  void a01_onlyNewEntriesAreHashedAndTheMeaningIsTheSame() throws IOException {
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    check.resume(StateFile.read(saved(OLD), checkpoint(OLD)));
    Map<String, byte[]> files = files(ENTRIES);
    Set<String> read = new TreeSet<>();
    LedgerSource counting =
        path -> {
          read.add(path);
          return files.get(path);
        };
    Audit audit = audit(counting, check, note(ENTRIES.subList(0, OLD)));
    assertThat(audit.fault()).isNull();
    assertThat(audit.hashed()).as("hashed").isEqualTo(NEW - OLD);
    assertThat(audit.entries()).isEqualTo(NEW - OLD);
    assertThat(read)
        .as("bundles read")
        .noneMatch(path -> path.startsWith("tile/entries/000") || path.contains("entries/001"));
    assertThat(StateFile.write(check.state(), checkpoint(NEW))).isEqualTo(saved(NEW));
  }

  @Test
  void a02_withNothingNewNothingIsHashed() throws IOException {
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    check.resume(StateFile.read(saved(NEW), checkpoint(NEW)));
    Audit audit = audit(files(ENTRIES)::get, check, note(ENTRIES));
    assertThat(audit.fault()).isNull();
    assertThat(audit.hashed()).isZero();
  }

  @Test
  void a03_withoutTheStateAllIsReadAndHashedAgain() throws IOException {
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    Audit audit = audit(files(ENTRIES)::get, check, note(ENTRIES.subList(0, OLD)));
    assertThat(audit.fault()).isNull();
    assertThat(audit.hashed()).isEqualTo(NEW);
    assertThat(audit.entries()).isEqualTo(NEW - OLD);
  }

  @Test
  void a04_theStateGoesOnAsIfItHadNeverBeenAway() throws IOException {
    for (int size : new int[] {1, 11, 20, 21, 256, OLD}) {
      StateCheck check = new StateCheck(TestBoard.ORIGIN);
      check.resume(StateFile.read(saved(size), checkpoint(size)));
      assertThat(audit(files(ENTRIES)::get, check, note(ENTRIES.subList(0, size))).fault())
          .as("from %d", size)
          .isNull();
      assertThat(StateFile.write(check.state(), checkpoint(NEW))).isEqualTo(saved(NEW));
    }
  }

  @Test
  void a05_anotherHistoryIsFoundWithoutReadingIt() throws IOException {
    List<byte[]> forged = new ArrayList<>(ENTRIES);
    forged.set(3, ENTRIES.get(4));
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    check.resume(StateFile.read(saved(OLD), checkpoint(OLD)));
    Audit.Fault fault = audit(files(forged)::get, check, note(ENTRIES.subList(0, OLD))).fault();
    assertThat(fault).isNotNull().extracting(Audit.Fault::kind).isEqualTo(Audit.Kind.HISTORY);
  }

  @Test
  void a06_aNewEntryThatTheStateRefusesIsNamed() throws IOException {
    List<byte[]> more = new ArrayList<>(ENTRIES.subList(0, OLD));
    more.add(ENTRIES.get(5));
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    check.resume(StateFile.read(saved(OLD), checkpoint(OLD)));
    Audit.Fault fault = audit(files(more)::get, check, note(ENTRIES.subList(0, OLD))).fault();
    assertThat(fault)
        .isNotNull()
        .extracting(Audit.Fault::kind, Audit.Fault::first)
        .containsExactly(Audit.Kind.CONTENT, (long) OLD);
  }

  @Test
  void a07_aFileThatIsDamagedOrOfAnotherCheckpointIsNotRead() throws IOException {
    byte[] file = saved(21);
    refused(file, checkpoint(20), "not of this checkpoint");
    refused(new byte[0], checkpoint(21), "not of this checkpoint");
    for (int at = 200; at < file.length; at += 97) {
      byte[] broken = file.clone();
      broken[at] ^= 1;
      refused(broken, checkpoint(21), "damaged");
    }
    refused(Arrays.copyOf(file, file.length - 1), checkpoint(21), "damaged");
    assertThatThrownBy(() -> StateFile.write(verified(20).state(), checkpoint(21)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refused(byte[] file, Checkpoint checkpoint, String why) {
    assertThatThrownBy(() -> StateFile.read(file, checkpoint))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(why);
  }
}
