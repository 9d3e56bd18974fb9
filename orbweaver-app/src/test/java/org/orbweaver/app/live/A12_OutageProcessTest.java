package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;

/** Failures, repairs and the rate of time, told to a real process while it carries traffic. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
final class A12_OutageProcessTest {
  private static final String POP = "http://singapore.pop.orbweaver";

  @TempDir Path folder;

  /** Slots take ten minutes, so that whatever happens in a test happens within one. */
  private Child up(String... more) throws Exception {
    Path file =
        Path.of(Objects.requireNonNull(getClass().getResource("/live/faulty.yaml")).toURI());
    List<String> arguments = new ArrayList<>(List.of("up", file.toString(), "--socks-port", "0"));
    arguments.addAll(List.of("--format", "json"));
    arguments.addAll(List.of(more));
    return Child.start(
        A04_PlacesTest.environment(folder), Main.class, arguments.toArray(String[]::new));
  }

  private Child tell(String... words) throws Exception {
    return Child.start(A04_PlacesTest.environment(folder), Main.class, words);
  }

  private String told(String... words) throws Exception {
    try (Child command = tell(words)) {
      assertThat(command.exitCode()).as(command.errors()).isEqualTo(ExitCode.DONE);
      return String.join("\n", command.output());
    }
  }

  private static int port(Child up) throws InterruptedException {
    return Integer.parseInt(match(up.await("\"started\""), "\"socksPort\":(\\d+)"));
  }

  @Test
  void a01_aGatewayFailsUnderADownload_whichGoesOnThroughAnother() throws Exception {
    Curl.assumeInstalled();
    int bytes = 8_000_000;
    try (Child up = up()) {
      int port = port(up);
      String before = Curl.get(port, "pontianak", POP + "/whoami?format=json");
      String gateway = field(before, "gateway");
      // At 16 Mbit/s this takes four seconds.
      Process curl = Curl.start(port, "pontianak", POP + "/bytes/" + bytes + "?seed=7");
      assertThat(told("fail", "gateway:" + gateway))
          .startsWith("Out: gateway:" + gateway + ", until repaired; 1 terminal rerouted, 0 ");
      String event = up.await("\"outage\"");
      assertThat(event)
          .contains("\"out\":[\"gateway:" + gateway + "\"]", "\"rerouted\":1", "\"lost\":0");
      String after = Curl.get(port, "pontianak", POP + "/whoami?format=json");
      assertThat(field(after, "gateway")).isNotEqualTo(gateway);
      for (String same : List.of("slotStartUtc", "satellite")) {
        assertThat(field(after, same)).isEqualTo(field(before, same));
      }
      assertThat(Bytes.read(curl.getInputStream(), 7)).isEqualTo(bytes);
      assertThat(Curl.exitCode(curl)).isZero();
      assertThat(told("fail", "--format", "csv")).contains("gateway:" + gateway + ",2026-");
      assertThat(told("repair", "gateway:" + gateway)).startsWith("Repaired: gateway:" + gateway);
      assertThat(up.await("\"repair\"")).contains("\"fromUtc\":\"2026-11-22T12:10:00Z\"");
    }
  }

  @Test
  void a02_aSatelliteFails_andItsTerminalWaitsForTheNextSlot() throws Exception {
    Curl.assumeInstalled();
    try (Child up = up()) {
      int port = port(up);
      String before = Curl.get(port, "pontianak", POP + "/whoami?format=json");
      String satellite = field(before, "satellite");
      told("fail", "sat:" + satellite);
      assertThat(up.await("\"outage\"")).contains("\"rerouted\":0", "\"lost\":1");
      Process curl = Curl.start(port, "pontianak", POP + "/whoami");
      assertThat(Curl.output(curl)).isEmpty();
      assertThat(Curl.exitCode(curl)).as("curl: cannot connect through the proxy").isEqualTo(97);
      told("speed", "1000");
      assertThat(up.await("\"slot\":2")).contains("\"served\":1", "\"out\":[\"sat:" + satellite);
      told("speed", "1");
      String after = Curl.get(port, "pontianak", POP + "/whoami?format=json");
      assertThat(field(after, "satellite")).isNotEqualTo(satellite);
      assertThat(field(after, "timeUtc")).isGreaterThan("2026-11-22T12:10:00Z");
    }
  }

  @Test
  void a02b_aPopFails_itsTerminalsGoToTheNextOne_andItAnswersNothing() throws Exception {
    Curl.assumeInstalled();
    try (Child up = up()) {
      int port = port(up);
      Process download = Curl.start(port, "pontianak", POP + "/bytes/1000000000");
      assertThat(download.getInputStream().readNBytes(50_000)).hasSize(50_000);
      assertThat(told("fail", "pop:singapore")).contains("; 1 connection reset; in force after ");
      assertThat(up.await("\"outage\"")).contains("\"rerouted\":1", "\"lost\":0", "\"reset\":1");
      assertThat(download.getInputStream().readAllBytes()).hasSizeLessThan(900_000_000);
      assertThat(Curl.exitCode(download)).as("curl: failure in receiving").isEqualTo(56);
      Process curl = Curl.start(port, "pontianak", POP + "/whoami");
      assertThat(Curl.output(curl)).isEmpty();
      assertThat(Curl.exitCode(curl)).as("curl: cannot connect through the proxy").isEqualTo(97);
      assertThat(
              field(
                  Curl.get(port, "pontianak", "http://tokyo.pop.orbweaver/whoami?format=json"),
                  "pop"))
          .isEqualTo("tokyo");
    }
  }

  @Test
  void a03_oneUnknownName_andNothingIsOut() throws Exception {
    try (Child up = up()) {
      up.await("\"slot\":1");
      try (Child wrong = tell("fail", "gateway:batam", "gateway:kucing")) {
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.errors().lines())
            .containsExactly("orbweaver: there is no gateway \"kucing\"", "Did you mean kuching?");
      }
      assertThat(told("fail", "--format", "csv")).isEqualTo("element,since_utc,until_utc,state");
      try (Child wrong = tell("repair", "gateway:batam")) {
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.errors()).contains("\"gateway:batam\" is not out");
      }
    }
  }

  @Test
  void a04_timeStandsStillAndGoesOn_andPacketsGoAllTheWhile() throws Exception {
    Curl.assumeInstalled();
    try (Child up = up()) {
      int port = port(up);
      told("pause");
      assertThat(up.await("\"speed\"")).contains("\"speed\":0.000");
      String first = Curl.get(port, "pontianak", POP + "/whoami?format=json");
      String second = Curl.get(port, "pontianak", POP + "/whoami?format=json");
      assertThat(time(second)).isEqualTo(time(first));
      told("resume");
      assertThat(up.await("\"speed\"")).contains("\"speed\":1.000");
      assertThat(time(Curl.get(port, "pontianak", POP + "/whoami?format=json")))
          .isGreaterThan(time(first));
    }
  }

  private static String time(String whoAmI) {
    // Without the Z, after which no fraction would come.
    return field(whoAmI, "timeUtc").replace("Z", "");
  }

  /** However busy the machine is: it runs until what is waited for has come. */
  @Test
  void a05_aRateThatNoMachineKeepsIsReportedAsLate() throws Exception {
    try (Child up = A08_UpProcessTest.up(folder, "--speed", "10000")) {
      assertThat(up.await(" left out")).containsPattern("  late by .*  [\\d,]+ slots? left out");
      up.signal("TERM");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(up.output().getLast()).containsPattern("[\\d,]+ late by up to ");
    }
  }

  @Test
  void a06_whereNothingRunsThatIsTheAnswer() throws Exception {
    for (List<String> words :
        List.of(
            List.of("fail"),
            List.of("fail", "gateway:batam"),
            List.of("repair", "--all"),
            List.of("pause"),
            List.of("resume"),
            List.of("speed", "4"))) {
      try (Child command = tell(words.toArray(String[]::new))) {
        assertThat(command.exitCode()).isEqualTo(ExitCode.NO);
        assertThat(command.errors().strip()).isEqualTo("no network runs; orbweaver up starts one");
      }
    }
  }

  @Test
  void a07_onlyTheOwnerMayTell() throws Exception {
    try (Child up = up()) {
      up.await("\"slot\":1");
      Path door = folder.resolve("run/orbweaver/faulty.control");
      assertThat(Files.getPosixFilePermissions(door))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      told("fail", "pop:tokyo", "--for", "20m");
      assertThat(told("fail", "--format", "csv"))
          .containsPattern("pop:tokyo,2026-11-22T12:00:\\S+Z,2026-11-22T12:20:\\S+Z,out");
      assertThat(told("repair", "--all")).startsWith("Repaired: pop:tokyo;");
      up.signal("TERM");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(door).doesNotExist();
    }
  }

  private static String field(String whoAmI, String key) {
    return match(whoAmI, "\"" + key + "\": \"([^\"]+)\"");
  }

  private static String match(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
