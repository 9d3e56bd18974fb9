package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver resume}. */
@Command(
    name = "resume",
    description = {
      "Let the time of a paused network go on.",
      "It goes on from where it stood, at the rate that it had. Ends"
          + " with 1 where it does not run."
    },
    footer = {"", "Examples:", "  orbweaver resume", "  orbweaver resume hello"})
final class ResumeCommand extends OneWordCommand {
  ResumeCommand(Surroundings surroundings) {
    super(surroundings, "resume");
  }
}
