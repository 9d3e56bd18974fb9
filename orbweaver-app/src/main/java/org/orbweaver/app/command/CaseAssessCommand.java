package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver case assess}: a request put into the words of a decision. */
@Command(
    name = "assess",
    description = {
      "Verify who asked and by which channel, and put into words what would be decided, as an"
          + " intake officer.",
      "Whoever assesses a case does not vote on it, nor do people of its --party organisations."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case assess decisions C-2026-0001 --effect restrict --area vellmark"
          + " --area-hash 5f...c1 --class consumer --from 2026-06-01T00:00:00Z"
          + " --until 2026-07-01T00:00:00Z --legal-basis 'act 12, section 3' --party ministry"
          + " --reason 'identity verified by letter' --key intake.key --append log.key"
    })
final class CaseAssessCommand extends CaseStepCommand {
  @Mixin MeasureOptions measure = new MeasureOptions();

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "Organisation that asks, pays or gains; may be repeated.")
  String[] parties = {};

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "What was found.")
  String reason = "";

  CaseAssessCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    return new CaseEntry.Assessed(header, file.id(), on, measure.read(), List.of(parties), reason);
  }
}
