package org.orbweaver.governance.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orbweaver.governance.ledger.TestLedger.LOG;
import static org.orbweaver.governance.ledger.TestLedger.POLICY;
import static org.orbweaver.governance.ledger.TestLedger.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog.Appended;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;

/** Appending, and finding again what was appended. */
class A01_DurableLogTest {
  @TempDir private Path folder = Path.of("");

  private DurableLog open() throws IOException {
    return DurableLog.open(FolderDisk.take(folder), LOG);
  }

  private Audit audit() throws IOException {
    return new Auditor(new LedgerFolder(folder), POLICY, EntryCheck.ANY).audit();
  }

  private void create() throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, LOG);
    }
  }

  @Test
  void aNewLedgerHasASignedCheckpointWithoutEntries() throws IOException {
    create();
    assertThat(Files.readString(folder.resolve("checkpoint")))
        .startsWith("log.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 log.");
    assertThat(audit().isClean()).isTrue();
    try (FolderDisk disk = FolderDisk.take(folder)) {
      assertThatThrownBy(() -> DurableLog.create(disk, LOG)).hasMessageContaining("already");
    }
  }

  @Test
  void whatIsAcknowledgedIsPublished() throws IOException {
    create();
    try (DurableLog log = open()) {
      Appended appended = log.append(entry(0));
      assertThat(appended.first()).isZero();
      assertThat(Files.readAllBytes(folder.resolve("checkpoint")))
          .isEqualTo(appended.note().bytes());
      assertThat(log.append(List.of(entry(1), entry(2))).first()).isEqualTo(1);
      assertThat(log.checkpoint().size()).isEqualTo(3);
    }
    assertThat(audit().isClean()).isTrue();
    assertThat(audit().entries()).isEqualTo(3);
  }

  @Test
  void everySizeUpToThreeTilesIsRightAndOpensAgain() throws IOException {
    create();
    int size = 0;
    for (int batch = 1; size < 700; batch = batch % 83 + 7) {
      try (DurableLog log = open()) {
        assertThat(log.checkpoint().size()).isEqualTo(size);
        List<byte[]> entries = new ArrayList<>();
        for (int i = 0; i < batch; i++) {
          entries.add(entry(size + i));
        }
        log.append(entries);
        size += batch;
      }
      assertThat(audit().fault()).isNull();
    }
    for (int i = 0; i < size; i++) {
      assertThat(new TileReader(new LedgerFolder(folder), size).entry(i)).isEqualTo(entry(i));
    }
    assertThat(Files.exists(folder.resolve("tile/entries/000.p"))).isFalse();
    assertThat(Files.exists(folder.resolve("tile/0/001"))).isTrue();
  }

  @Test
  void manyThreadsShareBatchesAndEachLearnsItsIndex() throws Exception {
    create();
    try (DurableLog log = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Appended>> futures = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        byte[] entry = {(byte) (i >> 8), (byte) i};
        futures.add(threads.submit(() -> log.append(entry)));
      }
      TileReader tiles = new TileReader(new LedgerFolder(folder), 300);
      for (Future<Appended> future : futures) {
        future.get();
      }
      for (int i = 0; i < 300; i++) {
        byte[] entry = {(byte) (i >> 8), (byte) i};
        assertThat(tiles.entry(futures.get(i).get().first())).isEqualTo(entry);
      }
    }
    assertThat(audit().isClean()).isTrue();
  }

  @Test
  void onlyOneWriterAtATime() throws IOException {
    create();
    try (DurableLog log = open()) {
      assertThatThrownBy(this::open).isInstanceOf(FolderDisk.InUseException.class);
      log.append(entry(0));
    }
    DurableLog closed = open();
    closed.close();
    assertThatThrownBy(() -> closed.append(entry(1))).isInstanceOf(IOException.class);
  }

  @Test
  void whatCannotBeAnEntryIsRefusedAndHarmsNothing() throws IOException {
    create();
    try (DurableLog log = open()) {
      assertThatThrownBy(() -> log.append(List.of())).isInstanceOf(MalformedException.class);
      assertThatThrownBy(() -> log.append(List.of(entry(0), new byte[65_536])))
          .isInstanceOf(MalformedException.class);
      assertThat(log.checkpoint().size()).isZero();
      assertThat(log.append(new byte[65_535]).first()).isZero();
      assertThat(log.append(new byte[0]).first()).isEqualTo(1);
    }
    assertThat(audit().isClean()).isTrue();
  }

  @Test
  void cosignaturesJoinTheCheckpointThatTheyAreOver() throws IOException {
    SignerKey witness = TestLedger.key("w.example", KeyType.COSIGNATURE, 3);
    create();
    try (DurableLog log = open()) {
      SignedNote old = log.append(entry(0)).note();
      NoteSignature cosignature = NoteSignature.cosign(witness, old.text(), 1_800_000_000);
      assertThat(log.addCosignatures(old, List.of(cosignature))).isTrue();
      assertThat(log.addCosignatures(old, List.of(cosignature))).isTrue();
      assertThat(SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint"))).signatures())
          .hasSize(2)
          .contains(cosignature);
      log.append(entry(1));
      assertThat(log.addCosignatures(old, List.of(cosignature))).isFalse();
      assertThat(log.note().signatures()).hasSize(1);
    }
  }

  @Test
  void anotherKeyDoesNotOpenIt() throws IOException {
    create();
    SignerKey other = TestLedger.key("log.example", KeyType.ED25519, 9);
    assertThatThrownBy(
            () -> {
              try (FolderDisk disk = FolderDisk.take(folder)) {
                DurableLog.open(disk, other);
              }
            })
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void whatWasNeverDecidedIsGoneAfterOpening() throws IOException {
    TestLedger.write(folder, 200);
    for (String left : List.of("tile/entries/000", "tile/0/000.p/250", "checkpoint.tmp")) {
      Files.write(folder.resolve(left), new byte[] {1});
    }
    try (DurableLog log = open()) {
      assertThat(log.checkpoint().size()).isEqualTo(200);
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()))
            .containsExactlyInAnyOrder(
                ".lock", "checkpoint", "tile/0/000.p/200", "tile/entries/000.p/200");
      }
    }
  }

  @Test
  void whatWasDecidedIsFinishedOnOpening() throws IOException {
    TestLedger.write(folder, 5);
    byte[] before = Files.readAllBytes(folder.resolve("checkpoint"));
    TestLedger.append(folder, 5, 9);
    Files.move(folder.resolve("checkpoint"), folder.resolve("checkpoint.next"));
    Files.write(folder.resolve("checkpoint"), before);
    try (DurableLog log = open()) {
      assertThat(log.checkpoint().size()).isEqualTo(9);
    }
    assertThat(audit().entries()).isEqualTo(9);
  }

  @Test
  void aDamagedEdgeDoesNotOpen() throws IOException {
    TestLedger.write(folder, 300);
    for (String path :
        List.of("checkpoint", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44")) {
      byte[] right = Files.readAllBytes(folder.resolve(path));
      byte[] wrong = right.clone();
      wrong[20] ^= 1;
      Files.write(folder.resolve(path), wrong);
      assertThatThrownBy(this::openAndClose).as(path).isInstanceOf(DamagedException.class);
      Files.delete(folder.resolve(path));
      if (!path.equals("tile/1/000.p/1")) {
        assertThatThrownBy(this::openAndClose).as(path).isInstanceOf(DamagedException.class);
      }
      Files.write(folder.resolve(path), right);
    }
    openAndClose();
  }

  private void openAndClose() throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.open(disk, LOG);
    }
  }
}
