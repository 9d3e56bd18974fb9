package org.orbweaver.app.command;

import java.time.ZoneOffset;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.state.Identifiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver case break-glass}: the first of two who act at once. */
@Command(
    name = "break-glass",
    description = {
      "Call for acting at once, for some hours, in one area; a second person confirms it.",
      "Essential lines are never restricted, and the area has no second time before the first is"
          + " ratified."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case break-glass decisions --effect enable --area vellmark --area-hash 5f...c1"
          + " --from 2026-05-21T12:00:00Z --until 2026-05-21T16:00:00Z --legal-basis 'act 4'"
          + " --reason 'earthquake' --key duty-1.key --append log.key"
    })
final class CaseBreakGlassCommand extends CaseActCommand {
  @Mixin MeasureOptions measure = new MeasureOptions();

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why at once.")
  String reason = "";

  CaseBreakGlassCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting) {
    int year = acting.header().time().atZone(ZoneOffset.UTC).getYear();
    return new CaseEntry.BreakGlassCalled(
        acting.header(),
        Identifiers.nextCase(year, acting.state().caseCount()),
        measure.read(),
        reason);
  }
}
