package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Acts upon a case that need no word. */
@Command
final class CasePlainCommand extends CaseStepCommand {
  /** Makes the entry. */
  @FunctionalInterface
  interface Plain {
    Entry entry(Header header, String caseId, Hash on);
  }

  private final Plain plain;

  private CasePlainCommand(Surroundings surroundings, Plain plain) {
    super(surroundings);
    this.plain = plain;
  }

  /** Such an act. */
  static CommandLine of(Surroundings surroundings, String name, String does, Plain plain) {
    CommandLine line = new CommandLine(new CasePlainCommand(surroundings, plain));
    describe(line, name, does, "");
    return line;
  }

  static void describe(CommandLine line, String name, String does, String more) {
    line.getCommandSpec()
        .name(name)
        .usageMessage()
        .description(does)
        .footer(
            "",
            "Examples:",
            "  orbweaver case %s decisions C-2026-0001 --key mine.key".formatted(name)
                + " --log-key \"$LOG_KEY\" --out %s.dsse".formatted(name)
                + more);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    return plain.entry(header, file.id(), on);
  }
}
