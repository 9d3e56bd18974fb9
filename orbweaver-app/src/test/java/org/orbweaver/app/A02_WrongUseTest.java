package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orbweaver.app.Run.Outcome;

/** Wrong use ends with 2, a line that says what is wrong, and nothing among the results. */
class A02_WrongUseTest {
  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("plam", "orbweaver: there is no command 'plam'\nDid you mean plan"),
        Arguments.of("xyzzy", "orbweaver: there is no command 'xyzzy'"),
        Arguments.of("--wat", "orbweaver: unexpected argument '--wat'"),
        Arguments.of("plan", "orbweaver plan: missing required parameter: 'SCENARIO'"),
        Arguments.of("plan hello more", "orbweaver plan: unexpected argument 'more'"),
        Arguments.of("plan hello --slot 3", "orbweaver plan: unexpected argument '--slot'"),
        Arguments.of(
            "plan hello --slots x",
            "orbweaver plan: invalid value for option '--slots': 'x' is not a whole number from 1"
                + " to 2147483647"),
        Arguments.of(
            "plan hello --slots 9999999999",
            "orbweaver plan: invalid value for option '--slots': '9999999999' is not a whole"
                + " number from 1 to 2147483647"),
        Arguments.of(
            "path hello --from berlin --to nairobi --count -1",
            "orbweaver path: invalid value for option '--count': '-1' is not a whole number from 1"
                + " to 2147483647"),
        Arguments.of("help plam", "orbweaver: there is no command 'plam'\nDid you mean plan"),
        Arguments.of("help xyzzy", "orbweaver: there is no command 'xyzzy'"),
        Arguments.of(
            "plan hello --slots 0",
            "orbweaver plan: invalid value for option '--slots': '0' is not a whole number from 1"
                + " to 2147483647"),
        Arguments.of(
            "plan hello --format xml",
            "orbweaver plan: invalid value for option '--format': 'xml' is none of table, csv,"
                + " json"),
        Arguments.of(
            "plan hello --start noon",
            "orbweaver plan: invalid value for option '--start': 'noon' is not a moment such as"
                + " 2026-05-21T00:00:12Z, or now"),
        Arguments.of(
            "path hello --step 5",
            "orbweaver path: invalid value for option '--step': '5' is not a length of time"
                + " such as 100ms, 15s, 1m or 1h"),
        Arguments.of(
            "path hello --from", "orbweaver path: missing required parameter for option '--from'"),
        Arguments.of(
            "path hello",
            "orbweaver: which path?\nGive --from NAME and --to NAME, or --all-pairs for all"
                + " terminals."),
        Arguments.of(
            "path hello --from a --from b --to c --to d --to e",
            "orbweaver: --from is given 2 times and --to 3 times\nGive both equally often, or"
                + " one of them once."),
        Arguments.of(
            "path hello --all-pairs --from a",
            "orbweaver: --all-pairs takes every pair of terminals\nLeave --from and --to."),
        Arguments.of(
            "completion fish",
            "orbweaver completion: invalid value for positional parameter at index 0 (SHELL):"
                + " 'fish' is none of bash, zsh"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isSaidInALineAndAHint(String command, String message) {
    Outcome outcome = Run.run(command.split(" "));
    assertThat(outcome.err()).startsWith(message);
    assertThat(outcome.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aWrongVariableIsNamed() {
    Outcome outcome = Run.within().variable("ORBWEAVER_FORMAT", "xml").command("plan", "hello");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .startsWith(
            "orbweaver plan: invalid value for option '--format': 'xml' is none of table, csv,"
                + " json; it comes from the environment, ORBWEAVER_FORMAT");
  }

  @Test
  void aFlagIsStrongerThanAWrongVariable() {
    Outcome outcome =
        Run.within()
            .variable("ORBWEAVER_FORMAT", "xml")
            .command("plan", "no-such-scenario", "--format", "csv");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
