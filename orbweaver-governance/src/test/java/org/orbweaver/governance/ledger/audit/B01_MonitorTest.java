package org.orbweaver.governance.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orbweaver.governance.ledger.TestLedger.LOG;
import static org.orbweaver.governance.ledger.TestLedger.POLICY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Monitor.Look;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;

/** Following a log, and what convicts one that shows different people different things. */
class B01_MonitorTest {
  @TempDir private Path folder = Path.of("");

  /** A ledger that another history was written into from an index on. */
  private Path fork(String name, int common, int size) throws IOException {
    Path fork = folder.resolve(name);
    TestLedger.write(fork, common);
    if (size > common) {
      try (DurableLog log = DurableLog.open(FolderDisk.take(fork), LOG)) {
        log.append(
            LongStream.range(10_000 + common, 10_000 + size).mapToObj(TestLedger::entry).toList());
      }
    }
    return fork;
  }

  private static SignedNote note(Path ledger) throws IOException {
    return SignedNote.parse(Files.readAllBytes(ledger.resolve("checkpoint")));
  }

  private static Monitor monitor(Path ledger) {
    return new Monitor(new LedgerFolder(ledger), POLICY, EntryCheck.ANY);
  }

  @Test
  void aGrowingLedgerIsFollowed() throws IOException {
    Path ledger = fork("a", 5, 5);
    Look first = monitor(ledger).look(null);
    assertThat(first.audit().isClean()).isTrue();
    assertThat(first.audit().entries()).isEqualTo(5);
    TestLedger.append(ledger, 5, 300);
    Look second = monitor(ledger).look(first.next());
    assertThat(second.audit().isClean()).isTrue();
    assertThat(second.audit().entries()).isEqualTo(295);
    assertThat(monitor(ledger).look(second.next()).audit().entries()).isZero();
    assertThat(monitor(ledger).compare(Objects.requireNonNull(first.next()), note(ledger)))
        .isEmpty();
  }

  @Test
  void twoRootsOfOneSizeAreEvidence() throws IOException {
    SignedNote seen = note(fork("a", 8, 8));
    Look look = monitor(fork("b", 3, 8)).look(seen);
    assertThat(look.audit().isClean()).isFalse();
    assertThat(look.next()).isEqualTo(seen);
    Evidence evidence = Objects.requireNonNull(look.evidence());
    Evidence read = Evidence.parse(evidence.bytes());
    assertThat(read).isEqualTo(evidence);
    assertThat(read.verify(POLICY)).isEqualTo("log.example signed two roots for the size 8");
  }

  @Test
  void aLongerLedgerThatBeginsOtherwiseIsEvidence() throws IOException {
    for (int seen : new int[] {7, 8, 300}) {
      SignedNote before = note(fork("a" + seen, seen, seen));
      Look look = monitor(fork("b" + seen, 3, seen + 20)).look(before);
      Evidence evidence = Evidence.parse(Objects.requireNonNull(look.evidence()).bytes());
      assertThat(evidence.verify(POLICY)).contains("does not begin with the " + seen);
      assertThat(evidence.beginning()).isNotNull();
    }
  }

  @Test
  void aShorterOtherLedgerIsEvidenceOnlyTogetherWithTheLongerOne() throws IOException {
    Path longer = fork("a", 20, 20);
    Path shorter = fork("b", 3, 9);
    Look look = monitor(shorter).look(note(longer));
    assertThat(look.audit().isClean()).isFalse();
    // Its own files cannot show what the longer tree begins with; a mirror of the longer one can.
    assertThat(look.evidence()).isNull();
    assertThat(monitor(longer).compare(note(shorter), note(longer))).isPresent();
  }

  @Test
  void anOlderCopyIsARollbackButNoEvidence() throws IOException {
    SignedNote seen = note(fork("a", 20, 20));
    Look look = monitor(fork("b", 9, 9)).look(seen);
    assertThat(look.audit().isClean()).isFalse();
    assertThat(look.evidence()).isNull();
  }

  @Test
  void evidenceConvictsNobodyElse() throws IOException {
    SignedNote one = note(fork("a", 8, 8));
    SignedNote two = note(fork("b", 3, 8));
    Evidence evidence = new Evidence(one, two, null, List.of());
    SignerKey other = TestLedger.key("log.example", KeyType.ED25519, 99);
    assertThatThrownBy(() -> evidence.verify(TrustPolicy.unwitnessed(other.verifier())))
        .isInstanceOf(UntrustedException.class);
    assertThatThrownBy(() -> new Evidence(one, one, null, List.of()).verify(POLICY))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("do not contradict");
    SignedNote longer = note(fork("c", 12, 12));
    Evidence invented =
        new Evidence(one, longer, Hash.EMPTY, List.of(Hash.EMPTY, Hash.leaf(new byte[0])));
    assertThatThrownBy(() -> invented.verify(POLICY)).isInstanceOf(UntrustedException.class);
  }

  @Test
  void aForgedCheckpointIsNoEvidence() throws IOException {
    SignedNote one = note(fork("a", 8, 8));
    SignerKey forger = TestLedger.key("log.example", KeyType.ED25519, 99);
    String text = new Checkpoint("log.example", 8, Hash.EMPTY).text();
    SignedNote forged = SignedNote.of(text, List.of(NoteSignature.sign(forger, text)));
    assertThatThrownBy(() -> new Evidence(one, forged, null, List.of()).verify(POLICY))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void otherFormsAreNoEvidence() {
    for (String text :
        List.of(
            "",
            "orbweaver.org/split-view@v1\n",
            "orbweaver.org/split-view@v1\na\nb\n",
            "x\ny\nz\n")) {
      assertThatThrownBy(() -> Evidence.parse(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void whatIsWrongAtTheFirstLookIsNoContradiction() throws IOException {
    Path ledger = fork("a", 5, 5);
    Files.delete(ledger.resolve("tile/entries/000.p/5"));
    Look look = monitor(ledger).look(null);
    assertThat(look.audit().isClean()).isFalse();
    assertThat(look.evidence()).isNull();
    assertThat(look.next()).isNull();
  }

  @Test
  void aLedgerThatIsGoneKeepsWhatWasSeen() throws IOException {
    Path ledger = fork("a", 5, 5);
    SignedNote seen = note(ledger);
    Files.delete(ledger.resolve("checkpoint"));
    Look look = monitor(ledger).look(seen);
    assertThat(look.audit().isClean()).isFalse();
    assertThat(look.evidence()).isNull();
    assertThat(look.next()).isEqualTo(seen);
  }

  @Test
  void inWhichOrderTwoAreComparedIsAllTheSame() throws IOException {
    Path longer = fork("a", 20, 20);
    SignedNote shorter = note(fork("b", 3, 9));
    Evidence evidence = monitor(longer).compare(note(longer), shorter).orElseThrow();
    assertThat(evidence).isEqualTo(monitor(longer).compare(shorter, note(longer)).orElseThrow());
    assertThat(evidence.first()).isEqualTo(shorter);
  }

  private static SignedNote empty(SignerKey log) {
    String text = new Checkpoint(log.name(), 0, Hash.EMPTY).text();
    return SignedNote.of(text, List.of(NoteSignature.sign(log, text)));
  }

  @Test
  void theCheckpointsOfTwoLogsContradictNothing() throws IOException {
    SignerKey other = TestLedger.key("other.example", KeyType.ED25519, 98);
    TrustPolicy both = POLICY.with(List.of(other.verifier()));
    SignedNote one = note(fork("a", 8, 8));
    for (SignedNote two : List.of(empty(other), one)) {
      assertThatThrownBy(() -> new Evidence(empty(LOG), two, Hash.EMPTY, List.of()).verify(both))
          .isInstanceOf(UntrustedException.class);
    }
    assertThatThrownBy(() -> new Evidence(one, empty(other), null, List.of()).verify(both))
        .isInstanceOf(UntrustedException.class)
        .hasMessage("the checkpoints are of two logs");
    Audit audit =
        new Auditor(new LedgerFolder(folder.resolve("a")), both, EntryCheck.ANY)
            .audit(empty(other));
    assertThat(Objects.requireNonNull(audit.fault()).what())
        .isEqualTo("the earlier checkpoint is of another log");
  }
}
