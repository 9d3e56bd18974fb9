package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyFile;

/** Accounts of a governed network: the ledger is told first, and it is right. */
class A24_GovernedAccountsTest {
  private static final String[] PEOPLE = {
    "intake|operator||intake-officer",
    "steward|operator||funding-steward",
    "ops-1|operator|operations|approver",
    "legal-1|counsel|legal|approver",
    "relief-1|council|humanitarian|approver",
    "admin|operator||role-administrator",
    "overseer|public||overseer",
    "executor|operator||executor",
  };

  @TempDir private Path folder = Path.of("");
  private String now = "2026-01-01T00:00:00Z";

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private Outcome run(String... args) {
    return Run.within().variable("XDG_STATE_HOME", file("state")).at(now).command(args);
  }

  private String done(String... args) {
    Outcome outcome = run(args);
    assertThat(outcome.exitCode()).as(String.join(" ", args) + "\n" + outcome.err()).isZero();
    return outcome.out();
  }

  private Outcome deciding(String who, String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.addAll(List.of("--ledger", file("ledger"), "--append", file("log.key")));
    all.addAll(List.of("--key", file(who + ".key")));
    return run(all.toArray(String[]::new));
  }

  private String decided(String who, String... args) {
    Outcome outcome = deciding(who, args);
    assertThat(outcome.exitCode()).as(String.join(" ", args) + "\n" + outcome.err()).isZero();
    return outcome.out();
  }

  private void not(int exitCode, String why, Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.err()).contains(why).doesNotContain("\tat ", "Exception");
    assertThat(outcome.out()).isEmpty();
  }

  private String key(String name) throws IOException {
    return KeyFile.read(folder.resolve(name + ".key")).verifier().toString();
  }

  private Outcome rebuild(String... more) throws IOException {
    List<String> all = new ArrayList<>(List.of("account", "rebuild", "--ledger", file("ledger")));
    all.addAll(List.of("--log-key", key("log")));
    all.addAll(Arrays.asList(more));
    return run(all.toArray(String[]::new));
  }

  @BeforeEach
  void aGovernedNetworkWithALine() throws IOException {
    done("key", "new", "ledger.example/2026", "--out", file("log.key"));
    List<String> people = new ArrayList<>();
    List<String> sign = new ArrayList<>(List.of("case", "genesis", file("draft.json")));
    for (String person : PEOPLE) {
      String[] parts = person.split("\\|");
      done("key", "new", parts[0], "--out", file(parts[0] + ".key"));
      sign.addAll(List.of("--key", file(parts[0] + ".key")));
      people.add(
          "{\"id\":\"%s\",\"organisation\":\"%s\",%s\"roles\":[\"%s\"],\"interests\":[],\"key\":\"%s\"}"
              .formatted(
                  parts[0],
                  parts[1],
                  parts[2].isEmpty() ? "" : "\"pool\":\"" + parts[2] + "\",",
                  parts[3],
                  key(parts[0])));
    }
    Files.writeString(
        folder.resolve("draft.json"),
        "{\"origin\":\"ledger.example/2026\",\"by\":\"admin\",\"log\":\"%s\",\"people\":[%s]}"
            .formatted(key("log"), String.join(",", people)));
    Files.writeString(folder.resolve("genesis"), done(sign.toArray(String[]::new)));
    done("ledger", "init", file("ledger"), "--key", file("log.key"), "--genesis", file("genesis"));

    done("account", "new", "Clinic", "--region", "KE");
    done("account", "address", "ACC-0001", "--at", "-0.0917,34.768");
    done("line", "plan", "relief", "Relief", "--price", "75 EUR", "--down=100", "--up=10");
    done("payer", "new", "A foundation");
    decided(
        "intake",
        "line",
        "new",
        "ACC-0001",
        "--address=ADR-0001",
        "--plan=relief",
        "--class=hospital",
        "--payer=PAY-0001");
    decided("intake", "terminal", "new", "clinic-1", "--kit=K1", "--dish=D1");
    decided("intake", "terminal", "change", "clinic-1", "assigned", "--line=SL-0001");
  }

  @Test
  void a01_theLedgerHasWhatWasDecidedAndNothingOfPeople() throws IOException {
    assertThat(done("ledger", "verify", file("ledger"), "--log-key", key("log")))
        .contains("entries    4", "all is as it was signed");
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      Envelope entry =
          Envelope.parse(
              done("ledger", "show", file("ledger"), "--entry", "" + i)
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      all.append(new String(entry.payload(), java.nio.charset.StandardCharsets.UTF_8));
    }
    assertThat(all.toString())
        .contains("line.opened", "SL-0001", "clinic-1", "\"sealed\":")
        .doesNotContain("Clinic", "ACC-0001", "ADR-0001", "34.7", "foundation");
    Outcome same = rebuild();
    assertThat(same.exitCode()).as(same.out()).isZero();
    assertThat(same.err()).contains("4 entries verified", "the store says the same");
  }

  @Test
  void a02_whoIsNotAskedDecidesNothing() {
    not(
        ExitCode.NO,
        "governed by the ledger ledger.example/2026",
        run("payer", "leave", "PAY-0001"));
    not(ExitCode.NO, "does not have the role", deciding("intake", "payer", "leave", "PAY-0001"));
    not(
        ExitCode.NO,
        "does not have the role",
        deciding("executor", "terminal", "change", "clinic-1", "lost"));
    decided("steward", "payer", "leave", "PAY-0001");
    now = "2026-03-02T00:00:00Z";
    not(ExitCode.NO, "does not have the role", deciding("steward", "payer", "due", "--step"));
    assertThat(decided("executor", "payer", "due", "--step")).contains("at-risk,grace");
    not(
        ExitCode.NO,
        "no case in force",
        deciding("intake", "terminal", "authorise", "clinic-1", "--basis=x", "--case=C-2026-0001"));
    not(
        ExitCode.BAD_INPUT,
        "nobody in this ledger has the key",
        deciding("log", "terminal", "change", "clinic-1", "lost"));
    assertThat(done("line", "list")).contains(",grace,2026-03-02T00:00:00Z,PAY-0001");
  }

  @Test
  void b01_whatTheLedgerWasToldAndTheStoreNotIsCaughtUp() throws IOException {
    LineEntry.FundingChanged told =
        new LineEntry.FundingChanged(
            new Header("ledger.example/2026", Instant.parse(now), "steward"),
            "SL-0001",
            FundingState.AT_RISK,
            "PAY-0001",
            null,
            null,
            "the process was killed after this");
    Envelope envelope =
        Envelope.sign(
            Entry.TYPE, EntryCodec.encode(told), KeyFile.read(folder.resolve("steward.key")));
    Files.write(folder.resolve("told.dsse"), envelope.bytes());
    done("ledger", "append", file("ledger"), file("told.dsse"), "--key", file("log.key"));
    Outcome differs = rebuild();
    assertThat(differs.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(differs.out()).contains("line,SL-0001,funding,at-risk,funded");
    assertThat(rebuild("--write").exitCode()).isZero();
    assertThat(rebuild().exitCode()).isZero();
    assertThat(done("line", "list")).contains(",at-risk,");
  }

  @Test
  void b02_aStoreThatWasChangedByHandIsFoundOutAndThenMended() throws Exception {
    try (java.sql.Connection hand =
            java.sql.DriverManager.getConnection(
                "jdbc:sqlite:" + file("state/orbweaver/hello/accounts.db"));
        java.sql.Statement statement = hand.createStatement()) {
      statement.execute("UPDATE lines SET funding = 'PAUSED', service_class = 'CONSUMER'");
      statement.execute("UPDATE terminals SET state = 'RETIRED', line = NULL");
    }
    Outcome differs = rebuild("--format=csv");
    assertThat(differs.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(differs.out())
        .isEqualTo(
            """
            kind,id,what,ledger,store
            line,SL-0001,class,HOSPITAL,CONSUMER
            line,SL-0001,funding,funded,paused
            terminal,clinic-1,state,assigned,retired
            terminal,clinic-1,line,SL-0001,
            """);
    assertThat(rebuild("--write").exitCode()).isZero();
    assertThat(done("terminal", "list")).contains("clinic-1,K1,D1,assigned");
  }

  @Test
  void b03_anotherLedgerOrAnOlderCopyIsNotFollowed() throws IOException {
    done("ledger", "export", file("ledger"), file("old"), "--log-key", key("log"));
    decided("intake", "terminal", "new", "clinic-2", "--kit=K2", "--dish=D2");
    Outcome old =
        run("account", "rebuild", "--ledger", file("old"), "--log-key", key("log"), "--write");
    not(ExitCode.NO, "this copy has only 4", old);
    Path bundle = folder.resolve("ledger/tile/entries/000.p/5");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length - 30] ^= 1;
    Files.write(bundle, bytes);
    not(ExitCode.BAD_INPUT, "is wrong", rebuild("--write"));
  }
}
