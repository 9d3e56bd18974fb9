package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;

/** Real requests of the real curl through a real process. */
@Timeout(180)
final class A09_TrafficTest {
  private static final String POP = "http://singapore.pop.orbweaver";

  @TempDir Path folder;

  @BeforeAll
  static void curlIsThere() {
    Curl.assumeInstalled();
  }

  @Test
  void a01_theLineThatUpPrintsWorks() throws Exception {
    try (Child up = A08_UpProcessTest.up(folder)) {
      String line = up.await("Try   ").substring("Try   ".length());
      Process curl = Curl.start(List.of(line.split(" ")));
      assertThat(new String(Curl.output(curl), StandardCharsets.UTF_8))
          .contains("terminal       pontianak")
          .contains("gateway        batam")
          .contains("pop            singapore");
      assertThat(Curl.exitCode(curl)).isZero();
    }
  }

  @Test
  void a02_whoamiAgreesWithThePlanOfItsSlot() throws Exception {
    try (Child up = A08_UpProcessTest.up(folder)) {
      int port = A08_UpProcessTest.port(up);
      up.await("slot   2");
      WhoAmIAgreement.check(
          Curl.get(port, "pontianak", POP + "/whoami?format=json"),
          ShortNetwork.file().toString(),
          "pontianak");
    }
  }

  @Test
  void a03_aTerminalWithoutServiceIsRefusedAndPlanSaysWhy() throws Exception {
    try (Child up = A08_UpProcessTest.up(folder)) {
      int port = A08_UpProcessTest.port(up);
      Process curl = Curl.start(port, "tromso", "http://tokyo.pop.orbweaver/whoami");
      assertThat(Curl.output(curl)).isEmpty();
      assertThat(Curl.exitCode(curl)).as("curl: cannot connect through the proxy").isEqualTo(97);
    }
  }

  @Test
  void a04_aDownloadSurvivesHandoversUnharmed() throws Exception {
    int bytes = 14_000_000;
    try (Child up = A08_UpProcessTest.up(folder, "--format", "json")) {
      String started = up.await("\"started\"");
      int port = Integer.parseInt(match(started, "\"socksPort\":(\\d+)"));
      // At 16 Mbit/s this takes seven seconds, in which the satellite changes three times.
      Process curl = Curl.start(port, "pontianak", POP + "/bytes/" + bytes + "?seed=7");
      assertThat(Bytes.read(curl.getInputStream(), 7)).isEqualTo(bytes);
      assertThat(Curl.exitCode(curl)).isZero();
      up.signal("TERM");
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      List<String> output = up.output();
      assertThat(
              output.stream()
                  .filter(line -> line.contains("\"event\":\"slot\""))
                  .filter(line -> Long.parseLong(match(line, "\"downBytes\":(\\d+)")) > 1_000_000)
                  .filter(line -> line.contains("\"handovers\":1")))
          .as("slots with traffic that began with a handover")
          .hasSizeGreaterThanOrEqualTo(2);
      assertThat(Long.parseLong(match(output.getLast(), "\"totalDownBytes\":(\\d+)")))
          .isBetween((long) bytes, bytes + 5_000L);
      assertThat(output.getLast()).contains("\"connections\":1");
    }
  }

  private static String match(String line, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(line);
    assertThat(matcher.find()).as(pattern + " in " + line).isTrue();
    return matcher.group(1);
  }
}
