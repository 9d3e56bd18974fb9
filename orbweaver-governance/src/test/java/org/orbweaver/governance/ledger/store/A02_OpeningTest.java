package org.orbweaver.governance.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orbweaver.governance.ledger.TestLedger.LOG;
import static org.orbweaver.governance.ledger.TestLedger.entry;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;

/** What lies about in a folder, and who waits for whom. */
class A02_OpeningTest {
  @TempDir private Path folder = Path.of("");

  private void create() throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, LOG);
    }
  }

  private void assertNotBegunAnew() throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      assertThatThrownBy(() -> DurableLog.create(disk, LOG))
          .isInstanceOf(IOException.class)
          .hasMessage("there is a ledger already");
    }
  }

  private long size() throws IOException {
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), LOG)) {
      return log.checkpoint().size();
    }
  }

  @Test
  void a01_whereAnythingOfALedgerLiesNoneIsBegun() throws IOException {
    TestLedger.write(folder, 3);
    assertNotBegunAnew();
    Files.move(folder.resolve("checkpoint"), folder.resolve("checkpoint.next"));
    assertNotBegunAnew();
    Files.delete(folder.resolve("checkpoint.next"));
    assertNotBegunAnew();
    try (FolderDisk disk = FolderDisk.take(folder)) {
      assertThatThrownBy(() -> DurableLog.open(disk, LOG))
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining("no file 'checkpoint'");
    }
  }

  @Test
  void a02_aNextCheckpointThatIsNotLargerIsPutAway() throws IOException {
    TestLedger.write(folder, 3);
    byte[] three = Files.readAllBytes(folder.resolve("checkpoint"));
    TestLedger.append(folder, 3, 5);
    byte[] five = Files.readAllBytes(folder.resolve("checkpoint"));
    for (byte[] stale : List.of(three, five)) {
      Files.write(folder.resolve("checkpoint.next"), stale);
      assertThat(size()).isEqualTo(5);
      assertThat(folder.resolve("checkpoint.next")).doesNotExist();
      assertThat(folder.resolve("checkpoint")).hasBinaryContent(five);
    }
  }

  @Test
  void a03_somebodysOwnFilesStay() throws IOException {
    TestLedger.write(folder, 200);
    for (String name : List.of("notes.txt", "0250", "1000", "-1", "x")) {
      Files.writeString(folder.resolve("tile/0/000.p").resolve(name), "mine");
    }
    Files.writeString(folder.resolve("tile/0/000.p/201"), "of a writer that was stopped");
    assertThat(size()).isEqualTo(200);
    assertThat(folder.resolve("tile/0/000.p").toFile().list())
        .containsExactlyInAnyOrder("200", "notes.txt", "0250", "1000", "-1", "x");
  }

  /** A disk whose next sync waits until it is let go. */
  private static Disk gated(Disk disk, CountDownLatch waits, CountDownLatch goOn) {
    return (Disk)
        Proxy.newProxyInstance(
            Disk.class.getClassLoader(),
            new Class<?>[] {Disk.class},
            (proxy, method, args) -> {
              if (method.getName().equals("sync") && waits.getCount() > 0) {
                waits.countDown();
                goOn.await();
              }
              try {
                return method.invoke(disk, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Test
  void b01_whoIsInterruptedWhileWaitingWaitsOnAndIsTold() throws Exception {
    create();
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CompletableFuture<Thread> second = new CompletableFuture<>();
    try (DurableLog log = DurableLog.open(gated(FolderDisk.take(folder), waits, goOn), LOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<DurableLog.Appended> one = threads.submit(() -> log.append(entry(0)));
      waits.await();
      Future<Boolean> told =
          threads.submit(() -> {
            second.complete(Thread.currentThread());
            log.append(entry(1));
            return Thread.interrupted();
          });
      Thread waiting = second.get();
      waiting.interrupt();
      // It has seen that it was interrupted once it has cleared it, and parks again.
      while (waiting.isInterrupted()) {
        Thread.sleep(1);
      }
      goOn.countDown();
      assertThat(one.get().first()).isZero();
      assertThat(told.get()).isTrue();
      assertThat(log.checkpoint().size()).isEqualTo(2);
    }
  }

  @Test
  void b02_moreThanABatchHoldsIsWrittenInTwo() throws Exception {
    create();
    CountDownLatch waits = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<byte[]> many = Collections.nCopies(2_100, new byte[] {1});
    try (DurableLog log = DurableLog.open(gated(FolderDisk.take(folder), waits, goOn), LOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<DurableLog.Appended> first = threads.submit(() -> log.append(entry(0)));
      waits.await();
      CountDownLatch asked = new CountDownLatch(2);
      List<Future<DurableLog.Appended>> more =
          List.of(
              threads.submit(() -> {
                asked.countDown();
                return log.append(many);
              }),
              threads.submit(() -> {
                asked.countDown();
                return log.append(many);
              }));
      asked.await();
      goOn.countDown();
      first.get();
      assertThat(more.get(0).get().first() + more.get(1).get().first()).isEqualTo(1 + 2_101);
      assertThat(log.checkpoint().size()).isEqualTo(4_201);
    }
  }

  @Test
  void c01_aFileSystemThatSyncsNoFoldersIsWrittenAllTheSame() throws IOException {
    URI zip = URI.create("jar:" + folder.resolve("files.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      assertThat(files.supportedFileAttributeViews()).doesNotContain("posix");
      try (FolderDisk disk = FolderDisk.take(files.getPath("/ledger"))) {
        Files.createDirectories(files.getPath("/ledger/a"));
        disk.write("a/b", "text".getBytes(UTF_8));
        disk.syncFolder("a");
        assertThat(disk.read("a/b")).isEqualTo("text".getBytes(UTF_8));
        assertThat(disk.list("a")).containsExactly("b");
      }
    }
  }

  @Test
  void d01_aClosedLedgerTakesNothing() throws IOException {
    create();
    DurableLog log = DurableLog.open(FolderDisk.take(folder), LOG);
    SignedNote note = log.note();
    log.close();
    assertThatThrownBy(() -> log.append(TestLedger.entry(0)))
        .hasMessageContaining("must be opened again");
    assertThatThrownBy(() -> log.addCosignatures(note, List.of()))
        .hasMessageContaining("must be opened again");
  }

  @Test
  void d02_theLogsOwnWrongSignatureIsNoneToAdd() throws IOException {
    create();
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), LOG)) {
      SignedNote note = log.append(TestLedger.entry(0)).note();
      List<NoteSignature> wrong = List.of(NoteSignature.sign(LOG, "another text\n"));
      assertThatThrownBy(() -> log.addCosignatures(note, wrong))
          .isInstanceOf(UntrustedException.class);
      assertThat(log.note()).isEqualTo(note);
    }
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void d03_anotherKeyGoesOnFromWhatTheOldOneSigned() throws IOException {
    create();
    SignerKey next = TestLedger.key(LOG.name(), KeyType.ED25519, 9);
    try (DurableLog log = DurableLog.open(FolderDisk.take(folder), next, LOG.verifier())) {
      assertThat(log.key()).isEqualTo(next.verifier());
      assertThat(log.checkpoint().size()).isZero();
    }
  }

  @Test
  void d04_aFullDiskIsNamed_andWhereNobodyCanSayWhatBecameOfItTheLedgerIsOpenedAgain()
      throws IOException {
    int plain = 0;
    int unknown = 0;
    for (int seed = 0; seed < 200; seed++) {
      SimulatedDisk disk = new SimulatedDisk(new Random(seed));
      DurableLog.create(disk, LOG);
      DurableLog log = DurableLog.open(disk, LOG);
      log.append(TestLedger.entry(0));
      disk.setFull(true);
      try {
        log.append(TestLedger.entry(1));
      } catch (UnknownOutcomeException e) {
        unknown++;
        disk.setFull(false);
        assertThatThrownBy(() -> log.append(TestLedger.entry(2)))
            .hasMessageContaining("must be opened again");
      } catch (IOException e) {
        plain++;
        assertThat(e).hasMessage("No space left on device");
        disk.setFull(false);
        assertThat(log.append(TestLedger.entry(2)).first()).isEqualTo(1);
      }
    }
    assertThat(plain).isPositive();
    assertThat(unknown).isPositive();
  }
}
