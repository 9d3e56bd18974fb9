package org.orbweaver.governance.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.ledger.TestLedger.LOG;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.PolicyReader;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.CaseSteps;
import org.orbweaver.governance.state.TestAreas;
import org.orbweaver.governance.state.TestBoard;

/** What the network may obey: nothing that witnesses have not seen, but for some minutes. */
class B01_ProvenDecisionsTest {
  private static final String ID = "C-2026-0001";
  private static final SignerKey WITNESS = TestLedger.key("w.example", KeyType.COSIGNATURE, 50);
  private static final TrustPolicy WITNESSED =
      PolicyReader.read(
          "log " + LOG.verifier() + "\nwitness w " + WITNESS.verifier() + "\nquorum w\n");

  private final TestBoard board = TestBoard.founded();
  private final Map<String, byte[]> files = new HashMap<>();
  private final ProvenDecisions decisions =
      new ProvenDecisions(files::get, WITNESSED, TestBoard.ORIGIN);

  @BeforeEach
  void begin() {
    publish(true);
  }

  /** What the log publishes now. */
  private void publish(boolean witnessed) {
    publish(board.entries(), witnessed);
  }

  private void publish(List<byte[]> entries, boolean witnessed) {
    files.putAll(LedgerFiles.of(entries));
    String text = new Checkpoint(TestBoard.ORIGIN, entries.size(), NaiveTree.root(entries)).text();
    List<NoteSignature> signatures = new ArrayList<>(List.of(NoteSignature.sign(LOG, text)));
    if (witnessed) {
      signatures.add(NoteSignature.cosign(WITNESS, text, nowS()));
    }
    files.put("checkpoint", SignedNote.of(text, signatures).bytes());
  }

  private long nowS() {
    return board.now().getEpochSecond();
  }

  private List<String> inForce() throws IOException {
    decisions.refresh(nowS());
    return decisions.inForce(board.now()).stream().map(one -> one.decision().id()).toList();
  }

  private void restricted() {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.untilItsTime();
    steps.executed(board.impact());
  }

  private void litAtOnce(String id) {
    Measure measure = TestAreas.litAtOnce(board.now());
    board.mustApply(TestAreas.call(board.header("glass-1"), id, measure, "an earthquake"));
    board.mustApply(new CaseEntry.BreakGlassConfirmed(board.header("glass-2"), id, board.on(id)));
  }

  @Test
  void a01_aWitnessedDecisionIsObeyedInTheNetworksWords() throws IOException {
    restricted();
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    Decision decision = decisions.decisions().getFirst();
    assertThat(decision.scope()).isEqualTo(new Scope.InArea("vellmark"));
    assertThat(decision.effect()).isEqualTo(Effect.RESTRICT);
    assertThat(decision.witnessed()).isTrue();
    assertThat(decision.hypothetical()).isFalse();
    assertThat(decision.index()).isEqualTo(board.file(ID).effectIndex());
    board.pass(Duration.ofDays(30));
    assertThat(inForce()).isEmpty();
  }

  @Test
  void a02_whatNobodyHasWitnessedIsNot() throws IOException {
    restricted();
    publish(false);
    assertThat(inForce()).isEmpty();
    publish(true);
    assertThat(inForce()).containsExactly(ID);
  }

  @Test
  void a03_whatWasWitnessedGoesOnWhileNewerEntriesAreNot() throws IOException {
    restricted();
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    board.mustApply(
        new CaseSteps(board, "C-2026-0002").receivedBy("intake", CaseEntry.Channel.LETTER));
    publish(false);
    assertThat(inForce()).containsExactly(ID);
  }

  @Test
  void a04_breakGlassActsOnTheLogsWordForAQuarterOfAnHour() throws IOException {
    litAtOnce(ID);
    publish(false);
    assertThat(inForce()).containsExactly(ID);
    assertThat(decisions.inForce(board.now()).getFirst().decision().witnessed()).isFalse();
    assertThat(decisions.inForce(board.now()).getFirst().cosignaturesDueS())
        .hasValue(nowS() + 15 * 60);
    board.pass(Duration.ofMinutes(15));
    assertThat(inForce()).containsExactly(ID);
    board.pass(Duration.ofSeconds(1));
    assertThat(inForce()).isEmpty();
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    assertThat(decisions.inForce(board.now()).getFirst().decision().witnessed()).isTrue();
    board.pass(Duration.ofHours(4));
    assertThat(inForce()).isEmpty();
  }

  @Test
  void a05_goingBackFromItActsOnTheLogsWordToo() throws IOException {
    litAtOnce(ID);
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    board.pass(Duration.ofMinutes(1));
    board.mustApply(
        new CaseEntry.Restored(board.header("ops-1"), ID, board.on(ID), "a false alarm"));
    publish(false);
    assertThat(inForce()).isEmpty();
    board.pass(Duration.ofMinutes(16));
    assertThat(inForce()).as("nobody else has seen that it was restored").containsExactly(ID);
    publish(true);
    assertThat(inForce()).isEmpty();
  }

  @Test
  void a06_aWrongLedgerGivesNothingNewAndTakesNothingAway() throws IOException {
    restricted();
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    List<byte[]> wrong = new ArrayList<>(board.entries());
    wrong.add(
        board.sign(new CaseEntry.AutoReverted(board.header("executor"), ID, board.on(ID))).bytes());
    publish(wrong, true);
    assertThat(decisions.refresh(nowS())).isNotNull();
    assertThat(decisions.inForce(board.now())).hasSize(1);
    publish(true);
    assertThat(decisions.refresh(nowS())).isNull();
  }

  @Test
  void a08_anEntryOfTheFutureEndsNothingBeforeItsTime() throws IOException {
    restricted();
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    long nowS = nowS();
    java.time.Instant now = board.now();
    board.pass(Duration.ofDays(30));
    board.mustApply(
        new CaseEntry.Ended(
            board.header("executor"), ID, board.on(ID), CaseEntry.EndReason.EXPIRED, null));
    publish(true);
    assertThat(decisions.refresh(nowS)).isNotNull();
    assertThat(decisions.inForce(now)).hasSize(1);
    assertThat(decisions.refresh(nowS())).isNull();
    assertThat(decisions.inForce(now)).isEmpty();
  }

  @Test
  void a07_withoutWitnessesEverythingIsMarkedUnwitnessed() throws IOException {
    restricted();
    publish(false);
    ProvenDecisions alone = new ProvenDecisions(files::get, TestLedger.POLICY, TestBoard.ORIGIN);
    assertThat(alone.refresh(nowS())).isNull();
    assertThat(alone.decisions()).hasSize(1);
    assertThat(alone.decisions().getFirst().witnessed()).isFalse();
  }

  @Test
  void b01_whatIsDueByTimeIsPutDownAndThenNothingIs() {
    restricted();
    litAtOnce("C-2026-0002");
    CaseSteps forgotten = new CaseSteps(board, "C-2026-0003");
    forgotten.received();
    board.mustApply(
        new CaseEntry.Incomplete(
            board.header("intake"), "C-2026-0003", board.on("C-2026-0003"), "who asks"));
    assertThat(Calendar.due(board.state(), "executor", board.now())).isEmpty();
    board.pass(Duration.ofDays(31));
    List<CaseEntry.Act> due = Calendar.due(board.state(), "executor", board.now());
    assertThat(due)
        .extracting(CaseEntry.Act::kind)
        .containsExactly("case.ended", "break-glass.reverted", "case.expired");
    due.forEach(board::mustApply);
    assertThat(Calendar.due(board.state(), "executor", board.now())).isEmpty();
  }

  @Test
  void b02_aCaseThatAnotherTookThePlaceOfIsDueToEnd() {
    restricted();
    CaseSteps second = new CaseSteps(board, "C-2026-0002");
    second.received();
    second.assessed(
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofHours(1), null), ID));
    second.previewed(board.impact());
    second.submitted();
    second.approvedBy("ops-1", "legal-1");
    second.untilItsTime();
    second.executed(board.impact());
    List<CaseEntry.Act> due = Calendar.due(board.state(), "executor", board.now());
    assertThat(due).hasSize(1);
    board.mustApply(due.getFirst());
    assertThat(board.state().inForce(board.now())).containsExactly(board.file("C-2026-0002"));
  }

  @Test
  void c01_aServiceThatObeysTheLedgerAgreesWithIt() throws IOException {
    restricted();
    publish(true);
    decisions.refresh(nowS());
    long atNs = nowS() * 1_000_000_000L;
    ServiceSnapshot service = ServiceSnapshot.of(decisions.decisions(), atNs);
    assertThat(service.differences(ServiceSnapshot.of(board.state(), board.now()))).isEmpty();
    assertThat(ServiceSnapshot.parse(service.bytes())).isEqualTo(service);
  }

  @Test
  void c02_whoSwitchesWithoutAnEntryIsFound() {
    restricted();
    long atNs = nowS() * 1_000_000_000L;
    Decision own =
        Decision.of("C-2026-0009", Effect.RESTRICT, new Scope.InArea("vellmark"), 0, atNs + 1, 7);
    ServiceSnapshot ledger = ServiceSnapshot.of(board.state(), board.now());
    assertThat(ServiceSnapshot.of(List.of(own), atNs).differences(ledger))
        .containsExactly(
            "C-2026-0009 is obeyed, and the ledger has no such decision in force",
            ID + " is in force, and is not obeyed");
    Decision wider =
        Decision.of(
            ID, Effect.RESTRICT, new Scope.Everywhere(), 0, atNs + 1, board.file(ID).effectIndex());
    assertThat(ServiceSnapshot.of(List.of(wider), atNs).differences(ledger))
        .singleElement()
        .asString()
        .contains("everywhere", "area vellmark");
  }

  @Test
  void c03_whatItDoesToWhomAndUntilWhenIsComparedToo() {
    restricted();
    ServiceSnapshot ledger = ServiceSnapshot.of(board.state(), board.now());
    ServiceSnapshot.Obeyed right = ledger.decisions().getFirst();
    assertThat(right.until()).isNotNull();
    for (ServiceSnapshot.Obeyed wrong :
        List.of(
            with(right, ServiceClass.values(), right.from(), right.until(), List.of()),
            with(
                right, right.classes().toArray(ServiceClass[]::new), right.from(), null, List.of()),
            with(
                right,
                right.classes().toArray(ServiceClass[]::new),
                right.from().minusSeconds(1),
                right.until(),
                List.of()),
            with(
                right,
                right.classes().toArray(ServiceClass[]::new),
                right.from(),
                right.until(),
                List.of("E-1")))) {
      ServiceSnapshot service = new ServiceSnapshot(board.now(), List.of(wrong));
      assertThat(ServiceSnapshot.parse(service.bytes())).isEqualTo(service);
      assertThat(service.differences(ledger))
          .singleElement()
          .asString()
          .contains("is obeyed as", "the ledger says");
    }
  }

  private static ServiceSnapshot.Obeyed with(
      ServiceSnapshot.Obeyed of,
      ServiceClass[] classes,
      Instant from,
      @Nullable Instant until,
      List<String> yieldsTo) {
    return new ServiceSnapshot.Obeyed(
        of.id(),
        of.index(),
        of.effect(),
        of.where(),
        List.of(classes),
        from,
        until,
        yieldsTo,
        of.mark());
  }

  @Test
  void c04_aSnapshotOfBeforeAnEndStillAgrees() throws IOException {
    litAtOnce(ID);
    publish(true);
    decisions.refresh(nowS());
    ServiceSnapshot service = ServiceSnapshot.of(decisions.decisions(), nowS() * 1_000_000_000L);
    assertThat(service.decisions()).hasSize(1);
    board.pass(Duration.ofHours(4));
    board.mustApply(new CaseEntry.AutoReverted(board.header("executor"), ID, board.on(ID)));
    assertThat(service.differences(ServiceSnapshot.of(board.state(), service.at()))).isEmpty();
    assertThat(service.differences(ServiceSnapshot.of(board.state(), board.now()))).hasSize(1);
  }

  @Test
  void c05_whatAScenarioMadeUpIsNoDecisionOfTheLedger() {
    restricted();
    ServiceSnapshot ledger = ServiceSnapshot.of(board.state(), board.now());
    ServiceSnapshot.Obeyed right = ledger.decisions().getFirst();
    ServiceSnapshot.Obeyed made =
        new ServiceSnapshot.Obeyed(
            "scenario:quiet",
            0,
            Effect.RESTRICT,
            right.where(),
            right.classes(),
            right.from(),
            null,
            List.of(),
            "hypothetical");
    assertThat(new ServiceSnapshot(board.now(), List.of(right, made)).differences(ledger))
        .containsExactly("scenario:quiet is obeyed, and the ledger has no such decision in force");
  }

  @Test
  void d01_whatAnotherTookThePlaceOfIsNotObeyedFromThatMomentOn() throws IOException {
    restricted();
    CaseSteps second = new CaseSteps(board, "C-2026-0002");
    second.received();
    second.assessed(
        TestBoard.superseding(board.measure(Effect.ENABLE, Duration.ofHours(2), null), ID));
    second.previewed(board.impact());
    second.submitted();
    second.approvedBy("ops-1", "legal-1");
    second.noticed();
    second.scheduled();
    board.pass(Duration.ofHours(1));
    second.executed(board.impact());
    publish(true);
    assertThat(inForce()).containsExactly(ID);
    board.pass(Duration.ofHours(1));
    assertThat(inForce()).containsExactly("C-2026-0002");
    long atNs = nowS() * 1_000_000_000L;
    assertThat(decisions.decisions())
        .filteredOn(decision -> decision.isInForce(atNs))
        .extracting(Decision::id)
        .containsExactly("C-2026-0002");
    assertThat(Calendar.due(board.state(), "executor", board.now()))
        .extracting(CaseEntry.Act::kind)
        .containsExactly("case.ended");
  }

  @Test
  void d02_whatWasRefusedAgainBeforeItsTimeIsNeverObeyed() throws IOException {
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.RESTRICT);
    steps.approvedBy("ops-1", "legal-1", "relief-1");
    steps.noticed();
    steps.scheduled();
    board.pass(Duration.ofDays(9).minusHours(1));
    steps.executed(board.impact());
    board.mustApply(
        new CaseEntry.Reconsidered(board.header("overseer"), ID, board.on(ID), "decide again"));
    board.mustApply(steps.refusal("ops-2"));
    board.mustApply(steps.refusal("legal-2"));
    publish(true);
    decisions.refresh(nowS());
    assertThat(decisions.decisions()).isEmpty();
    board.pass(Duration.ofHours(2));
    assertThat(inForce()).isEmpty();
  }
}
