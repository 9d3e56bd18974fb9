package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Wave;
import org.orbweaver.governance.entry.AllowListEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver allowlist announce}. */
@Command(
    name = "announce",
    description = {
      "Announce an allow-list for an area, with its waves.",
      "No wave comes into force before seven days have passed."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver allowlist announce north --wave 2026-07-01T00:00:00Z,consumer \\",
      "      --wave 2026-08-01T00:00:00Z,government"
    })
final class AllowListAnnounceCommand extends DecidingCommand {
  @Parameters(paramLabel = "AREA", description = "The service area.")
  String area = "";

  @Option(
      names = "--wave",
      paramLabel = "TIME,CLASS",
      required = true,
      description = "From when for which lines; again for each wave, in order.")
  List<String> waves = new ArrayList<>();

  AllowListAnnounceCommand(Surroundings surroundings) {
    super(surroundings, AllowListRows.LISTS);
  }

  @Override
  int run(SqlStore store) {
    List<Wave> planned = waves.stream().map(this::wave).toList();
    AllowList[] made = new AllowList[1];
    decide(
        store,
        records -> {
          AllowList list = AllowList.announced(records.newNumber("AL"), area, nowNs(), planned);
          made[0] = list;
          List<AllowListEntry.WavePlan> plans =
              planned.stream()
                  .map(wave ->
                      new AllowListEntry.WavePlan(
                          Utc.toInstant(wave.fromNs()), wave.classes().stream().sorted().toList()))
                  .toList();
          return new Deed(
              List.of(header -> new AllowListEntry.Announced(header, list.id(), area, plans)),
              into -> into.allowLists().add(list));
        });
    return rows(rows -> AllowListRows.write(rows, made[0]));
  }

  private Wave wave(String written) {
    List<String> parts = Arrays.asList(written.split(","));
    Set<ServiceClass> classes = new HashSet<>();
    for (String word : parts.subList(1, parts.size())) {
      try {
        classes.add(ServiceClass.valueOf(word.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw Failure.usage("there is no class '" + word + "'", "A wave is TIME,CLASS.");
      }
    }
    return new Wave(momentNs(parts.getFirst().strip()), classes);
  }
}
