package org.orbweaver.governance.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orbweaver.governance.ledger.TestLedger.LOG;
import static org.orbweaver.governance.ledger.TestLedger.POLICY;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.signing.SignedNote;

/** A real process, really killed (SIGKILL) while it appends, again and again on one ledger. */
class C01_KillTest {
  private static final int RUNS = Boolean.getBoolean("orbweaver.full") ? 1_000 : 20;

  @TempDir private Path folder = Path.of("");

  @Test
  void nothingAcknowledgedIsLost() throws Exception {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, LOG);
    }
    Random random = new Random(42);
    for (int run = 0; run < RUNS; run++) {
      SignedNote before = SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")));
      long acknowledged = appendAndKill(run, random.nextInt(30));
      long size;
      try (DurableLog log = DurableLog.open(FolderDisk.take(folder), LOG)) {
        size = log.checkpoint().size();
      }
      assertThat(size).as("run %d", run).isGreaterThanOrEqualTo(acknowledged);
      Audit audit =
          new Auditor(
                  new LedgerFolder(folder),
                  POLICY,
                  (index, entry) ->
                      Arrays.equals(entry, Appender.entry(index)) ? null : "another entry")
              .audit(before);
      assertThat(audit.fault()).as("run %d", run).isNull();
    }
    long size = new Auditor(new LedgerFolder(folder), POLICY, (i, e) -> null).audit().entries();
    TileReader tiles = new TileReader(new LedgerFolder(folder), size);
    assertThat(tiles.entry(size - 1)).isEqualTo(Appender.entry(size - 1));
  }

  /** How many entries the process said were there before it was killed. */
  private long appendAndKill(long seed, int batches) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString(),
                Long.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long acknowledged = -1;
    try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
      for (int batch = 0; batch <= batches; batch++) {
        String line = lines.readLine();
        assertThat(line).as("the process ended by itself").isNotNull();
        acknowledged = Long.parseLong(line);
      }
      if (seed == 0) {
        assertThatThrownBy(() -> FolderDisk.take(folder))
            .as("another process writes")
            .isInstanceOf(FolderDisk.InUseException.class);
      }
      // By its handle: the other way would close what it has said.
      process.toHandle().destroyForcibly();
      // What it said between the last look and its death counts as well.
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        acknowledged = Long.parseLong(line);
      }
    } finally {
      process.destroyForcibly();
    }
    return acknowledged;
  }
}
