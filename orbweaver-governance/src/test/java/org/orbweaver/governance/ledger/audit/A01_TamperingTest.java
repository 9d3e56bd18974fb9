package org.orbweaver.governance.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orbweaver.governance.ledger.TestLedger.LOG;
import static org.orbweaver.governance.ledger.TestLedger.PERSON;
import static org.orbweaver.governance.ledger.TestLedger.POLICY;
import static org.orbweaver.governance.ledger.TestLedger.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.EntryBundle;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TilePath;
import org.orbweaver.governance.ledger.audit.Audit.Fault;
import org.orbweaver.governance.ledger.audit.Audit.Kind;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;

/** Every way of changing a ledger of 700 entries that we could think of is found, and named. */
class A01_TamperingTest {
  private static final int SIZE = 700;
  private static final List<byte[]> ENTRIES = new ArrayList<>();
  private static Map<String, byte[]> right = Map.of();

  private Map<String, byte[]> files = new HashMap<>();

  @BeforeAll
  static void makeLedger() {
    for (int i = 0; i < SIZE; i++) {
      ENTRIES.add(entry(i));
    }
    right = ledger(ENTRIES, LOG);
  }

  @BeforeEach
  void copy() {
    files = new HashMap<>(right);
  }

  /** All files of a ledger, made by whoever has a key. */
  private static Map<String, byte[]> ledger(List<byte[]> entries, SignerKey key) {
    Map<String, byte[]> files = LedgerFiles.of(entries);
    files.put("checkpoint", checkpoint(entries.size(), NaiveTree.root(entries), key));
    return files;
  }

  private static byte[] checkpoint(long size, Hash root, SignerKey key) {
    String text = new Checkpoint("log.example", size, root).text();
    return SignedNote.of(text, List.of(NoteSignature.sign(key, text))).bytes();
  }

  private static SignedNote note(Map<String, byte[]> files) {
    return SignedNote.parse(Objects.requireNonNull(files.get("checkpoint")));
  }

  private byte[] file(String path) {
    return Objects.requireNonNull(files.get(path));
  }

  private Fault faultSince(SignedNote earlier) throws IOException {
    return Objects.requireNonNull(
        new Auditor(files::get, POLICY, EntryCheck.ANY).audit(earlier).fault());
  }

  private Audit audit() throws IOException {
    return new Auditor(files::get, POLICY, EntryCheck.ANY).audit();
  }

  private Fault fault() throws IOException {
    return Objects.requireNonNull(audit().fault());
  }

  private void assertFault(Kind kind, long first) throws IOException {
    assertFault(fault(), kind, first);
  }

  private void assertSignatureFault(long index) throws IOException {
    EntryCheck check = new EnvelopeCheck(List.of(PERSON.verifier()));
    Fault fault = new Auditor(files::get, POLICY, check).audit().fault();
    assertFault(Objects.requireNonNull(fault), Kind.CONTENT, index);
  }

  private static void assertFault(Fault fault, Kind kind, long first) {
    assertThat(fault.kind()).as(fault.what()).isEqualTo(kind);
    assertThat(fault.first()).as(fault.what()).isEqualTo(first);
  }

  private void bundle(int index, List<byte[]> entries) {
    files.put(TilePath.of(TilePath.ENTRIES, index, SIZE).path(), EntryBundle.encode(entries));
  }

  private static List<byte[]> with(int index, byte[] other) {
    List<byte[]> entries = new ArrayList<>(ENTRIES);
    entries.set(index, other);
    return entries;
  }

  @Test
  void theLedgerItselfIsClean() throws IOException {
    assertThat(audit().fault()).isNull();
    assertThat(audit().entries()).isEqualTo(SIZE);
  }

  @Test
  void aChangedEntryIsNamed() throws IOException {
    for (int index : new int[] {0, 255, 256, 300, 699}) {
      copy();
      int from = index / 256 * 256;
      bundle(index / 256, with(index, entry(9999)).subList(from, Math.min(SIZE, from + 256)));
      assertFault(Kind.ENTRY, index);
      assertThat(fault().what()).isEqualTo("it is not the entry that was signed");
    }
  }

  @Test
  void anyFlippedBitOfAnyFileIsFound() throws IOException {
    Random random = new Random(11);
    List<String> paths = right.keySet().stream().sorted().toList();
    for (int run = 0; run < 300; run++) {
      copy();
      String path = paths.get(run % paths.size());
      byte[] changed = file(path).clone();
      int bit = random.nextInt(changed.length * 8);
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      files.put(path, changed);
      assertThat(audit().fault()).as("%s bit %d", path, bit).isNotNull();
    }
  }

  @Test
  void twoEntriesThatChangedPlacesAreNamedByTheFirst() throws IOException {
    List<byte[]> swapped = with(300, ENTRIES.get(301));
    swapped.set(301, ENTRIES.get(300));
    bundle(1, swapped.subList(256, 512));
    assertFault(Kind.ENTRY, 300);
  }

  @Test
  void anEntryLeftOutIsNamed() throws IOException {
    List<byte[]> shorter = new ArrayList<>(ENTRIES.subList(256, 512));
    shorter.remove(10);
    bundle(1, shorter);
    assertFault(Kind.ENTRY, 511);
    bundle(1, shorter.subList(0, 0));
    assertFault(Kind.ENTRY, 256);
  }

  @Test
  void anEntryPutInIsNamed() throws IOException {
    List<byte[]> longer = new ArrayList<>(ENTRIES.subList(256, 512));
    longer.add(10, entry(9999));
    bundle(1, longer);
    assertThat(fault().kind()).isEqualTo(Kind.ENTRY);
  }

  @Test
  void aTruncatedBundleNamesTheFirstEntryThatIsMissing() throws IOException {
    String path = "tile/entries/002.p/188";
    byte[] bundle = file(path);
    files.put(path, Arrays.copyOf(bundle, bundle.length - 1));
    assertFault(Kind.ENTRY, 699);
    files.put(path, Arrays.copyOf(bundle, bundle.length + 1));
    assertFault(Kind.ENTRY, 699);
    files.remove(path);
    assertFault(Kind.ENTRY, 512);
  }

  @Test
  void aForgedEntryWithItsForgedTileIsFound() throws IOException {
    // The trap of CVE-2026-56865: entry and level-0 tile agree, the root is as signed.
    Map<String, byte[]> forged = ledger(with(300, entry(9999)), LOG);
    files.put("tile/entries/001", Objects.requireNonNull(forged.get("tile/entries/001")));
    files.put("tile/0/001", Objects.requireNonNull(forged.get("tile/0/001")));
    Fault fault = fault();
    assertThat(fault.kind()).isEqualTo(Kind.ENTRY);
    assertThat(fault.first()).isEqualTo(256);
    assertThat(fault.last()).isEqualTo(511);
  }

  @Test
  void aForgedEntryWithAllItsTilesIsFound() throws IOException {
    Map<String, byte[]> forged = ledger(with(300, entry(9999)), LOG);
    forged.put("checkpoint", note(right).bytes());
    files = forged;
    assertFault(Kind.ROOT, -1);
  }

  @Test
  void aForgedEntryWithItsForgedTileAndNoTileAboveIsFound() throws IOException {
    Map<String, byte[]> forged = ledger(with(300, entry(9999)), LOG);
    files.put("tile/entries/001", Objects.requireNonNull(forged.get("tile/entries/001")));
    files.put("tile/0/001", Objects.requireNonNull(forged.get("tile/0/001")));
    files.remove("tile/1/000.p/2");
    assertFault(Kind.ROOT, -1);
  }

  @Test
  void aForgedEntryUnderATileForgedOtherwiseIsNamed() throws IOException {
    bundle(1, with(300, entry(9999)).subList(256, 512));
    byte[] tile = file("tile/0/001").clone();
    tile[50 * 32] ^= 1;
    files.put("tile/0/001", tile);
    assertFault(Kind.ENTRY, 300);
    assertThat(fault().what()).isEqualTo("it is not the entry whose hash its tile has");
  }

  @Test
  void whatTwoChecksSayIsSaidInTheirOrder() {
    EntryCheck even = (index, entry) -> index % 2 == 0 ? null : "odd";
    EntryCheck small = (index, entry) -> index < 10 ? null : "large";
    EntryCheck both = even.and(small);
    assertThat(both.check(4, new byte[0])).isNull();
    assertThat(both.check(5, new byte[0])).isEqualTo("odd");
    assertThat(both.check(12, new byte[0])).isEqualTo("large");
    assertThat(both.check(13, new byte[0])).isEqualTo("odd");
  }

  @Test
  void whereNoKeysAreGivenTheFormIsEnough() {
    EntryCheck form = new EnvelopeCheck(List.of());
    assertThat(form.check(0, ENTRIES.getFirst())).isNull();
    assertThat(form.check(0, new byte[] {1})).startsWith("it is no envelope: ");
    EntryCheck known = new EnvelopeCheck(List.of(LOG.verifier(), PERSON.verifier()));
    assertThat(known.check(0, ENTRIES.getFirst())).isNull();
    assertThat(new EnvelopeCheck(List.of(LOG.verifier())).check(0, ENTRIES.getFirst()))
        .isEqualTo("none of the given keys signed it");
  }

  @Test
  void aWrongTileOverRightEntriesIsNamedToo() throws IOException {
    byte[] tile = file("tile/0/001").clone();
    tile[40 * 32] ^= 1;
    files.put("tile/0/001", tile);
    assertFault(Kind.TILE, 256 + 40);
    copy();
    files.remove("tile/1/000.p/2");
    assertFault(Kind.TILE, -1);
    copy();
    files.put("tile/0/000", Arrays.copyOf(file("tile/0/000"), 100));
    assertThat(fault().kind()).isEqualTo(Kind.TILE);
  }

  @Test
  void aSizeThatTheRootIsNotOfIsFound() throws IOException {
    Hash root = Checkpoint.parse(note(right).text()).root();
    files.put("checkpoint", checkpoint(SIZE - 1, root, LOG));
    assertThat(fault().kind()).isIn(Kind.ROOT, Kind.ENTRY, Kind.TILE);
    files.put("checkpoint", checkpoint(SIZE + 1, root, LOG));
    assertFault(Kind.ENTRY, 512);
  }

  @Test
  void aCheckpointByAnyoneElseIsNotBelieved() throws IOException {
    SignerKey swapped = TestLedger.key("log.example", KeyType.ED25519, 99);
    files = ledger(ENTRIES, swapped);
    assertFault(Kind.CHECKPOINT, -1);
  }

  @Test
  void anotherOriginIsNotBelieved() throws IOException {
    String text = new Checkpoint("other.example", 0, Hash.EMPTY).text();
    files.put("checkpoint", SignedNote.of(text, List.of(NoteSignature.sign(LOG, text))).bytes());
    assertFault(Kind.CHECKPOINT, -1);
    files.remove("checkpoint");
    assertFault(Kind.CHECKPOINT, -1);
    files.put("checkpoint", "nothing\n".getBytes(StandardCharsets.UTF_8));
    assertFault(Kind.CHECKPOINT, -1);
  }

  @Test
  void anOldCheckpointIsARollback() throws IOException {
    SignedNote now = note(right);
    files = ledger(ENTRIES.subList(0, 600), LOG);
    assertThat(audit().fault()).isNull();
    Fault fault = faultSince(now);
    assertThat(fault.kind()).isEqualTo(Kind.HISTORY);
    assertThat(fault.what()).contains("600").contains("700");
  }

  @Test
  void anotherRootForTheSameSizeIsAHistoryChanged() throws IOException {
    SignedNote now = note(right);
    files = ledger(with(5, entry(9999)), LOG);
    assertThat(audit().fault()).isNull();
    Fault fault = faultSince(now);
    assertThat(fault.what()).isEqualTo("two roots were signed for the size 700");
  }

  @Test
  void aChangedBeginningOfALongerLedgerIsAHistoryChanged() throws IOException {
    SignedNote then = note(ledger(ENTRIES.subList(0, 512), LOG));
    assertThat(new Auditor(files::get, POLICY, EntryCheck.ANY).audit(then).fault()).isNull();
    files = ledger(with(5, entry(9999)), LOG);
    Fault fault = faultSince(then);
    assertThat(fault.kind()).isEqualTo(Kind.HISTORY);
    assertThat(fault.what()).contains("first 512");
  }

  @Test
  void onlyWhatIsNewIsReadFromAVerifiedCheckpointOn() throws IOException {
    SignedNote then = note(ledger(ENTRIES.subList(0, 512), LOG));
    files.remove("tile/entries/000");
    Audit audit = new Auditor(files::get, POLICY, EntryCheck.ANY).audit(then);
    assertThat(audit.fault()).isNull();
    assertThat(audit.from()).isEqualTo(512);
    assertThat(audit.entries()).isEqualTo(188);
    bundle(2, with(600, entry(9999)).subList(512, 700));
    Fault fault = faultSince(then);
    assertThat(fault.first()).isEqualTo(600);
  }

  @Test
  void aVerifiedCheckpointMustItselfBeBelievable() {
    SignerKey swapped = TestLedger.key("log.example", KeyType.ED25519, 99);
    SignedNote forged = note(ledger(ENTRIES, swapped));
    assertThatThrownBy(() -> new Auditor(files::get, POLICY, EntryCheck.ANY).audit(forged))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void anEntryThatNobodyKnownSignedIsNamed() throws IOException {
    SignerKey stranger = TestLedger.key("stranger", KeyType.ED25519, 55);
    byte[] payload = "switch it off".getBytes(StandardCharsets.UTF_8);
    files = ledger(with(400, Envelope.sign("text/plain", payload, stranger).bytes()), LOG);
    assertSignatureFault(400);
    files = ledger(with(400, payload), LOG);
    assertSignatureFault(400);
    assertThat(new Auditor(files::get, POLICY, EntryCheck.ANY).audit().fault()).isNull();
  }

  @Test
  void anApprovalOfOneCaseIsNoneOfAnother() throws IOException {
    // The signature of entry 3 under the payload of entry 4: a replay.
    String three = new String(ENTRIES.get(3), StandardCharsets.UTF_8);
    String four = new String(ENTRIES.get(4), StandardCharsets.UTF_8);
    String replayed =
        four.substring(0, four.indexOf("\"sig\"")) + three.substring(three.indexOf("\"sig\""));
    files = ledger(with(400, replayed.getBytes(StandardCharsets.UTF_8)), LOG);
    assertSignatureFault(400);
  }
}
