package org.orbweaver.governance.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.ledger.TestLedger.LOG;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Audit.Fault;
import org.orbweaver.governance.ledger.audit.Audit.Kind;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.CaseSteps;
import org.orbweaver.governance.state.Refusal;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.TestBoard;

/**
 * Whoever has the log's key can sign any tree over any entries. What they cannot do is make it one
 * that the rules allow: each way that we could think of fails, and the entry is named.
 */
class A02_GovernedTamperingTest {
  private static final String ID = "C-2026-0001";

  private TestBoard board;
  private List<byte[]> entries;

  /**
   * Genesis, received, assessed, previewed, submitted, three approvals, notice, schedule, effect.
   */
  @BeforeEach
  void restrict() {
    board = TestBoard.founded();
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
    entries = new ArrayList<>(board.entries());
    assertThat(entries).hasSize(11);
  }

  private static Map<String, byte[]> files(List<byte[]> entries) {
    Map<String, byte[]> files = LedgerFiles.of(entries);
    String text = new Checkpoint(TestBoard.ORIGIN, entries.size(), NaiveTree.root(entries)).text();
    files.put("checkpoint", SignedNote.of(text, List.of(NoteSignature.sign(LOG, text))).bytes());
    return files;
  }

  private static Audit audit(List<byte[]> entries) throws IOException {
    Map<String, byte[]> files = files(entries);
    return audit(files::get, new StateCheck(TestBoard.ORIGIN), null);
  }

  private static Audit audit(LedgerSource source, StateCheck check, @Nullable SignedNote since)
      throws IOException {
    return new Auditor(source, TestLedger.POLICY, EntryCheck.ANY, check).audit(since);
  }

  /** That what is wrong begins at this entry, for this reason. */
  private void assertWrong(long index, Refusal refusal) throws IOException {
    Fault fault = audit(entries).fault();
    assertThat(fault).isNotNull();
    assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(Kind.CONTENT);
    assertThat(fault.first()).isEqualTo(index);
    assertThat(fault.what()).startsWith(refusal.sentence());
  }

  @Test
  void a01_theLedgerItselfIsRight() throws IOException {
    assertThat(audit(entries).isClean()).isTrue();
  }

  @Test
  void a02_anApprovalLeftOutLeavesNoQuorum() throws IOException {
    entries.remove(6);
    assertWrong(7, Refusal.WRONG_STATE);
  }

  @Test
  void a03_anApprovalRepeatedIsNoSecondOne() throws IOException {
    entries.set(6, entries.get(5));
    assertWrong(6, Refusal.VOTED_ALREADY);
  }

  @Test
  void a04_anApprovalOfAnotherCaseIsNoneOfThis() throws IOException {
    CaseSteps other = CaseSteps.inApproval(board, "C-2026-0002", Effect.ENABLE);
    CaseEntry.Approved of = other.approval("legal-1");
    entries.set(
        6,
        board
            .sign(new CaseEntry.Approved(of.header(), ID, of.on(), of.preview(), of.reason()))
            .bytes());
    assertWrong(6, Refusal.CASE_CHANGED);
  }

  @Test
  void a05_anyEntryLeftOutIsFoundBeforeTheEffect() throws IOException {
    for (int i = 0; i < 10; i++) {
      List<byte[]> fewer = new ArrayList<>(board.entries());
      fewer.remove(i);
      Fault fault = audit(fewer).fault();
      assertThat(fault).as("without entry " + i).isNotNull();
      assertThat(Objects.requireNonNull(fault).first()).isBetween((long) i, 9L);
    }
  }

  @Test
  void a06_anyTwoNeighboursThatChangePlacesAreFoundUnlessTheyAreVotes() throws IOException {
    for (int i = 0; i + 1 < entries.size(); i++) {
      List<byte[]> swapped = new ArrayList<>(board.entries());
      swapped.set(i, board.entries().get(i + 1));
      swapped.set(i + 1, board.entries().get(i));
      boolean votes = i == 5 || i == 6;
      assertThat(audit(swapped).isClean()).as("entries " + i + " and next").isEqualTo(votes);
    }
  }

  @Test
  void a07_anotherSignersKeyUnderTheSameNameIsFound() throws IOException {
    SignerKey twin = TestLedger.key("legal-1", KeyType.ED25519, 77);
    byte[] payload = Envelope.parse(entries.get(6)).payload();
    entries.set(
        6, Envelope.sign(Envelope.parse(entries.get(6)).payloadType(), payload, twin).bytes());
    assertWrong(6, Refusal.WRONG_SIGNATURES);
  }

  @Test
  void a08_aForgedSignatureThatIsFoundLateIsStillTheFirstThatIsWrong() throws IOException {
    // The hint is right and the bytes are not: only the verification of all signatures finds it.
    Envelope right = Envelope.parse(entries.get(6));
    byte[] signature = right.signatures().getFirst().signature();
    String base64 = java.util.Base64.getEncoder().encodeToString(signature);
    signature[5] ^= 1;
    String other = java.util.Base64.getEncoder().encodeToString(signature);
    String text = new String(right.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    entries.set(6, text.replace(base64, other).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertWrong(6, Refusal.WRONG_SIGNATURES);
  }

  @Test
  void a09_anEntryOfAnotherLedgerIsNoneOfThis() throws IOException {
    CaseEntry.Approved of =
        (CaseEntry.Approved) EntryCodec.decode(Envelope.parse(entries.get(6)).payload());
    Header elsewhere = new Header("other.example", of.header().time(), of.header().by());
    entries.set(
        6,
        board
            .sign(
                new CaseEntry.Approved(elsewhere, of.caseId(), of.on(), of.preview(), of.reason()))
            .bytes());
    assertWrong(6, Refusal.WRONG_ORIGIN);
  }

  @Test
  void a10_anotherGenesisMakesOthersOfThem() throws IOException {
    SignerKey twin = TestLedger.key("legal-1", KeyType.ED25519, 78);
    TestBoard other = new TestBoard();
    other.setKey("twin", twin);
    List<Person> people = new ArrayList<>(other.people());
    people.replaceAll(person ->
        person.id().equals("legal-1")
            ? new Person(
                person.id(),
                person.organisation(),
                person.pool(),
                person.roles(),
                person.interests(),
                twin.verifier())
            : person);
    entries.set(0, other.genesis(Settings.DEFAULT, people).bytes());
    assertWrong(6, Refusal.WRONG_SIGNATURES);
    entries.set(0, entries.get(1));
    assertWrong(0, Refusal.GENESIS_MISSING);
  }

  @Test
  void a11_anEffectBeforeItsTimeIsFound() throws IOException {
    TestBoard early = TestBoard.founded();
    CaseSteps steps = CaseSteps.inApproval(early, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.noticed();
    steps.scheduled();
    entries = new ArrayList<>(early.entries());
    entries.add(early.sign(steps.execution(early.impact(), 0, 0)).bytes());
    assertWrong(10, Refusal.TOO_EARLY);
  }

  @Test
  void a12_whatIsNoEntryAtAllIsNamed() throws IOException {
    entries.add(TestLedger.entry(1));
    assertWrong(11, Refusal.NOT_AN_ENTRY);
    entries.set(11, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertWrong(11, Refusal.NOT_AN_ENTRY);
  }

  @Test
  void a13_anyFlippedBitOfAnyEntryIsFoundEvenWhereTheTreeIsSignedOverIt() throws IOException {
    Random random = new Random(20260301);
    for (int i = 0; i < 60; i++) {
      int index = random.nextInt(entries.size());
      byte[] flipped = entries.get(index).clone();
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      List<byte[]> wrong = new ArrayList<>(entries);
      wrong.set(index, flipped);
      Fault fault = audit(wrong).fault();
      assertThat(fault).as("entry " + index + " of try " + i).isNotNull();
    }
  }

  @Test
  void b01_fromAVerifiedCheckpointOnOnlyNewSignaturesAreVerified() throws IOException {
    List<byte[]> old = entries.subList(0, 8);
    SignedNote known = SignedNote.parse(Objects.requireNonNull(files(old).get("checkpoint")));
    Map<String, byte[]> now = files(entries);
    Audit audit = audit(now::get, new StateCheck(TestBoard.ORIGIN), known);
    assertThat(audit.isClean()).isTrue();
    assertThat(audit.from()).isEqualTo(8);
    assertThat(audit.entries()).isEqualTo(3);
  }

  @Test
  void b02_aBeginningThatIsNotTheVerifiedOneIsAHistoryChanged() throws IOException {
    SignedNote known =
        SignedNote.parse(Objects.requireNonNull(files(entries.subList(0, 8)).get("checkpoint")));
    List<byte[]> other = new ArrayList<>(entries);
    other.set(5, entries.get(6));
    other.set(6, entries.get(5));
    Map<String, byte[]> now = files(other);
    Audit audit = audit(now::get, new StateCheck(TestBoard.ORIGIN), known);
    assertThat(Objects.requireNonNull(audit.fault()).kind()).isEqualTo(Kind.HISTORY);
  }

  @Test
  void b03_aCheckThatKnowsTheBeginningReadsOnlyWhatIsNew() throws IOException {
    Map<String, byte[]> files = new HashMap<>(files(entries.subList(0, 8)));
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    assertThat(audit(files::get, check, null).isClean()).isTrue();
    SignedNote known = SignedNote.parse(Objects.requireNonNull(files.get("checkpoint")));
    Map<String, byte[]> now = new HashMap<>(files);
    now.putAll(files(entries));
    Audit audit = audit(now::get, check, known);
    assertThat(audit.isClean()).isTrue();
    assertThat(check.state().size()).isEqualTo(11);
    assertThat(check.state().inForce(board.now())).hasSize(1);
  }

  @Test
  void b04_theSameEntriesGiveTheSameStateWheneverTheyAreRead() throws IOException {
    StateCheck first = new StateCheck(TestBoard.ORIGIN);
    StateCheck second = new StateCheck(TestBoard.ORIGIN);
    Map<String, byte[]> files = files(entries);
    audit(files::get, first, null);
    audit(files::get, second, null);
    assertThat(first.state().cases().toList())
        .isEqualTo(second.state().cases().toList())
        .isEqualTo(board.state().cases().toList());
  }

  @Test
  void b05_aLedgerOfManyBundlesNamesTheFirstWrongEntryOfMany() throws IOException {
    TestBoard many = TestBoard.founded();
    for (int i = 1; i <= 700; i++) {
      many.pass(Duration.ofSeconds(1));
      many.mustApply(
          new CaseSteps(many, "C-2026-%04d".formatted(i))
              .receivedBy("intake", CaseEntry.Channel.LETTER));
    }
    entries = new ArrayList<>(many.entries());
    assertThat(audit(entries).isClean()).isTrue();
    for (int wrong : new int[] {650, 300}) {
      byte[] flipped = entries.get(wrong).clone();
      byte[] signature = "\"sig\":\"".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      int at = new String(flipped, java.nio.charset.StandardCharsets.UTF_8).indexOf("\"sig\":\"");
      flipped[at + signature.length] = (byte) (flipped[at + signature.length] == 'A' ? 'B' : 'A');
      entries.set(wrong, flipped);
    }
    assertWrong(300, Refusal.WRONG_SIGNATURES);
    assertThat(Arrays.equals(entries.get(300), many.entries().get(300))).isFalse();
  }
}
