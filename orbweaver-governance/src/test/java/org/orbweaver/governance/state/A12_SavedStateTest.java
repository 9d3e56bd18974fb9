package org.orbweaver.governance.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/** A state that is tried out, and one that is put away and taken up again. */
class A12_SavedStateTest {
  private static final String ID = "C-2026-0001";

  /** One component of each kind that a state has. */
  record Parts(
      long number,
      int small,
      boolean yes,
      @Nullable Long count,
      Instant time,
      Duration length,
      Hash hash,
      VerifierKey key,
      CaseState word,
      Where where,
      List<String> list,
      SortedSet<String> sorted,
      Set<String> set,
      @Nullable String none) {}

  private static final Parts PARTS =
      new Parts(
          1L << 40,
          -3,
          true,
          7L,
          Instant.parse("2026-03-01T08:00:00.000000001Z"),
          Duration.ofSeconds(5, 9),
          Hash.leaf(new byte[1]),
          TestBoard.founded().key("ops-1").verifier(),
          CaseState.ENDED,
          new Where.Area("vellmark", "ab"),
          List.of("z", "a"),
          new TreeSet<>(Set.of("y", "x")),
          Set.of("c", "b"),
          null);

  private static byte[] written(Type type, Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RecordBytes.write(new DataOutputStream(bytes), type, value);
    return bytes.toByteArray();
  }

  private static @Nullable Object read(Type type, byte[] bytes) throws IOException {
    return RecordBytes.read(new DataInputStream(new ByteArrayInputStream(bytes)), type);
  }

  private static byte[] replaced(byte[] bytes, String of, String by) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(of);
    return text.replace(of, by).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void a01_recordsAreReadAsTheyWereWritten() throws IOException {
    byte[] bytes = written(Parts.class, PARTS);
    Parts back = (Parts) Objects.requireNonNull(read(Parts.class, bytes));
    assertThat(back).isEqualTo(PARTS);
    assertThat(back.sorted()).isInstanceOf(SortedSet.class).containsExactly("x", "y");
    assertThat(written(Parts.class, back)).isEqualTo(bytes);
  }

  @Test
  void a02_aWordOrAKindOfAnotherVersionIsNotRead() throws IOException {
    byte[] bytes = written(Parts.class, PARTS);
    assertThatThrownBy(() -> read(Parts.class, replaced(bytes, "ENDED", "BEGUN")))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("no CaseState is called BEGUN");
    assertThatThrownBy(() -> read(Parts.class, replaced(bytes, "Where$Area", "Where$Moon")))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("no Where is called");
  }

  @Test
  void a03_noLengthIsBelievedThatIsNone() {
    for (int length : new int[] {-1, Integer.MIN_VALUE, (1 << 28) + 1, Integer.MAX_VALUE}) {
      byte[] bytes = {
        1, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
      };
      assertThatThrownBy(() -> read(String.class, bytes))
          .isInstanceOf(MalformedException.class)
          .hasMessage("a length of " + length);
    }
  }

  private static Checkpoint checkpoint(GovernanceState state) {
    return new Checkpoint(TestBoard.ORIGIN, state.size(), Hash.EMPTY);
  }

  private static GovernanceState savedAndRead(GovernanceState state) {
    Checkpoint checkpoint = checkpoint(state);
    byte[] file = StateFile.write(state, checkpoint);
    GovernanceState back = StateFile.read(file, checkpoint);
    assertThat(StateFile.write(back, checkpoint)).isEqualTo(file);
    return back;
  }

  @Test
  void b01_theStateBeforeAnyEntryIsOneToo() {
    GovernanceState back = savedAndRead(new GovernanceState(TestBoard.ORIGIN));
    assertThat(back.board()).isNull();
    assertThat(back.size()).isZero();
    assertThat(back.now()).isEqualTo(Instant.MIN);
    TestBoard board = TestBoard.founded();
    assertThat(back.apply(0, Envelope.parse(board.entries().getFirst())))
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void b02_aStateOfOtherEntriesThanTheCheckpointsIsNotWritten() {
    GovernanceState state = TestBoard.founded().state();
    Checkpoint other = new Checkpoint(TestBoard.ORIGIN, 2, Hash.EMPTY);
    assertThatThrownBy(() -> StateFile.write(state, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 entries, not 2");
  }

  @Test
  void b03_whatIsDamagedOrOfAnotherCheckpointIsNotRead() {
    GovernanceState state = TestBoard.founded().state();
    Checkpoint right = checkpoint(state);
    byte[] file = StateFile.write(state, right);
    for (Checkpoint other :
        List.of(
            new Checkpoint("other.example", 1, Hash.EMPTY),
            new Checkpoint(TestBoard.ORIGIN, 1, Hash.leaf(new byte[0])),
            new Checkpoint(TestBoard.ORIGIN, 2, Hash.EMPTY))) {
      assertThatThrownBy(() -> StateFile.read(file, other))
          .isInstanceOf(MalformedException.class)
          .hasMessage("it is not of this checkpoint");
    }
    for (int at = 0; at < file.length; at += 1 + file.length / 40) {
      byte[] changed = file.clone();
      changed[at] ^= 4;
      assertThatThrownBy(() -> StateFile.read(changed, right))
          .isInstanceOf(MalformedException.class);
    }
    for (int length : new int[] {0, 31, 32, 60, file.length - 1}) {
      assertThatThrownBy(() -> StateFile.read(Arrays.copyOf(file, length), right))
          .isInstanceOf(MalformedException.class);
    }
  }

  private static CaseEntry.BreakGlassCalled call(TestBoard board, String by, String id) {
    return TestAreas.call(board.header(by), id, TestAreas.litAtOnce(board.now()), "an attack");
  }

  private static CaseEntry.BreakGlassConfirmed confirmation(TestBoard board, String by, String id) {
    return new CaseEntry.BreakGlassConfirmed(board.header(by), id, board.on(id));
  }

  @Test
  void b04_whereBreakGlassActedIsStillKnownAndWhereItDidNotIsStillFree() {
    TestBoard board = TestBoard.founded();
    board.mustApply(call(board, "glass-1", ID));
    Envelope second = board.sign(call(board, "ops-2", "C-2026-0002"));
    assertThat(savedAndRead(board.state()).apply(board.state().size(), second))
        .as("called only")
        .isInstanceOf(Outcome.Accepted.class);
    board.mustApply(confirmation(board, "glass-2", ID));
    GovernanceState acted = savedAndRead(board.state());
    assertThat(acted.apply(acted.size(), second))
        .extracting(outcome -> ((Outcome.Refused) outcome).refusal())
        .isEqualTo(Refusal.AREA_NOT_RATIFIED);
    for (String by : List.of("legal-1", "legal-2")) {
      board.mustApply(new CaseEntry.Ratified(board.header(by), ID, board.on(ID), "right"));
    }
    assertThat(savedAndRead(board.state()).apply(board.state().size(), second))
        .as("ratified")
        .isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void c01_aForkSeesBothAndItsParentOnlyWhatItJoins() {
    TestBoard board = TestBoard.founded();
    CaseSteps.inApproval(board, ID, Effect.ENABLE);
    GovernanceState fork = board.state().fork();
    Envelope more = board.sign(call(board, "glass-1", "C-2026-0002"));
    assertThat(fork.apply(fork.size(), more)).isInstanceOf(Outcome.Accepted.class);
    assertThat(fork.cases()).extracting(CaseFile::id).containsExactly(ID, "C-2026-0002");
    assertThat(board.state().cases()).extracting(CaseFile::id).containsExactly(ID);
    fork.join();
    assertThat(board.state().cases()).extracting(CaseFile::id).containsExactly(ID, "C-2026-0002");
    assertThat(board.state().size()).isEqualTo(fork.size());
    assertThat(board.state().caseCount()).isEqualTo(2);
  }

  @Test
  void c02_whatIsNoForkJoinsNothing() {
    assertThatThrownBy(() -> TestBoard.founded().state().join())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void c03_anEntryStandsWhereItStands() {
    TestBoard board = TestBoard.founded();
    Envelope entry = board.sign(call(board, "glass-1", ID));
    for (long index : new long[] {0, 2}) {
      assertThatThrownBy(() -> board.state().apply(index, entry))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("entry " + index + " after 1");
    }
  }

  @Test
  void c04_aTableOfAForkOfAForkHasAll() {
    Table<String, String> table = new Table<>();
    table.put("a", "1");
    table.put("b", "2");
    Table<String, String> fork = table.fork();
    fork.put("b", "3");
    Table<String, String> again = fork.fork();
    again.put("c", "4");
    assertThat(again.values()).containsExactly("1", "3", "4");
    assertThat(again.get("a")).isEqualTo("1");
    assertThat(again.get("x")).isNull();
    Table<String, String> copy = again.copy();
    again.put("a", "5");
    assertThat(copy.values()).containsExactly("1", "3", "4");
    again.join();
    assertThat(table.values()).containsExactly("1", "2");
    fork.join();
    assertThat(table.values()).containsExactly("5", "3", "4");
  }

  @Test
  void c05_aReceiptThatNobodyHasFindsNothing() {
    TestBoard board = TestBoard.founded();
    CaseSteps steps = CaseSteps.inApproval(board, ID, Effect.ENABLE);
    assertThat(board.state().findByReceipt("R-11111-11111-11111-11111-1")).isNull();
    assertThat(board.state().findByReceipt(steps.receipt())).isEqualTo(board.file(ID));
  }
}
