package org.orbweaver.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;

/**
 * The ledger on a real disk. Goals: 2,000 entries a second appended with fsync; 1,000,000 entries
 * recomputed in 20 s; 4,000 signatures a second verified on two cores.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m"})
public class LedgerBenchmark {
  private static final int ENTRY_BYTES = 400;
  private static final SignerKey KEY =
      SignerKey.ofSeed("bench.example", KeyType.ED25519, new byte[32]);

  private static byte[] entry(long number) {
    byte[] entry = new byte[ENTRY_BYTES];
    new Random(number).nextBytes(entry);
    ByteBuffer.wrap(entry).putLong(number);
    return entry;
  }

  private static DurableLog begin(Path folder) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, KEY);
    }
    return DurableLog.open(FolderDisk.take(folder), KEY);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  /** A ledger that grows. */
  @State(Scope.Benchmark)
  public static class Growing {
    private static final int BATCH = 256;

    // Set by open().
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DurableLog log;

    private final List<byte[]> batch = new ArrayList<>();
    private final byte[] one = entry(0);

    /** Begins it; not measured. */
    @Setup(Level.Trial)
    public void open() throws IOException {
      folder = Files.createTempDirectory("orbweaver-bench");
      log = begin(folder);
      for (int i = 0; i < BATCH; i++) {
        batch.add(entry(i));
      }
    }

    /** Removes it. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
      log.close();
      delete(folder);
    }
  }

  /** A ledger of 1,000,000 entries. */
  @State(Scope.Benchmark)
  public static class Million {
    private static final int ENTRIES = 1_000_000;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Writes it; not measured. */
    @Setup(Level.Trial)
    public void write() throws IOException {
      folder = Files.createTempDirectory("orbweaver-bench");
      try (DurableLog log = begin(folder)) {
        for (long first = 0; first < ENTRIES; ) {
          List<byte[]> entries = new ArrayList<>();
          for (int i = 0; i < 20_000; i++) {
            entries.add(entry(first++));
          }
          log.append(entries);
        }
      }
    }

    /** Removes it. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
      delete(folder);
    }
  }

  /** Signed envelopes. */
  @State(Scope.Benchmark)
  public static class Signed {
    private final byte[] entry =
        Envelope.sign("application/vnd.orbweaver.bench", entry(1), KEY).bytes();
  }

  /** 64 callers with an entry each; entries a second. */
  @Benchmark
  @Threads(64)
  public DurableLog.Appended appendByManyCallers(Growing growing) throws IOException {
    return growing.log.append(growing.one);
  }

  /** One caller with 256 entries; entries a second. */
  @Benchmark
  @OperationsPerInvocation(Growing.BATCH)
  public DurableLog.Appended appendByOneCaller(Growing growing) throws IOException {
    return growing.log.append(growing.batch);
  }

  /** Everything recomputed and compared: hashes, order, tiles, root. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 1)
  @Measurement(iterations = 3)
  public Audit verifyMillion(Million million) throws IOException {
    Audit audit =
        new Auditor(
                new LedgerFolder(million.folder),
                TrustPolicy.unwitnessed(KEY.verifier()),
                EntryCheck.ANY)
            .audit();
    if (!audit.isClean() || audit.entries() != Million.ENTRIES) {
      throw new IllegalStateException(String.valueOf(audit.fault()));
    }
    return audit;
  }

  /** Envelopes read and their signatures verified, on two threads; envelopes a second. */
  @Benchmark
  @Threads(2)
  public boolean verifySignature(Signed signed) {
    return Envelope.parse(signed.entry).signers(List.of(KEY.verifier())).size() == 1;
  }
}
