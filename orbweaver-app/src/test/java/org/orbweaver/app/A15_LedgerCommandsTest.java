package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.ledger.PublicServer;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.KeyFile;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.witness.Witness;

/** A ledger from its key to whoever checks it, by commands alone. */
class A15_LedgerCommandsTest {
  @TempDir private Path folder = Path.of("");
  private final List<AutoCloseable> open = new ArrayList<>();

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static Outcome done(String... args) {
    Outcome outcome = Run.run(args);
    assertThat(outcome.exitCode()).as(String.join(" ", args) + "\n" + outcome.err()).isZero();
    return outcome;
  }

  private String verifierKey(String name) throws IOException {
    return KeyFile.read(folder.resolve(name)).verifier().toString();
  }

  @BeforeEach
  void begin() throws IOException {
    done("key", "new", "log.example", "--out", file("log.key"));
    done("key", "new", "approver-1", "--out", file("approver.key"));
    done("ledger", "init", file("ledger"), "--key", file("log.key"));
    for (int i = 0; i < 3; i++) {
      Files.writeString(folder.resolve(i + ".json"), "{\"case\":" + i + "}");
      Outcome signed =
          done("key", "sign", file(i + ".json"), "--key", file("approver.key"), "--type", "a/case");
      Files.writeString(folder.resolve(i + ".dsse"), signed.out());
    }
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable closeable : open.reversed()) {
      closeable.close();
    }
  }

  private Outcome append(String... more) {
    List<String> args = new ArrayList<>(List.of("ledger", "append", file("ledger")));
    args.addAll(List.of(file("0.dsse"), file("1.dsse"), file("2.dsse"), "--key", file("log.key")));
    args.addAll(Arrays.asList(more));
    return Run.run(args.toArray(String[]::new));
  }

  private InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Three witnesses that answer, and the file of a policy that asks for two. */
  private Path policyOfThree() throws IOException {
    VerifierKey log = KeyFile.read(folder.resolve("log.key")).verifier();
    StringBuilder policy = new StringBuilder("log " + log + "\n");
    for (int i = 1; i <= 3; i++) {
      String key = file("w" + i + ".key");
      done("key", "new", "w" + i + ".example", "--witness", "--out", key);
      FolderDisk disk = FolderDisk.take(folder.resolve("w" + i));
      open.add(disk);
      Witness witness = new Witness(disk, KeyFile.read(Path.of(key)), List.of(log));
      InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-21T12:00:00Z"));
      PublicServer server = PublicServer.ofWitness(anyPort(), witness, clock);
      open.add(server);
      policy.append("witness w" + i + " " + verifierKey("w" + i + ".key"));
      policy.append(" http://127.0.0.1:" + server.address().getPort() + "/\n");
    }
    policy.append("group any-two 2 w1 w2 w3\nquorum any-two\n");
    return Files.writeString(folder.resolve("trust.policy"), policy);
  }

  @Test
  void aKeyIsShownAndNeverOverwritten() throws IOException {
    Outcome shown = done("key", "show", file("log.key"), "--format", "json");
    assertThat(shown.out())
        .contains("\"name\":\"log.example\"", "\"verifierKey\":\"" + verifierKey("log.key"));
    assertThat(shown.out()).doesNotContain("PRIVATE");
    assertThat(done("key", "show", file("log.key"), "--pem").out())
        .startsWith("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA");
    Files.writeString(folder.resolve("log.vkey"), verifierKey("log.key") + "\n");
    assertThat(done("key", "show", file("log.vkey"), "--format", "csv").out())
        .contains(verifierKey("log.key"));
    Outcome again = Run.run("key", "new", "log.example", "--out", file("log.key"));
    assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.err()).contains("already");
  }

  @Test
  void entriesAreAppendedShownProvedAndChecked() throws IOException {
    String logKey = verifierKey("log.key");
    assertThat(append("--format", "csv").out())
        .startsWith("file,index,leaf_hash,size,witnessed\n" + file("0.dsse") + ",0,")
        .contains(",2,", ",3,false");
    assertThat(done("ledger", "show", file("ledger"), "--format", "csv").out())
        .contains("\n1,a/case,", "\n2,a/case,");
    Outcome entry = done("ledger", "show", file("ledger"), "--entry", "1");
    Files.writeString(folder.resolve("entry"), entry.out());
    Outcome proof = done("ledger", "proof", file("ledger"), "1", "--log-key", logKey);
    assertThat(proof.out()).startsWith("c2sp.org/tlog-proof@v1\nindex 1\n");
    Files.writeString(folder.resolve("proof"), proof.out());
    assertThat(
            done("ledger", "check", file("proof"), "--entry", file("entry"), "--log-key", logKey)
                .out())
        .isEqualTo("yes: entry 1 of log.example, which has 3, unwitnessed\n");
    String[] asRow = {
      "ledger",
      "check",
      file("proof"),
      "--entry",
      file("entry"),
      "--log-key",
      logKey,
      "--format",
      "json"
    };
    assertThat(done(asRow).out())
        .contains("\"holds\":true", "\"origin\":\"log.example\"", "\"entries\":3")
        .contains("\"witnessed\":false");
    asRow[4] = file("0.json");
    assertThat(Run.run(asRow).out()).contains("\"holds\":false", "\"what\":\"this is not entry 1");
    Outcome other =
        Run.run("ledger", "check", file("proof"), "--entry", file("0.json"), "--log-key", logKey);
    assertThat(other.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(other.out()).startsWith("NO: this is not entry 1");
  }

  @Test
  void aVerifiedLedgerSaysSoAndAChangedOneNamesTheEntry() throws IOException {
    append();
    String logKey = verifierKey("log.key");
    assertThat(done("ledger", "verify", file("ledger"), "--log-key", logKey).out())
        .contains("witnesses  unwitnessed\nresult     all is as it was signed\n");
    Files.writeString(folder.resolve("signers"), verifierKey("approver.key") + "\n");
    done("ledger", "verify", file("ledger"), "--log-key", logKey, "--signers", file("signers"));

    Path bundle = folder.resolve("ledger/tile/entries/000.p/3");
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length - 20] ^= 1;
    Files.write(bundle, bytes);
    Outcome wrong = Run.run("ledger", "verify", file("ledger"), "--log-key", logKey);
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(wrong.out())
        .endsWith("result     WRONG: entry 2: it is not the entry that was signed\n");
    assertThat(
            Run.run("ledger", "verify", file("ledger"), "--log-key", logKey, "--format", "json")
                .out())
        .contains("\"fault\":\"ENTRY\",\"firstWrong\":2,\"lastWrong\":2");
  }

  @Test
  void witnessesCosignAndTheirQuorumIsAsked() throws IOException {
    String policy = policyOfThree().toString();
    Outcome appended = append("--policy", policy, "--format", "csv");
    assertThat(appended.exitCode()).as(appended.err()).isZero();
    assertThat(appended.out()).contains(",3,true");
    assertThat(done("ledger", "verify", file("ledger"), "--policy", policy).out())
        .contains("witnesses  w1 w2 w3\n");

    // The same entries under the log's signature alone do not meet the policy.
    String checkpoint = Files.readString(folder.resolve("ledger/checkpoint"));
    String alone = checkpoint.lines().limit(5).reduce("", (a, b) -> a + b + "\n");
    Files.writeString(folder.resolve("ledger/checkpoint"), alone);
    Outcome unwitnessed = Run.run("ledger", "verify", file("ledger"), "--policy", policy);
    assertThat(unwitnessed.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(unwitnessed.out()).contains("unwitnessed; the quorum is not met");
  }

  @Test
  void anOldCopyIsNotAppendedTo() throws IOException {
    String policy = policyOfThree().toString();
    done("ledger", "export", file("ledger"), file("old"), "--log-key", verifierKey("log.key"));
    append("--policy", policy);
    Outcome refused =
        Run.run(
            "ledger",
            "append",
            file("old"),
            file("2.dsse"),
            "--key",
            file("log.key"),
            "--policy",
            policy);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).contains("old copy");
  }

  @Test
  void aServedLedgerIsVerifiedExportedAndFollowed() throws Exception {
    append();
    String logKey = verifierKey("log.key");
    PublicServer server =
        PublicServer.ofLedger(anyPort(), new LedgerFolder(folder.resolve("ledger")));
    open.add(server);
    String url = "http://127.0.0.1:" + server.address().getPort();
    assertThat(done("ledger", "verify", url, "--log-key", logKey).out()).contains("entries    3");
    done("ledger", "export", url, file("mirror"), "--log-key", logKey);
    assertThat(Files.readAllBytes(folder.resolve("mirror/checkpoint")))
        .isEqualTo(Files.readAllBytes(folder.resolve("ledger/checkpoint")));
    done("ledger", "verify", file("mirror"), "--log-key", logKey);
    String state = file("seen");
    done("ledger", "monitor", url, "--log-key", logKey, "--state", state);
    append();
    assertThat(
            done("ledger", "monitor", url, "--log-key", logKey, "--state", state, "--format", "csv")
                .out())
        .contains("2026-05-21T12:00:00Z,6,3,false,,,");

    HttpClient client = HttpClient.newHttpClient();
    assertThat(get(client, url + "/checkpoint").headers().firstValue("Content-Type"))
        .hasValue("text/plain; charset=utf-8");
    assertThat(get(client, url + "/tile/0/000.p/6").headers().firstValue("Cache-Control"))
        .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
    for (String none :
        List.of("/", "/.lock", "/../log.key", "/tile/0/001", "/tile/entries/000.p")) {
      assertThat(get(client, url + none).statusCode()).as(none).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(url)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Test
  void aSplitViewIsProvedToAnyone() throws IOException {
    String logKey = verifierKey("log.key");
    done("ledger", "export", file("ledger"), file("other"), "--log-key", logKey);
    append();
    String state = file("seen");
    done("ledger", "monitor", file("ledger"), "--log-key", logKey, "--state", state);
    for (String name : List.of("1", "0", "2")) {
      done("ledger", "append", file("other"), file(name + ".dsse"), "--key", file("log.key"));
    }
    Outcome split =
        Run.run(
            "ledger",
            "monitor",
            file("other"),
            "--log-key",
            logKey,
            "--state",
            state,
            "--evidence",
            file("evidence"));
    assertThat(split.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(split.out()).contains("HISTORY").contains(file("evidence"));
    assertThat(done("ledger", "check", file("evidence"), "--evidence", "--log-key", logKey).out())
        .isEqualTo("yes: log.example signed two roots for the size 3\n");
    Outcome none = Run.run("ledger", "check", state, "--evidence", "--log-key", logKey);
    assertThat(none.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void wrongUseIsSaidWithoutAnEffect() {
    String ledger = file("ledger");
    assertThat(Run.run("ledger", "verify", ledger).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.run("ledger", "verify", ledger, "--log-key", "x").exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("ledger", "verify", file("none"), "--log-key", "x").exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("ledger", "serve", file("none")).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("ledger", "serve", ledger, "--port", "99999").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(Run.run("ledger", "init", ledger, "--key", file("log.key")).exitCode())
        .isNotEqualTo(ExitCode.DONE);
    assertThat(
            Run.run("ledger", "append", ledger, file("0.json"), "--key", file("log.key"))
                .exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(
            Run.run("ledger", "append", ledger, file("0.dsse"), "--key", file("approver.key"))
                .exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(
            Run.run("witness", "--key", file("log.key"), "--state", file("w"), "--log", "x")
                .exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Run.run("ledger").out()).contains("verify", "monitor");
  }
}
