package org.orbweaver.app.command;

import java.time.ZoneOffset;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Outline;
import org.orbweaver.governance.state.Identifiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver case break-glass}: the first of two who act at once. */
@Command(
    name = "break-glass",
    description = {
      "Call for acting at once, for some hours, in one area; a second person confirms it.",
      "Essential lines are never restricted. The area, and any that overlaps it, has no second"
          + " time before the first is ratified; so that everybody can tell, the entry says where"
          + " the area is, as a scenario has it."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case break-glass decisions --effect enable --area vellmark --scenario"
          + " region.yaml --from 2026-05-21T12:00:00Z --until 2026-05-21T16:00:00Z --legal-basis"
          + " 'act 4' --reason 'earthquake' --key duty-1.key --append log.key"
    })
final class CaseBreakGlassCommand extends CaseActCommand {
  /** Base64 and a signature later it still fits into an entry of 65,535 bytes. */
  private static final int LONGEST = 48_000;

  @Mixin MeasureOptions measure = new MeasureOptions();

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      required = true,
      description = "Which has the area: a scenario file, or the name of a shipped one.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why at once.")
  String reason = "";

  CaseBreakGlassCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting) {
    AreaTable areas = scenarioOptions.loadForAnswers(surroundings, scenario).rules().areas();
    int index = areas.indexOf(measure.area == null ? "" : measure.area);
    if (index < 0) {
      throw Failure.badInput(
          "the scenario has no area " + measure.area, "Break-glass is about one --area of it.");
    }
    ServiceArea area = areas.area(index);
    if (!measure.areaHash.isEmpty() && !measure.areaHash.equals(area.hash())) {
      throw Failure.badInput(
          "the scenario's area " + area.id() + " is not the one of --area-hash",
          "Its hash is " + area.hash() + ".");
    }
    measure.areaHash = area.hash();
    int year = acting.header().time().atZone(ZoneOffset.UTC).getYear();
    Entry entry =
        new CaseEntry.BreakGlassCalled(
            acting.header(),
            Identifiers.nextCase(year, acting.state().caseCount()),
            measure.read(),
            Outline.of(area),
            reason);
    if (EntryCodec.encode(entry).length > LONGEST) {
      throw Failure.badInput(
          "the area " + area.id() + " has too many corners for one entry of the ledger",
          "Call for acting in a simpler area.");
    }
    return entry;
  }
}
