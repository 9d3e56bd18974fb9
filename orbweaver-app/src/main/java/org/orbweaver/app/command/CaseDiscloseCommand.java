package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case disclose}: somebody has an interest. */
@Command(
    name = "disclose",
    description = {
      "Disclose an interest in a case: one's own, or as an overseer somebody's.",
      "Where that person's vote counted, the case is decided again."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case disclose decisions C-2026-0001 --reason 'owns shares of the requester'"
          + " --key approver-1.key --log-key \"$LOG_KEY\" --out interest.dsse"
    })
final class CaseDiscloseCommand extends CaseStepCommand {
  @Option(names = "--person", paramLabel = "ID", description = "Whose; one's own by default.")
  @Nullable String person;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Which interest.")
  String reason = "";

  CaseDiscloseCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    String whose = person == null ? header.by() : person;
    return new CaseEntry.InterestDisclosed(header, file.id(), on, whose, reason);
  }
}
