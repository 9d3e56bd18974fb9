package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver pause}. */
@Command(
    name = "pause",
    description = {
      "Let the time of a running network stand still.",
      "Nothing moves and no slot begins; packets still take the delay that holds at that moment."
          + " Ends with 1 where it does not run."
    },
    footer = {"", "Examples:", "  orbweaver pause", "  orbweaver pause hello"})
final class PauseCommand extends OneWordCommand {
  PauseCommand(Surroundings surroundings) {
    super(surroundings, "pause");
  }
}
