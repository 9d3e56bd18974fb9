package org.orbweaver.app.command;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Changes;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.state.Identifiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case propose}: a change of people, keys or rules. */
@Command(
    name = "propose",
    description = {
      "Propose a change of people, roles, keys, rules or witnesses, as a role administrator.",
      "The file holds {\"changes\":[...]}; each is one of"
          + " {\"is\":\"add\",\"person\":{...},\"proof\":\"...\"},"
          + " {\"is\":\"remove\",\"id\":\"...\"}, {\"is\":\"roles\",...},"
          + " {\"is\":\"key\",\"id\":\"...\",\"key\":\"...\",\"proof\":\"...\"},"
          + " {\"is\":\"settings\",\"settings\":{...}} and"
          + " {\"is\":\"witnesses\",\"policy\":\"...\"}. 'orbweaver key enrol' prints a key's"
          + " proof."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case propose decisions --changes new-key.json --reason 'the old one was lost'"
          + " --key admin.key --log-key \"$LOG_KEY\" --out proposal.dsse"
    })
final class CaseProposeCommand extends CaseActCommand {
  @Option(names = "--changes", paramLabel = "FILE", required = true, description = "The changes.")
  Path changes = Path.of("");

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  String reason = "";

  CaseProposeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting) {
    int year = acting.header().time().atZone(ZoneOffset.UTC).getYear();
    Changes asked = LedgerInputs.parsed(changes, bytes -> EntryCodec.part(Changes.class, bytes));
    return new CaseEntry.Proposed(
        acting.header(),
        Identifiers.nextCase(year, acting.state().caseCount()),
        asked.changes(),
        reason);
  }
}
