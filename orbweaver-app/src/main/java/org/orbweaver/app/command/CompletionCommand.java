package org.orbweaver.app.command;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orbweaver completion}: a script that teaches a shell the commands and options. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in a shell.",
    footer = {
      "",
      "Examples:",
      "  source <(orbweaver completion bash)",
      "  orbweaver completion zsh > ~/.orbweaver-completion    and source that from ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  Shell shell = Shell.BASH;

  /** A shell for which there is a script. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  CompletionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    // The one script serves both: it loads bashcompinit where it finds itself in zsh.
    surroundings.out().print(AutoComplete.bash("orbweaver", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
