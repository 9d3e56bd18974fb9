package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.preview.Count;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;
import org.orbweaver.governance.signing.KeyFile;

/** A region is decided about by commands alone, and nobody passes the others by. */
class A17_CaseCommandsTest {
  private static final String CASE = "C-2026-0001";

  /** What {@link #assess} puts into words. */
  private static final Measure MEASURE =
      new Measure(
          Effect.RESTRICT,
          new Where.Area("vellmark", "5f".repeat(32)),
          List.of(ServiceClass.CONSUMER),
          Instant.parse("2026-06-01T00:00:00Z"),
          Instant.parse("2026-07-01T00:00:00Z"),
          Duration.ZERO,
          "invented act 12",
          Expiry.REVERT,
          List.of(),
          null,
          null,
          List.of());

  @TempDir private Path folder = Path.of("");
  private Instant now = Instant.parse("2026-05-21T12:00:00Z");

  // Set by begin().
  @SuppressWarnings("NullAway.Init")
  private CaseDesk desk;

  @BeforeEach
  void begin() throws IOException {
    desk = new CaseDesk(folder, () -> now);
    desk.found("");
  }

  private String file(String name) {
    return desk.file(name);
  }

  private Outcome run(String... args) {
    return desk.run(args);
  }

  private Outcome done(String... args) {
    return desk.done(args);
  }

  private String verifierKey(String name) throws IOException {
    return desk.verifierKey(name);
  }

  private Outcome act(String who, String what, String... more) {
    return desk.act(who, what, more);
  }

  private String acted(String who, String what, String... more) {
    return desk.acted(who, what, more);
  }

  private Outcome read(String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of("case"));
    all.addAll(Arrays.asList(args));
    all.addAll(List.of("--log-key", verifierKey("log.key"), "--format", "csv"));
    return run(all.toArray(String[]::new));
  }

  private Outcome verify() throws IOException {
    return run("ledger", "verify", file("ledger"), "--log-key", verifierKey("log.key"));
  }

  /** A preview of one essential line and some others, and its detail. */
  private void preview(String name, int lines) throws IOException {
    List<ImpactDetail.LineImpact> losing = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      losing.add(new ImpactDetail.LineImpact("L-" + i, "consumer", 100, 0));
    }
    byte[] detail = new ImpactDetail(losing).bytes();
    Count none = Count.of(0, 5);
    Count some = Count.of(lines, 5);
    Impact nothing = new Impact(none, none, none, none, none, none, none, none);
    Impact total = new Impact(some, some, some, none, some, none, some, none);
    long ns = Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L);
    ImpactPreview preview =
        new ImpactPreview(
            new ImpactPreview.Subject(
                CASE, ImpactPreview.sha256(EntryCodec.part(MEASURE)), "vellmark", "restrict"),
            new ImpactPreview.Basis(
                "invented", ImpactPreview.sha256(detail), ns, ns, ns + 1, 4, 1, 5),
            ImpactPreview.CLASSES.stream()
                .map(one ->
                    new ImpactPreview.ClassImpact(one, one.equals("consumer") ? total : nothing))
                .toList(),
            total,
            new ImpactPreview.Moving(none, none),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SealedContent.seal(
                ImpactPreview.DETAIL_CLASS, LocalDate.of(2027, 1, 1), new byte[32], detail));
    Path files = Files.createDirectories(folder.resolve(name));
    Files.write(files.resolve("preview.json"), preview.bytes());
    Files.write(files.resolve("detail.json"), detail);
    Files.writeString(files.resolve("salt.txt"), "00".repeat(32) + "\n");
  }

  private void assess(String effect, String... more) {
    List<String> args = new ArrayList<>(List.of(CASE, "--effect", effect, "--area", "vellmark"));
    args.addAll(List.of("--area-hash", "5f".repeat(32), "--class", "consumer"));
    args.addAll(List.of("--from", "2026-06-01T00:00:00Z", "--until", "2026-07-01T00:00:00Z"));
    args.addAll(List.of("--legal-basis", "invented act 12", "--reason", "verified"));
    args.addAll(Arrays.asList(more));
    acted("intake", "assess", args.toArray(String[]::new));
  }

  /** A case of which approvers are asked. */
  private String inApproval() throws IOException {
    String row =
        acted(
            "desk", "file", "--effect", "restrict", "--area", "vellmark", "--summary", "darkness");
    assess("restrict");
    preview("preview", 100);
    acted("analyst", "attach", CASE, "--preview", file("preview/preview.json"));
    acted("analyst", "submit", CASE);
    return row.substring(row.lastIndexOf(',') + 1);
  }

  /** Nothing comes of it. */
  private Outcome execution(String then, String now) {
    Outcome outcome = act("executor", "execute", CASE, "--then", file(then), "--now", file(now));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    return outcome;
  }

  private String[] approval() {
    return new String[] {
      CASE, "--preview", file("preview/preview.json"), "--reason", "as assessed"
    };
  }

  @Test
  void aRestrictionIsFiledAssessedApprovedAnnouncedCarriedOutAndEnds() throws IOException {
    String receipt = inApproval();
    assertThat(receipt).startsWith("R-");
    assertThat(acted("ops-1", "approve", approval())).contains("case.approved,ops-1,in-approval");
    acted("legal-1", "approve", approval());

    // The third signs on a machine that has no log's key; the office appends.
    done(
        "case",
        "approve",
        file("ledger"),
        CASE,
        "--preview",
        file("preview/preview.json"),
        "--reason",
        "as assessed",
        "--key",
        file("relief-1.key"),
        "--log-key",
        verifierKey("log.key"),
        "--out",
        file("third.dsse"));
    done("ledger", "append", file("ledger"), file("third.dsse"), "--key", file("log.key"));
    assertThat(read("status", receipt, file("ledger")).out()).contains(CASE + ",service,approved");

    Files.writeString(folder.resolve("words"), "from June on");
    acted("intake", "notice", CASE, "--told", "customers", "--text", file("words"));
    acted("executor", "schedule", CASE);
    now = Instant.parse("2026-05-31T23:59:00Z");
    preview("again", 104);
    preview("small", 3);
    assertThat(execution("small", "again").err()).contains("not the preview that was approved");
    Path detail = folder.resolve("again/detail.json");
    byte[] honest = Files.readAllBytes(detail);
    Files.write(detail, Files.readAllBytes(folder.resolve("small/detail.json")));
    assertThat(execution("preview", "again").err())
        .contains("not the lines that the preview seals");
    Files.write(detail, honest);
    acted("executor", "execute", CASE, "--then", file("preview"), "--now", file("again"));
    assertThat(read("list", file("ledger"), "--in-force").out()).doesNotContain(CASE);
    now = Instant.parse("2026-06-01T00:00:00Z");
    assertThat(read("list", file("ledger"), "--in-force").out()).contains(CASE, ",true,");
    now = Instant.parse("2026-07-01T00:00:00Z");
    assertThat(read("list", file("ledger"), "--in-force").out()).doesNotContain(CASE);
    Outcome ended =
        done(
            "case",
            "end",
            file("ledger"),
            "--key",
            file("executor.key"),
            "--append",
            file("log.key"));
    assertThat(ended.out()).contains("case.ended", "ended");
    assertThat(read("show", file("ledger"), CASE).out())
        .contains("case.received", "case.executed", "case.ended");
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void aRestrictionBySomebodyAloneIsStoppedAndPutDown() throws IOException {
    inApproval();
    now = now.plus(Duration.ofMinutes(1));
    acted("ops-1", "approve", approval());
    now = now.plus(Duration.ofMinutes(1));
    Outcome again = act("ops-1", "approve", approval());
    assertThat(again.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(again.err()).contains("refused: they have voted on this", "stands in the ledger");
    Outcome own = act("intake", "approve", approval());
    assertThat(own.exitCode()).isEqualTo(ExitCode.NO);
    Outcome executed = act("executor", "schedule", CASE);
    assertThat(executed.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(done("ledger", "show", file("ledger"), "--format", "csv").out().lines().count())
        .isEqualTo(1 + 9);
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void whatTheRulesRefuseIsNotAppendedByLedgerAppendEither() throws IOException {
    inApproval();
    Files.writeString(folder.resolve("plain.json"), "{}");
    Files.writeString(
        folder.resolve("plain.dsse"),
        done("key", "sign", file("plain.json"), "--key", file("ops-1.key"), "--type", "a/b").out());
    byte[] before = Files.readAllBytes(folder.resolve("ledger/checkpoint"));
    Outcome outcome =
        run("ledger", "append", file("ledger"), file("plain.dsse"), "--key", file("log.key"));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(outcome.err()).contains("is refused: it is no entry of a governed ledger");
    assertThat(Files.readAllBytes(folder.resolve("ledger/checkpoint"))).isEqualTo(before);
  }

  @Test
  void whoWritesPastTheRulesWithTheLogsKeyIsFoundByAnybodyWhoVerifies() throws IOException {
    inApproval();
    Files.writeString(folder.resolve("plain.json"), "{}");
    String forged =
        done("key", "sign", file("plain.json"), "--key", file("ops-1.key"), "--type", "a/b").out();
    try (FolderDisk disk = FolderDisk.take(folder.resolve("ledger"));
        DurableLog log = DurableLog.open(disk, KeyFile.read(folder.resolve("log.key")))) {
      log.append(forged.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Outcome verified = verify();
    assertThat(verified.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(verified.out()).contains("entry 5: it is no entry of a governed ledger");
    assertThat(read("list", file("ledger")).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(act("ops-1", "approve", approval()).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void whoSwitchesTheServiceWithoutAnEntryIsFoundByComparing() throws IOException {
    inApproval();
    Path service = folder.resolve("service.json");
    String format = "{\"format\":\"orbweaver-service/1\",\"at\":\"2026-06-02T00:00:00Z\",";
    Files.writeString(service, format + "\"decisions\":[]}");
    assertThat(read("compare", file("ledger"), "--service", service.toString()).exitCode())
        .isZero();
    Files.writeString(
        service,
        format
            + "\"decisions\":[{\"id\":\"C-2026-0001\",\"index\":3,\"effect\":\"RESTRICT\","
            + "\"where\":\"area vellmark\",\"classes\":[\"CONSUMER\"],"
            + "\"from\":\"2026-06-01T00:00:00Z\",\"mark\":\"unwitnessed\"}]}");
    Outcome found = read("compare", file("ledger"), "--service", service.toString());
    assertThat(found.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(found.out()).contains("the ledger has no such decision in force");
  }

  @Test
  void twoLightAnAreaAtOnceAndItRevertsByItself() throws IOException {
    Files.writeString(
        folder.resolve("region.yaml"),
        """
        format: orbweaver/1
        name: region
        constellations:
          - { name: shell, walker: { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 2 } }
        areas:
          - { name: vellmark, circle: { latDeg: 45, lonDeg: -34, radiusKm: 90 } }
          - { name: nearby, circle: { latDeg: 45, lonDeg: -33, radiusKm: 60 } }
          - { name: far-off, circle: { latDeg: 45, lonDeg: -20, radiusKm: 60 } }
        """);
    String[] measure = {
      "--effect",
      "enable",
      "--area",
      "vellmark",
      "--scenario",
      file("region.yaml"),
      "--from",
      "2026-05-21T12:00:00Z",
      "--until",
      "2026-05-21T15:00:00Z",
      "--legal-basis",
      "invented act 4",
      "--reason",
      "earthquake"
    };
    acted("duty-1", "break-glass", measure);
    assertThat(act("duty-1", "confirm", CASE).exitCode()).isEqualTo(ExitCode.NO);
    acted("duty-2", "confirm", CASE);
    assertThat(read("list", file("ledger"), "--in-force").out()).contains(CASE);
    assertThat(act("duty-1", "break-glass", measure).err())
        .contains("or in one that overlaps it, was not ratified yet");
    measure[3] = "nearby";
    assertThat(act("duty-1", "break-glass", measure).err())
        .contains("was not ratified yet: " + CASE);
    measure[3] = "unheard-of";
    assertThat(act("duty-1", "break-glass", measure).err())
        .contains("the scenario has no area unheard-of");
    measure[3] = "far-off";
    String[] redrawn = Arrays.copyOf(measure, measure.length + 2);
    redrawn[measure.length] = "--area-hash";
    redrawn[measure.length + 1] = "5f".repeat(32);
    assertThat(act("duty-1", "break-glass", redrawn).err())
        .contains("is not the one of --area-hash");
    acted("duty-1", "break-glass", measure);
    now = Instant.parse("2026-05-21T15:00:00Z");
    assertThat(read("list", file("ledger"), "--in-force").out()).doesNotContain(CASE);
    done("case", "end", file("ledger"), "--key", file("executor.key"), "--append", file("log.key"));
    assertThat(read("list", file("ledger")).out()).contains("auto-reverted");
  }

  @Test
  void aLostKeyIsReplacedByTheOthers() throws IOException {
    done("key", "new", "ops-1b", "--out", file("new.key"));
    String enrolled =
        done(
                "key",
                "enrol",
                "ops-1",
                "--origin",
                "ledger.example/2026",
                "--key",
                file("new.key"),
                "--format",
                "csv")
            .out()
            .lines()
            .skip(1)
            .findFirst()
            .orElseThrow();
    String[] cells = enrolled.split(",");
    Files.writeString(
        folder.resolve("changes.json"),
        "{\"changes\":[{\"is\":\"key\",\"id\":\"ops-1\",\"key\":\"%s\",\"proof\":\"%s\"}]}"
            .formatted(cells[1], cells[2]));
    acted("admin", "propose", "--changes", file("changes.json"), "--reason", "lost");
    acted("admin", "submit", CASE);
    String[] yes = {CASE, "--reason", "met in person"};
    acted("legal-1", "approve", yes);
    acted("relief-1", "approve", yes);
    acted("overseer", "approve", yes);
    acted("executor", "execute", CASE);
    Outcome old = act("ops-1", "recuse", CASE, "--reason", "x");
    assertThat(old.err()).contains("nobody in this ledger has the key ops-1");
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void theLogItselfGetsAnotherKey() throws IOException {
    String before = verifierKey("log.key");
    done("key", "new", "ledger.example/2026", "--out", file("next.key"));
    done("key", "new", "ledger.example/2026", "--out", file("third.key"));
    done("key", "new", "elsewhere", "--out", file("elsewhere.key"));
    String[] handOver = {"key", "hand-over", "--key", file("next.key"), "--old", file("log.key")};
    Files.writeString(folder.resolve("changes.json"), done(handOver).out());
    handOver[5] = file("elsewhere.key");
    assertThat(run(handOver).err()).contains("the keys are of two logs");
    String state = file("seen");
    String[] monitor = {"ledger", "monitor", file("ledger"), "--log-key", before, "--state", state};
    done(monitor);
    acted("admin", "propose", "--changes", file("changes.json"), "--reason", "a new server");
    acted("admin", "submit", CASE);
    String[] yes = {CASE, "--reason", "met in person"};
    for (String person : List.of("ops-1", "legal-1", "overseer")) {
      acted(person, "approve", yes);
    }
    String[] rekey = {
      "ledger", "rekey", file("ledger"), "--key", file("next.key"), "--log-key", before
    };
    assertThat(run(rekey).err()).contains("do not name the key");
    acted("executor", "execute", CASE);
    rekey[4] = file("third.key");
    assertThat(run(rekey).exitCode()).isEqualTo(ExitCode.NO);
    rekey[4] = file("next.key");
    assertThat(done(rekey).out()).contains(verifierKey("next.key"));
    String[] call = {
      "--effect", "restrict", "--area", "vellmark", "--summary", "darkness", "--channel", "letter"
    };
    assertThat(act("intake", "file", call).err()).contains("is not the one that its entries name");
    Files.copy(
        folder.resolve("next.key"),
        folder.resolve("log.key"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    acted("intake", "file", call);
    assertThat(verify().exitCode()).isZero();
    assertThat(run("ledger", "verify", file("ledger"), "--log-key", before).exitCode()).isZero();
    done(monitor);
    assertThat(
            run("ledger", "verify", file("ledger"), "--log-key", verifierKey("third.key"))
                .exitCode())
        .isEqualTo(ExitCode.NO);
    Outcome since =
        done(
            "ledger",
            "verify",
            file("ledger"),
            "--log-key",
            verifierKey("log.key"),
            "--since",
            state);
    assertThat(since.out()).contains("recomputed 0");
    Files.writeString(folder.resolve("seen.fold"), "nothing that fits");
    done(monitor);
  }

  @Test
  void aGenesisThatOnePersonCouldDecideUnderIsNone() throws IOException {
    String draft = Files.readString(folder.resolve("draft.json"));
    Files.writeString(
        folder.resolve("weak.json"),
        draft.replace(
            "\"pool\":\"legal\",\"roles\":[\"approver\"]", "\"roles\":[\"intake-officer\"]"));
    List<String> sign = new ArrayList<>(List.of("case", "genesis", file("weak.json")));
    for (String person : CaseDesk.PEOPLE) {
      sign.addAll(List.of("--key", file(person.split("\\|")[0] + ".key")));
    }
    Files.writeString(folder.resolve("weak"), done(sign.toArray(String[]::new)).out());
    Outcome outcome =
        run("ledger", "init", file("other"), "--key", file("log.key"), "--genesis", file("weak"));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.NO);
    assertThat(outcome.err()).contains("with these people and rules no case could be decided");
    assertThat(folder.resolve("other")).doesNotExist();
  }
}
