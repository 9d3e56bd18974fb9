package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Run.Outcome;

/** Whatever is typed, the program understands it or says what it does not; it never breaks. */
class A12_AnyArgumentsTest {
  private static final int RUNS = Boolean.getBoolean("orbweaver.full") ? 20_000 : 600;

  private static final List<String> COMMANDS =
      List.of(
          "path",
          "plan",
          "site",
          "check",
          "config",
          "import",
          "export",
          "fetch",
          "completion",
          "version",
          "help");

  private static final List<String> OPTIONS =
      List.of(
          "--from",
          "--to",
          "--all-pairs",
          "--instant",
          "--start",
          "--step",
          "--count",
          "--slots",
          "--terminal",
          "--candidates",
          "--format",
          "--elements",
          "--spec",
          "--help",
          "-h",
          "-V",
          "--port-base",
          "--socks-port",
          "--formt",
          "-",
          "--",
          "---",
          "-x",
          "--=",
          "--format=csv",
          "--count=3",
          "--name",
          "--outages",
          "--shares");

  private static final List<String> VALUES =
      List.of(
          "near",
          "far",
          "polar",
          "hub",
          "pop:hub",
          "terminal:near",
          "sat:ring-0-01",
          "ring-0-01",
          "gate",
          "pop:",
          ":",
          "sat:0",
          "sat:-1",
          "sat:99999999999",
          "now",
          "1s",
          "100ms",
          "1h",
          "0",
          "-1",
          "1",
          "2",
          "3",
          "csv",
          "json",
          "table",
          "TABLE",
          "xml",
          "bash",
          "plan",
          "",
          " ",
          "2026-05-21T00:00:27Z",
          "1957-01-01T00:00:00Z",
          "2156-12-31T23:59:59Z",
          "9e99",
          "@file",
          "${env:HOME}",
          "%s",
          "\"",
          "'",
          "\u0000",
          "\uD800",
          "ünïcode",
          "a,b",
          "hello",
          "50.45,30.52",
          "-33.9,18.4",
          "0,0,0",
          "91,0",
          "1,2,3,4",
          "none.csv",
          "/",
          ".");

  @TempDir Path folder;

  @Test
  void endsWithACodeThatIsDocumentedAndWithoutATrace() {
    String tiny = Tiny.in(folder);
    for (int seed = 0; seed < RUNS; seed++) {
      List<String> args = args(new Random(seed), tiny);
      Outcome outcome = Run.run(args.toArray(String[]::new));
      assertThat(outcome.exitCode())
          .as("%s: %s", args, outcome.err())
          .isIn(ExitCode.DONE, ExitCode.NO, ExitCode.USAGE, ExitCode.BAD_INPUT);
      assertThat(outcome.err()).as("%s", args).doesNotContain("\tat ", "Exception");
      if (outcome.exitCode() == ExitCode.USAGE) {
        assertThat(outcome.out()).as("%s", args).isEmpty();
        assertThat(outcome.err()).as("%s", args).isNotBlank();
      }
    }
  }

  private static List<String> args(Random random, String tiny) {
    List<String> args = new ArrayList<>();
    args.add(any(random, random.nextInt(20) == 0 ? VALUES : COMMANDS));
    if (args.getFirst().equals("site")) {
      // A day on the scenario that it takes by default would be long.
      args.addAll(List.of("--scenario", tiny, "--for=45s", any(random, VALUES)));
    } else if (random.nextInt(8) > 0) {
      args.add(tiny);
    }
    for (int i = random.nextInt(7); i > 0; i--) {
      args.add(any(random, OPTIONS));
      if (random.nextInt(4) > 0) {
        args.add(any(random, VALUES));
      }
    }
    return args;
  }

  private static String any(Random random, List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
