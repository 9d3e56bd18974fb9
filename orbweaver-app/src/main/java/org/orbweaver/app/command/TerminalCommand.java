package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver terminal}: each terminal, from its making to its end. */
@Command(
    name = "terminal",
    description = {
      "Account for each terminal: made, donated, assigned, lost, found, retired.",
      "A terminal that is not where its line is gets a review by a person; it is not cut.",
      "move and places are about terminals of a running network."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver terminal new clinic-1 --kit KIT0001 --dish DISH0001",
      "  orbweaver terminal change clinic-1 assigned --line SL-0001",
      "  orbweaver terminal donations",
      "  orbweaver terminal move truck --at 46.5,30.7"
    })
final class TerminalCommand extends CommandGroup {
  TerminalCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("new", new TerminalNewCommand(surroundings));
    members.put("list", new TerminalListCommand(surroundings));
    members.put("change", new TerminalChangeCommand(surroundings));
    members.put("history", new TerminalHistoryCommand(surroundings));
    members.put("donate", new TerminalDonateCommand(surroundings));
    members.put("donations", new TerminalDonationsCommand(surroundings));
    members.put("located", new TerminalLocatedCommand(surroundings));
    members.put("reviews", new TerminalReviewsCommand(surroundings));
    members.put("review", new TerminalReviewCommand(surroundings));
    members.put("authorise", new TerminalAuthoriseCommand(surroundings));
    members.put("revoke", new TerminalRevokeCommand(surroundings));
    members.put("authorisations", new TerminalAuthorisationsCommand(surroundings));
    members.put("move", new TerminalMoveCommand(surroundings));
    members.put("places", new TerminalPlacesCommand(surroundings));
    return members;
  }
}
