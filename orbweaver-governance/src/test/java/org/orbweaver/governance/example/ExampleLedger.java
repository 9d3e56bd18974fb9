package org.orbweaver.governance.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFiles;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.CaseFile;

/** The files of examples/ledger, the same bytes each time they are made. */
final class ExampleLedger {
  private static final long SEED = 2026;
  private static final int ENTRIES = 320;

  private ExampleLedger() {}

  private static SignerKey witness(String name) {
    return ExampleOffice.key(name, KeyType.COSIGNATURE);
  }

  private static List<SignerKey> witnesses() {
    return List.of(
        witness("witness.university.example/w1"),
        witness("witness.newspaper.example/w1"),
        witness("witness.relief.example/w1"));
  }

  static String policy() {
    List<SignerKey> witnesses = witnesses();
    return "# Whom to believe about the example: its log, and two of three witnesses.\n"
        + "log "
        + ExampleOffice.LOG.verifier()
        + "\nwitness university "
        + witnesses.get(0).verifier()
        + "\nwitness newspaper "
        + witnesses.get(1).verifier()
        + "\nwitness relief "
        + witnesses.get(2).verifier()
        + "\ngroup two-of-three 2 university newspaper relief\nquorum two-of-three\n";
  }

  /** All files by path. */
  static Map<String, byte[]> files() {
    ExampleOffice office = new ExampleOffice(policy());
    new ExampleYear(office, SEED).run(ENTRIES);
    Map<String, byte[]> files = new TreeMap<>();
    LedgerFiles.of(office.entries()).forEach((path, bytes) -> files.put("ledger/" + path, bytes));
    files.put("ledger/checkpoint", checkpoint(office).bytes());
    files.put("trust.policy", policy().getBytes(UTF_8));
    files.put("log.vkey", (ExampleOffice.LOG.verifier() + "\n").getBytes(UTF_8));
    files.put("log.pem", ExampleOffice.LOG.verifier().toPem().getBytes(UTF_8));
    StringBuilder people = new StringBuilder();
    for (Person person : office.people()) {
      VerifierKey key = office.key(person.id()).verifier();
      people.append(person.id()).append(' ').append(key).append('\n');
    }
    files.put("people.vkeys", people.toString().getBytes(UTF_8));
    ByteArrayOutputStream previews = new ByteArrayOutputStream();
    office.previews().values().forEach(previews::writeBytes);
    files.put("previews.jsonl", previews.toByteArray());
    StringBuilder cases = new StringBuilder("case,area,state,first_entry,last_entry\n");
    office
        .state()
        .cases()
        .forEach(file ->
            cases
                .append(file.id())
                .append(',')
                .append(area(file))
                .append(',')
                .append(file.state())
                .append(',')
                .append(file.openedIndex())
                .append(',')
                .append(file.lastIndex())
                .append('\n'));
    files.put("expected.csv", cases.toString().getBytes(UTF_8));
    return files;
  }

  private static String area(CaseFile file) {
    Measure measure = file.measure();
    return measure != null && measure.where() instanceof Where.Area in ? in.area() : "";
  }

  private static SignedNote checkpoint(ExampleOffice office) {
    RightEdge edge = new RightEdge();
    for (byte[] entry : office.entries()) {
      edge.append(Hash.leaf(entry), (level, index, hashes) -> {});
    }
    String text = new Checkpoint(ExampleOffice.ORIGIN, edge.size(), edge.root()).text();
    long timeS = office.now().plus(Duration.ofMinutes(1)).getEpochSecond();
    SignedNote note = SignedNote.of(text, List.of(NoteSignature.sign(ExampleOffice.LOG, text)));
    return note.with(
        witnesses().stream().map(key -> NoteSignature.cosign(key, text, timeS)).toList());
  }

  /** Writes the example anew. */
  static void write(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(java.util.Objects.requireNonNull(path.getParent()));
      Files.write(path, file.getValue());
    }
  }
}
