package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;
import org.orbweaver.app.Surroundings;

/** Holds an answer of {@code /whoami} against what {@code orbweaver plan} says of its slot. */
final class WhoAmIAgreement {
  /** Members that both have, of the slot and not of the moment. */
  private static final List<String> WORDS =
      List.of(
          "slotStartUtc", "terminal", "state", "reason", "satellite", "noradId", "gateway", "pop");

  private static final List<String> NUMBERS =
      List.of("elevationDeg", "azimuthDeg", "rangeKm", "islHops", "rttMs", "downMbps", "upMbps");

  /** Both write three decimals. */
  private static final double ROUNDING = 0.0011;

  private WhoAmIAgreement() {}

  static void check(String whoAmI, String scenario, String terminal, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of("plan", scenario));
    arguments.addAll(List.of("--start", member(whoAmI, "slotStartUtc")));
    arguments.addAll(List.of("--terminal", terminal, "--format", "json"));
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false,
            System.getenv(),
            InstantSource.system());
    int exitCode = Main.run(surroundings, arguments.toArray(String[]::new));
    assertThat(exitCode).as(err.toString()).isEqualTo(ExitCode.DONE);
    String plan = out.toString();
    for (String key : WORDS) {
      assertThat(member(whoAmI, key)).as(key).isEqualTo(member(plan, key));
    }
    for (String key : NUMBERS) {
      assertThat(Double.parseDouble(member(whoAmI, key)))
          .as(key)
          .isCloseTo(Double.parseDouble(member(plan, key)), within(ROUNDING));
    }
    assertThat(member(whoAmI, "rttNowMs")).isNotEqualTo("null");
  }

  /** The value of a member, without quotes. */
  static String member(String json, String key) {
    Matcher matcher =
        Pattern.compile("\"" + key + "\"\\s*:\\s*(\"([^\"]*)\"|[^,}\\s]+)").matcher(json);
    assertThat(matcher.find()).as(key + " in " + json).isTrue();
    return matcher.group(2) != null ? matcher.group(2) : matcher.group(1);
  }
}
