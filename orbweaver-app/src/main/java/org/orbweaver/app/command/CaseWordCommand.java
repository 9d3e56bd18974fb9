package org.orbweaver.app.command;

import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Acts upon a case that say why and nothing else; what each is called, its group says. */
@Command
final class CaseWordCommand extends CaseStepCommand {
  /** Makes the entry. */
  @FunctionalInterface
  interface Word {
    Entry entry(Header header, String caseId, Hash on, String reason);
  }

  private final Word word;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "For the record, which is public: no names of people.")
  String reason = "";

  private CaseWordCommand(Surroundings surroundings, Word word) {
    super(surroundings);
    this.word = word;
  }

  /** Such an act. */
  static CommandLine of(Surroundings surroundings, String name, String does, Word word) {
    CommandLine line = new CommandLine(new CaseWordCommand(surroundings, word));
    CasePlainCommand.describe(line, name, does, " --reason 'no legal basis'");
    return line;
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    return word.entry(header, file.id(), on, reason);
  }
}
