package org.orbweaver.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills, full disks, other processes and damaged files: what was acknowledged is there. */
class B01_StoreFaultsTest {
  private static final boolean FULL = Boolean.getBoolean("orbweaver.full");

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("accounts.db");
  }

  private static List<String> command(Path file, int transactions) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        StoreWriter.class.getName(),
        file.toString(),
        Integer.toString(transactions));
  }

  private Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  /** Whole lines only: what was being printed when the process died was not acknowledged. */
  private List<String> acknowledged() throws IOException {
    String out = Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
    List<String> lines =
        new ArrayList<>(out.substring(0, out.lastIndexOf('\n') + 1).lines().toList());
    lines.removeIf(line -> !line.startsWith("ACC-"));
    return lines;
  }

  private static void checkWhole(SqlStore store, List<String> acknowledged) {
    List<String> accounts =
        store.read(records -> records.accounts().all().stream().map(a -> a.number()).toList());
    List<String> payers =
        store.read(records -> records.payers().all().stream().map(p -> p.id()).toList());
    List<String> addresses =
        store.read(records -> records.addresses().all().stream().map(a -> a.id()).toList());
    assertThat(accounts).containsAll(acknowledged).doesNotHaveDuplicates();
    assertThat(payers).isEqualTo(accounts);
    assertThat(addresses).isEqualTo(accounts);
  }

  @Test
  void a01_killedAtAnyMomentItLosesNothingAcknowledgedAndKeepsNothingHalf() throws Exception {
    Random random = new Random(7);
    List<String> all = new ArrayList<>();
    for (int run = 0; run < (FULL ? 100 : 6); run++) {
      Process process = start(command(file(), Integer.MAX_VALUE));
      if (run % 2 == 0) {
        process.waitFor(random.nextLong(1200), TimeUnit.MILLISECONDS);
      } else {
        while (process.isAlive() && acknowledged().isEmpty()) {
          process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        process.waitFor(random.nextLong(300), TimeUnit.MILLISECONDS);
      }
      process.destroyForcibly().waitFor();
      all.addAll(acknowledged());
      try (SqlStore store = SqlStore.inFile(file())) {
        assertThat(store.version()).isEqualTo(Migrations.LAST);
        checkWhole(store, all);
      }
    }
    assertThat(all).isNotEmpty();
  }

  @Test
  void a02_killedWhileItIsMadeItIsMadeByTheNext() throws Exception {
    Random random = new Random(8);
    for (int run = 0; run < (FULL ? 100 : 5); run++) {
      Path fresh = folder.resolve("fresh-" + run + ".db");
      Process process = start(command(fresh, 0));
      process.waitFor(300 + random.nextLong(900), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      try (SqlStore store = SqlStore.inFile(fresh)) {
        assertThat(store.version()).isEqualTo(Migrations.LAST);
        StoreWriter.three(store);
      }
    }
  }

  @Test
  void a03_twoProcessesMakeAndFillOneStore() throws Exception {
    Process other = start(command(file(), 40));
    List<String> own = new ArrayList<>();
    try (SqlStore store = SqlStore.inFile(file())) {
      for (int i = 0; i < 40; i++) {
        own.add(StoreWriter.three(store));
      }
      assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
      List<String> theirs = acknowledged();
      assertThat(theirs).hasSize(40).doesNotContainAnyElementsOf(own);
      own.addAll(theirs);
      checkWhole(store, own);
    }
  }

  @Test
  void b01_aFullDiskIsNamedAndNothingIsHalf() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    String script =
        "mount -t tmpfs -o size=700k tmpfs '%s' && shift 0 && \"$@\"; cp -r '%s' '%s'"
            .formatted(small, small, folder.resolve("saved"));
    List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
    command.addAll(command(small.resolve("accounts.db"), 100_000));
    Process process;
    try {
      process = start(command);
    } catch (IOException e) {
      assumeTrue(false, "there is no unshare here");
      return;
    }
    assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("err"));
    assumeTrue(Files.exists(folder.resolve("saved/accounts.db")), "no small disk here: " + said);
    String out = Files.readString(folder.resolve("out"));
    assertThat(out).contains("refused: ").containsAnyOf("the disk is full", "does not answer");
    List<String> acknowledged = acknowledged();
    assertThat(acknowledged).isNotEmpty();
    try (SqlStore store = SqlStore.inFile(folder.resolve("saved/accounts.db"))) {
      checkWhole(store, acknowledged);
    }
  }

  @Test
  void b02_theErrorsOfAFullDiskAndADamagedFileHaveWords() throws Exception {
    SqliteDatabase database = new SqliteDatabase(file());
    try (SqlStore store = SqlStore.inFile(file());
        Connection connection = store.connection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 1");
      statement.execute("CREATE TABLE big (x TEXT)");
      assertThat(database.meaning(new SQLException("?"))).isNull();
      throw new AssertionError("there was room");
    } catch (SQLException e) {
      assertThat(SqlStore.failure(database, e))
          .isInstanceOf(StoreException.class)
          .hasMessageEndingWith("the disk is full");
    }
  }

  @Test
  void b03_whatIsNoStoreIsNamed() throws IOException {
    Files.writeString(file(), "this is a letter, not a database; ".repeat(100));
    assertThatThrownBy(() -> SqlStore.inFile(file()))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no SQLite database");
    assertThatThrownBy(() -> SqlStore.inFile(file().resolve("below")))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> SqlStore.inFile(folder)).isInstanceOf(StoreException.class);
  }

  @Test
  void b04_aWriterWhoKeepsTheStoreIsWaitedForAndThenNamed() throws Exception {
    try (SqlStore store = SqlStore.open(new SqliteDatabase(file(), 200));
        Connection connection = store.connection()) {
      connection.createStatement().execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> StoreWriter.three(store))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another process keeps it");
      connection.createStatement().execute("ROLLBACK");
      StoreWriter.three(store);
    }
  }
}
