package org.orbweaver.governance.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.ledger.EntryBundle;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.PolicyReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.state.CaseState;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Outcome;
import org.orbweaver.governance.state.SignedEntry;

/** The example that is shipped for anybody to try a verifier on. */
class A01_ExampleLedgerTest {
  private static final Path FOLDER = Path.of("..", "examples", "ledger");

  private static Map<String, byte[]> shipped() throws IOException {
    if (Boolean.getBoolean("orbweaver.update")) {
      ExampleLedger.write(FOLDER);
    }
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(FOLDER)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = FOLDER.relativize(path).toString().replace('\\', '/');
        if (!name.equals("README.md")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }

  private static Audit audit(Map<String, byte[]> files) throws IOException {
    TrustPolicy policy =
        PolicyReader.read(new String(Objects.requireNonNull(files.get("trust.policy")), UTF_8));
    LedgerSource source = path -> files.get("ledger/" + path);
    return new Auditor(source, policy, EntryCheck.ANY).audit();
  }

  /** Whether a verifier that recomputes everything believes it, with the witnesses it asks for. */
  private static boolean isBelieved(Map<String, byte[]> files) throws IOException {
    Audit audit = audit(files);
    return audit.isClean() && Objects.requireNonNull(audit.trusted()).witnessed();
  }

  private static List<byte[]> entries(Map<String, byte[]> files) {
    List<byte[]> entries = new ArrayList<>();
    files.forEach((path, bytes) -> {
      if (path.startsWith("ledger/tile/entries/")) {
        int width = path.contains(".p/") ? Integer.parseInt(path.replaceAll(".*/", "")) : 256;
        entries.addAll(EntryBundle.decode(bytes, width));
      }
    });
    return entries;
  }

  /** The state after all entries, and the refusal of the first that is none; null where none is. */
  private static Outcome.@org.jspecify.annotations.Nullable Refused fold(
      GovernanceState state, List<byte[]> entries) {
    for (byte[] entry : entries) {
      if (state.apply(state.size(), Envelope.parse(entry)) instanceof Outcome.Refused refused) {
        return refused;
      }
    }
    return null;
  }

  @Test
  void theProgramMakesTheSameBytesThatAreShipped() throws IOException {
    Map<String, byte[]> made = ExampleLedger.files();
    Map<String, byte[]> shipped = shipped();
    assertThat(shipped.keySet())
        .as("with -Dorbweaver.update=true this test writes them anew")
        .isEqualTo(made.keySet());
    made.forEach((path, bytes) -> assertThat(shipped.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void someHundredEntriesAreWitnessedAndEachMeansWhatTheRulesAllow() throws IOException {
    Map<String, byte[]> files = shipped();
    assertThat(isBelieved(files)).isTrue();
    List<byte[]> entries = entries(files);
    assertThat(entries).hasSizeGreaterThan(300);
    assertThat(Objects.requireNonNull(audit(files).trusted()).cosignatures()).hasSize(3);
    GovernanceState state = new GovernanceState(ExampleOffice.ORIGIN);
    assertThat(fold(state, entries)).isNull();
    StringBuilder cases = new StringBuilder();
    Set<CaseState> states = new HashSet<>();
    state
        .cases()
        .forEach(file -> {
          cases.append(file.id()).append(',').append(file.state()).append('\n');
          states.add(file.state());
        });
    String expected =
        new String(Objects.requireNonNull(files.get("expected.csv")), UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.split(",")[0] + "," + line.split(",")[2] + "\n")
            .reduce("", String::concat);
    assertThat(cases.toString()).isEqualTo(expected);
    assertThat(states)
        .contains(
            CaseState.EFFECTIVE,
            CaseState.REFUSED,
            CaseState.ENDED,
            CaseState.AUTO_REVERTED,
            CaseState.WITHDRAWN,
            CaseState.EXPIRED);
  }

  @Test
  void everyPreviewThatAnEntryNamesIsBesideIt() throws IOException {
    Map<String, byte[]> files = shipped();
    Set<String> hashes = new HashSet<>();
    new String(Objects.requireNonNull(files.get("previews.jsonl")), UTF_8)
        .lines()
        .forEach(
            line -> hashes.add(ImpactPreview.parse((line + "\n").getBytes(UTF_8)).hash().hex()));
    for (byte[] entry : entries(files)) {
      if (SignedEntry.read(entry).entry() instanceof CaseEntry.Previewed previewed) {
        assertThat(hashes).contains(previewed.impact().preview().hex());
      }
    }
  }

  @Test
  void aCopyWithAnyChangedByteIsRefused() throws IOException {
    Map<String, byte[]> files = shipped();
    Random random = new Random(7);
    for (String path : files.keySet()) {
      if (!path.startsWith("ledger/tile")) {
        continue;
      }
      byte[] right = files.get(path);
      for (int i = 0; i < 25; i++) {
        byte[] wrong = Objects.requireNonNull(right).clone();
        wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
        Map<String, byte[]> copy = new TreeMap<>(files);
        copy.put(path, wrong);
        assertThat(isBelieved(copy)).as(path).isFalse();
      }
      Map<String, byte[]> shorter = new TreeMap<>(files);
      shorter.put(path, Arrays.copyOf(Objects.requireNonNull(right), right.length - 1));
      assertThat(isBelieved(shorter)).as(path + " cut short").isFalse();
    }
  }

  @Test
  void aCheckpointWithAnyChangedByteSaysTheSameOrIsRefused() throws IOException {
    Map<String, byte[]> files = shipped();
    byte[] right = Objects.requireNonNull(files.get("ledger/checkpoint"));
    String text = SignedNote.parse(right).text();
    int refused = 0;
    for (int i = 0; i < right.length; i++) {
      byte[] wrong = right.clone();
      wrong[i] ^= 1;
      Map<String, byte[]> copy = new TreeMap<>(files);
      copy.put("ledger/checkpoint", wrong);
      if (isBelieved(copy)) {
        // A witness whose line became a stranger's is not needed: two of three remain.
        assertThat(SignedNote.parse(wrong).text()).isEqualTo(text);
      } else {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(right.length / 2);
  }

  @Test
  void entriesLeftOutPutInOrExchangedAreRefused_withMatchingTilesToo() throws IOException {
    Map<String, byte[]> files = shipped();
    List<byte[]> entries = entries(files);
    List<List<byte[]>> forged = new ArrayList<>();
    forged.add(entries.subList(0, entries.size() - 1));
    List<byte[]> exchanged = new ArrayList<>(entries);
    Collections.swap(exchanged, 40, 41);
    forged.add(exchanged);
    List<byte[]> repeated = new ArrayList<>(entries);
    repeated.add(entries.getLast());
    forged.add(repeated);
    List<byte[]> without = new ArrayList<>(entries);
    without.remove(100);
    forged.add(without);
    for (List<byte[]> wrong : forged) {
      Map<String, byte[]> copy = new TreeMap<>(files);
      copy.keySet().removeIf(path -> path.startsWith("ledger/tile"));
      LedgerFiles.of(wrong).forEach((path, bytes) -> copy.put("ledger/" + path, bytes));
      assertThat(isBelieved(copy)).isFalse();
    }
    // Order and omission are also found by what the entries mean.
    assertThat(fold(new GovernanceState(ExampleOffice.ORIGIN), exchanged)).isNotNull();
    assertThat(fold(new GovernanceState(ExampleOffice.ORIGIN), without)).isNotNull();
    assertThat(fold(new GovernanceState("another.example"), entries)).isNotNull();
  }
}
