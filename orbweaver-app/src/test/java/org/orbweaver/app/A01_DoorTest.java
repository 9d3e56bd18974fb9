package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.format.ScenarioSchema;

class A01_DoorTest {
  @Test
  void withoutACommandItSaysWhichThereAre() {
    Outcome outcome = Run.run();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("Usage: orbweaver [-hV] COMMAND")
        .contains("  up ", "  path ", "  plan ", "  check ", "  config ", "  completion ");
  }

  @Test
  void helpGoesToTheResultsAndIsDone() {
    assertThat(Run.run("--help")).isEqualTo(Run.run());
    assertThat(Run.run("help")).isEqualTo(Run.run());
    assertThat(Run.run("help", "plan")).isEqualTo(Run.run("plan", "--help"));
    assertThat(Run.run("plan", "--help").out()).startsWith("Usage: orbweaver plan ");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(Run.run("version").out()).matches("orbweaver \\d+\\.\\d+\\.\\d+\\R");
    assertThat(Run.run("--version").out()).isEqualTo(Run.run("version").out());
    assertThat(Run.run("version").exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void colourNeedsATerminalThatWantsIt() {
    assertThat(Run.run("--help").out()).doesNotContain("\033");
    assertThat(Run.within().onTerminal().command("--help").out()).contains("\033[");
    assertThat(Run.within().onTerminal().variable("NO_COLOR", "1").command("--help").out())
        .doesNotContain("\033");
    assertThat(Run.within().onTerminal().variable("TERM", "dumb").command("--help").out())
        .doesNotContain("\033");
  }

  @Test
  void completionIsAScriptForTheShell() {
    Outcome bash = Run.run("completion", "bash");
    assertThat(bash.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(bash.out())
        .startsWith("#!/usr/bin/env bash")
        .contains("complete -F _complete_orbweaver", "--all-pairs", "\"table\" \"csv\" \"json\"");
    assertThat(Run.run("completion", "zsh").out()).contains("bashcompinit");
  }

  @Test
  void theSchemaIsThePublishedOne() {
    Outcome outcome = Run.run("schema");
    assertThat(outcome.out()).isEqualTo(ScenarioSchema.text()).startsWith("{").endsWith("}\n");
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
  }
}
