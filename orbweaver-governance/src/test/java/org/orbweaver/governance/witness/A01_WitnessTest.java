package org.orbweaver.governance.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orbweaver.governance.ledger.TestLedger.LOG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;

/** c2sp.org/tlog-witness: who is cosigned, who is refused, and how. */
class A01_WitnessTest {
  private static final SignerKey KEY = TestLedger.key("w.example", KeyType.COSIGNATURE, 5);
  private static final long NOW_S = 1_800_000_000;

  @TempDir private Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private FolderDisk disk;

  @SuppressWarnings("NullAway.Init")
  private Witness witness;

  @BeforeEach
  void start() throws IOException {
    disk = FolderDisk.take(folder);
    witness = new Witness(disk, KEY, List.of(LOG.verifier()));
  }

  @AfterEach
  void stop() throws IOException {
    disk.close();
  }

  private static List<byte[]> entries(int size, int branch) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(new byte[] {(byte) i, (byte) (i < 3 ? 0 : branch)});
    }
    return entries;
  }

  private static SignedNote note(int size, int branch) {
    return note(LOG, "log.example", size, NaiveTree.root(entries(size, branch)));
  }

  private static SignedNote note(SignerKey key, String origin, long size, Hash root) {
    String text = new Checkpoint(origin, size, root).text();
    return SignedNote.of(text, List.of(NoteSignature.sign(key, text)));
  }

  private Answer add(int old, int size, int branch) {
    return add(old, NaiveTree.proof(old, entries(size, branch)), note(size, branch));
  }

  private Answer add(long old, List<Hash> proof, SignedNote note) {
    return witness.addCheckpoint(new AddCheckpoint(old, proof, note).bytes(), NOW_S);
  }

  @Test
  void aGrowingLogIsCosigned() {
    Answer answer = add(0, 5, 0);
    assertThat(answer.status()).isEqualTo(200);
    SignedNote cosigned =
        SignedNote.parse((note(5, 0) + answer.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(cosigned.verified(List.of(KEY.verifier()))).containsOnlyKeys(KEY.verifier());
    assertThat(cosigned.signatures().getLast().timeS()).isEqualTo(NOW_S);
    assertThat(add(5, 9, 0).status()).isEqualTo(200);
    assertThat(add(9, 9, 0).status()).isEqualTo(200);
  }

  @Test
  void theEmptyLogIsCosignedToo() {
    assertThat(add(0, 0, 0).status()).isEqualTo(200);
    assertThat(add(0, List.of(), note(LOG, "log.example", 0, Hash.leaf(new byte[0]))).status())
        .isEqualTo(409);
  }

  @Test
  void anUnknownLogIs404() {
    SignerKey other = TestLedger.key("other.example", KeyType.ED25519, 6);
    assertThat(add(0, List.of(), note(other, "other.example", 0, Hash.EMPTY)).status())
        .isEqualTo(404);
  }

  @Test
  void aSignatureOfAnyoneElseIs403() {
    SignerKey other = TestLedger.key("log.example", KeyType.ED25519, 6);
    assertThat(add(0, List.of(), note(other, "log.example", 0, Hash.EMPTY)).status())
        .isEqualTo(403);
    assertThat(add(0, List.of(), note(other, "log.example", 5, Hash.EMPTY)).status())
        .isEqualTo(403);
  }

  @Test
  void anotherOldSizeIs409WithTheRightOne() {
    add(0, 5, 0);
    Answer answer = add(3, 9, 0);
    assertThat(answer).isEqualTo(new Answer(409, "text/x.tlog.size", "5\n"));
    assertThat(add(0, 9, 0).body()).isEqualTo("5\n");
  }

  @Test
  void anotherRootOfTheSameSizeIs409() {
    add(0, 5, 0);
    assertThat(add(5, List.of(), note(5, 1)).status()).isEqualTo(409);
  }

  @Test
  void anotherHistoryIs422AndNothingIsForgotten() {
    add(0, 5, 0);
    assertThat(add(5, 9, 1).status()).isEqualTo(422);
    assertThat(add(5, List.of(), note(9, 0)).status()).isEqualTo(422);
    assertThat(add(5, 9, 0).status()).isEqualTo(200);
  }

  @Test
  void aProofWhereNoneBelongsIs422() {
    assertThat(add(0, List.of(Hash.EMPTY), note(5, 0)).status()).isEqualTo(422);
  }

  @Test
  void anOldSizeAboveTheNewOneIs400() {
    add(0, 9, 0);
    assertThat(add(9, List.of(), note(5, 0)).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "old 0\n", "old 00\n\n", "old -1\n\n", "new 0\n\n", "old 0\nAAAA\n\n"})
  void whatIsNoRequestIs400(String head) {
    String body = head + (head.endsWith("\n\n") ? note(5, 0).toString() : "");
    assertThat(witness.addCheckpoint(body.getBytes(StandardCharsets.UTF_8), NOW_S).status())
        .isEqualTo(400);
    assertThat(witness.addCheckpoint(new byte[1 << 17], NOW_S).status()).isEqualTo(400);
    List<Hash> many = Collections.nCopies(64, Hash.EMPTY);
    assertThat(add(0, many, note(5, 0)).status()).isEqualTo(400);
  }

  @Test
  void itRemembersAfterARestart() throws IOException {
    add(0, 5, 0);
    stop();
    start();
    assertThat(add(0, 5, 1).body()).isEqualTo("5\n");
    assertThat(add(5, 9, 1).status()).isEqualTo(422);
  }

  @Test
  void aDamagedMemoryDoesNotStart() throws IOException {
    add(0, 5, 0);
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.filter(f -> f.toString().endsWith(".checkpoint")).findFirst().orElseThrow();
      Files.writeString(file, "log.example\n");
    }
    assertThatThrownBy(() -> new Witness(disk, KEY, List.of(LOG.verifier())))
        .isInstanceOf(DamagedException.class);
    assertThat(add(5, 9, 0).status()).isEqualTo(500);
  }

  @Test
  void oneOfTwoHistoriesThatComeAtOnceIsCosigned() throws Exception {
    for (int run = 0; run < 20; run++) {
      int size = 4 + run;
      int old = run == 0 ? 0 : size - 1;
      List<Future<Answer>> answers;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        byte[] longer =
            new AddCheckpoint(old, NaiveTree.proof(old, entries(size, 0)), note(size, 0)).bytes();
        byte[] forked =
            new AddCheckpoint(old, NaiveTree.proof(old, entries(size, 0)), note(size, 1)).bytes();
        answers =
            List.of(
                threads.submit(() -> witness.addCheckpoint(forked, NOW_S)),
                threads.submit(() -> witness.addCheckpoint(longer, NOW_S)));
      }
      long cosigned = 0;
      for (Future<Answer> answer : answers) {
        cosigned += answer.get().status() == 200 ? 1 : 0;
      }
      assertThat(cosigned).isEqualTo(1);
      if (run == 0 && answers.getFirst().get().status() == 200) {
        return;
      }
    }
  }

  @Test
  void aLogWithAnotherKeyIsFollowedAndTheOldKeyIsNoLongerBelieved() throws IOException {
    SignerKey next = TestLedger.key("log.example", KeyType.ED25519, 8);
    assertThat(add(0, 5, 0).status()).isEqualTo(200);
    assertThat(add(5, proof(5, 6), signed(next, 6)).status()).as("not told of it").isEqualTo(403);
    witness = new Witness(disk, KEY, List.of(LOG.verifier(), next.verifier()));
    assertThat(add(5, proof(5, 6), signed(LOG, 6)).status()).isEqualTo(200);
    assertThat(add(6, proof(6, 7), signed(next, 7)).status()).isEqualTo(200);
    assertThat(add(7, proof(7, 8), signed(LOG, 8)).status()).isEqualTo(403);
    witness = new Witness(disk, KEY, List.of(LOG.verifier(), next.verifier()));
    assertThat(add(7, proof(7, 8), signed(LOG, 8)).status()).as("remembered").isEqualTo(403);
    assertThat(add(7, proof(7, 8), signed(next, 8)).status()).isEqualTo(200);
  }

  private static List<Hash> proof(int old, int size) {
    return NaiveTree.proof(old, entries(size, 0));
  }

  private static SignedNote signed(SignerKey key, int size) {
    return note(key, "log.example", size, NaiveTree.root(entries(size, 0)));
  }
}
