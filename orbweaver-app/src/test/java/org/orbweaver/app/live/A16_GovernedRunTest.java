package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.orbweaver.app.CaseDesk;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/** A decision of two people takes effect in a network that runs, and ends, as real processes. */
@Timeout(600)
@Execution(ExecutionMode.CONCURRENT)
final class A16_GovernedRunTest {
  private static final Duration SLOT = Duration.ofSeconds(2);

  /** Time enough for the network to read what is in the ledger and to plan a slot. */
  private static final Duration HEADWAY = Duration.ofSeconds(6);

  /** Two people of two organisations may restrict; the rest as the rules are by default. */
  private static final String SETTINGS =
      """
      {"restrict":{"people":2,"pools":2,"organisations":2,"overseers":0},\
      "enable":{"people":2,"pools":1,"organisations":1,"overseers":0},\
      "restore":{"people":1,"pools":1,"organisations":1,"overseers":0},\
      "governance":{"people":3,"pools":0,"organisations":2,"overseers":1},\
      "refusals":2,"approvalLife":"PT72H","answerLife":"PT720H","executionLead":"PT1H",\
      "executionWindow":"PT24H","notice":"PT168H","previewLife":"PT24H","moreLinesPercent":5,\
      "breakGlass":"PT4H","signatureAge":"PT24H",\
      "funding":{"atRiskDays":60,"graceDays":30,"limitedDays":30,"noticeDays":7}}\
      """;

  @TempDir private Path folder = Path.of("");

  // Set by begin().
  @SuppressWarnings("NullAway.Init")
  private CaseDesk desk;

  /** How long deciding takes on this machine. */
  private Duration effort = Duration.ofSeconds(6);

  private String decision = "";

  @BeforeEach
  void begin() throws IOException {
    desk = new CaseDesk(folder, Instant::now);
    desk.found(SETTINGS);
  }

  private static Path scenario() throws Exception {
    return Path.of(
        Objects.requireNonNull(A16_GovernedRunTest.class.getResource("/live/governed.yaml"))
            .toURI());
  }

  private Child up() throws Exception {
    return Child.start(
        A04_PlacesTest.environment(folder),
        Main.class,
        "up",
        scenario().toString(),
        "--ledger",
        desk.file("ledger"),
        "--log-key",
        desk.verifierKey("log.key"),
        "--socks-port",
        "0",
        "--format",
        "json");
  }

  /** A command in a process of its own, which must succeed. */
  private void told(List<String> words) throws Exception {
    try (Child child =
        Child.start(A04_PlacesTest.environment(folder), Main.class, words.toArray(String[]::new))) {
      assertThat(child.exitCode()).as(child.errors()).isEqualTo(ExitCode.DONE);
    }
  }

  private void preview(String name) throws Exception {
    desk.done(
        "case",
        "preview",
        desk.file("ledger"),
        decision,
        "--log-key",
        desk.verifierKey("log.key"),
        "--scenario",
        scenario().toString(),
        "--for",
        "2s",
        "--out",
        desk.file(decision + "-" + name));
  }

  /** Puts into words that Vellmark is to be dark for a while, and computes what that would do. */
  private void assess(Instant from, Instant until) throws Exception {
    String filed =
        desk.acted(
            "desk", "file", "--effect", "restrict", "--area", "vellmark", "--summary", "dark");
    decision = filed.substring(0, filed.indexOf(','));
    String hash =
        desk.done("area", "list", scenario().toString(), "--format", "csv")
            .out()
            .lines()
            .filter(line -> line.startsWith("vellmark,"))
            .map(line -> line.replaceAll(".*,", ""))
            .findFirst()
            .orElseThrow();
    desk.acted(
        "intake",
        "assess",
        decision,
        "--effect",
        "restrict",
        "--area",
        "vellmark",
        "--area-hash",
        hash,
        "--from",
        from.toString(),
        "--until",
        until.toString(),
        "--legal-basis",
        "an invented order",
        "--urgency",
        "a test cannot wait for a week",
        "--reason",
        "verified");
    preview("then");
    desk.acted(
        "analyst", "attach", decision, "--preview", desk.file(decision + "-then/preview.json"));
    desk.acted("analyst", "submit", decision);
  }

  /** Two people approve, each in a process of its own; it is announced and computed again. */
  private void approve() throws Exception {
    for (String person : List.of("ops-1", "legal-1")) {
      told(
          desk.words(
              person,
              "approve",
              decision,
              "--preview",
              desk.file(decision + "-then/preview.json"),
              "--reason",
              "as assessed"));
    }
    Files.writeString(folder.resolve("words"), "dark for a while");
    desk.acted("intake", "notice", decision, "--told", "customers", "--text", desk.file("words"));
    desk.acted("executor", "schedule", decision);
    preview("now");
  }

  private void execute() throws Exception {
    told(
        desk.words(
            "executor",
            "execute",
            decision,
            "--then",
            desk.file(decision + "-then"),
            "--now",
            desk.file(decision + "-now")));
  }

  /**
   * Has it decided that Vellmark be dark from the start of a slot on. Where this machine is so slow
   * that the time would come before all is done, another case with more time takes its place.
   *
   * @return from when
   */
  private Instant decide(Duration length) throws Exception {
    while (true) {
      Instant began = Instant.now();
      long second = began.plus(effort).plus(HEADWAY).getEpochSecond();
      Instant from = Instant.ofEpochSecond(second + second % SLOT.toSeconds());
      assess(from, from.plus(length));
      approve();
      effort = Duration.between(began, Instant.now()).multipliedBy(2);
      if (Instant.now().isBefore(from.minus(HEADWAY))) {
        execute();
        if (Instant.now().isBefore(from.minus(HEADWAY.dividedBy(2)))) {
          return from;
        }
        // Too late for this test; it is over before another one begins.
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), from.plus(length)).toMillis()));
      }
    }
  }

  /**
   * A request to the PoP through a terminal.
   *
   * @param before when it was not begun yet
   * @param after when it was over
   */
  private record Asked(Instant before, Instant after, boolean served) {}

  private static Asked ask(int port, String terminal) throws IOException {
    Instant before = Instant.now();
    boolean served = isServed(port, terminal);
    return new Asked(before, Instant.now(), served);
  }

  /**
   * By SOCKS5 with a user name (RFC 1928, RFC 1929); not served is refused as not allowed. What is
   * under way when the terminal goes dark waits, and is given up.
   */
  private static boolean isServed(int port, String terminal) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout((int) SLOT.multipliedBy(3).toMillis());
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      byte[] user = terminal.getBytes(StandardCharsets.UTF_8);
      byte[] host = "singapore.pop.orbweaver".getBytes(StandardCharsets.UTF_8);
      var out = socket.getOutputStream();
      var in = socket.getInputStream();
      out.write(new byte[] {5, 1, 2});
      assertThat(in.readNBytes(2)).containsExactly(5, 2);
      out.write(new byte[] {1, (byte) user.length});
      out.write(user);
      out.write(0);
      assertThat(in.readNBytes(2)).containsExactly(1, 0);
      out.write(new byte[] {5, 1, 0, 3, (byte) host.length});
      out.write(host);
      out.write(new byte[] {0, 80});
      byte[] reply = in.readNBytes(10);
      assertThat(reply).hasSize(10);
      if (reply[1] != 0) {
        return false;
      }
      out.write("GET /whoami HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).contains("terminal       " + terminal, "served");
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** Pings from the inside of the terminal that is about to be darkened; null where nobody may. */
  private @Nullable Child pinging(Instant until) throws Exception {
    if (!"root".equals(System.getProperty("user.name")) || !Files.exists(Path.of("/dev/net/tun"))) {
      return null;
    }
    return Child.start(
        A04_PlacesTest.environment(folder),
        Main.class,
        RealNetworks.exec("inside", IcmpWatch.class, "singapore.pop", until.toString()));
  }

  /** Packets were answered before and after, and called prohibited in between. */
  private static void assertProhibited(Child pings, Instant from, Instant until) throws Exception {
    assertThat(pings.exitCode()).as(pings.errors()).isEqualTo(ExitCode.DONE);
    List<Asked> answers = new ArrayList<>();
    List<Instant> prohibited = new ArrayList<>();
    for (String line : pings.output()) {
      String[] words = line.split(" ");
      if (words[0].equals("ping")) {
        answers.add(
            new Asked(
                Instant.parse(words[1]), Instant.parse(words[2]), Boolean.parseBoolean(words[3])));
      } else {
        assertThat(words[2]).as("communication administratively prohibited").isEqualTo("13");
        prohibited.add(Instant.parse(words[1]));
      }
    }
    assertThat(prohibited).isNotEmpty().noneMatch(at -> at.isBefore(from));
    assertThat(answers)
        .filteredOn(
            asked -> asked.before().isAfter(from.plus(SLOT)) && asked.after().isBefore(until))
        .noneMatch(Asked::served);
    assertThat(answers)
        .filteredOn(asked -> asked.before().isAfter(until))
        .as("after its end")
        .anyMatch(Asked::served);
  }

  private static Instant time(String event, String key) {
    return Instant.parse(WhoAmIAgreement.member(event, key));
  }

  @Test
  void a01_twoPeopleDarkenAnArea_fromTheSlotOfItsTimeToItsEnd_andNeverBefore() throws Exception {
    try (Child up = up()) {
      String started = up.await("\"started\"");
      int port = Integer.parseInt(WhoAmIAgreement.member(started, "socksPort"));
      up.await("\"event\":\"slot\"");
      Instant from = decide(SLOT.multipliedBy(5));
      Instant until = from.plus(SLOT.multipliedBy(5));

      List<Asked> inside = new ArrayList<>();
      List<Asked> outside = new ArrayList<>();
      try (Child pings = pinging(until.plus(SLOT.multipliedBy(2)))) {
        while (Instant.now().isBefore(until.plus(SLOT.multipliedBy(2)))) {
          inside.add(ask(port, "inside"));
          outside.add(ask(port, "outside"));
          Thread.sleep(50);
        }
        if (pings != null) {
          assertProhibited(pings, from, until);
        }
      }
      String began = up.await("\"decision\":\"" + decision + "\"");
      String ended = up.await("\"decision\":\"" + decision + "\"");

      assertThat(began)
          .contains("\"turn\":\"begins\"", "\"decision\":\"" + decision + "\"")
          .contains("\"decisionMark\":\"unwitnessed\"", "\"effect\":\"RESTRICT\"")
          .contains("\"where\":\"area vellmark\"", "\"terminals\":1");
      assertThat(time(began, "timeUtc")).as("the slot of its time").isEqualTo(from);
      assertThat(ended).contains("\"turn\":\"ends\"", "\"decision\":\"" + decision + "\"");
      assertThat(time(ended, "timeUtc")).as("the slot of its end").isEqualTo(until);
      // On a machine that plans late the plan before holds on; a slot later none does.
      assertThat(inside).filteredOn(asked -> asked.after().isBefore(from)).isNotEmpty();
      assertThat(inside)
          .filteredOn(
              asked -> asked.after().isBefore(from) || asked.before().isAfter(until.plus(SLOT)))
          .as("served before it, and after its end")
          .allMatch(Asked::served);
      assertThat(inside)
          .filteredOn(
              asked -> asked.before().isAfter(from.plus(SLOT)) && asked.after().isBefore(until))
          .as("refused from a slot after its time at the latest")
          .isNotEmpty()
          .noneMatch(Asked::served);
      assertThat(inside.getLast().served()).isTrue();
      assertThat(outside).as("beyond the border").allMatch(Asked::served);
      assertThat(up.errors())
          .contains("AREA_DARK by " + decision + " (unwitnessed)")
          .doesNotContain("Exception");
    }
  }
}
