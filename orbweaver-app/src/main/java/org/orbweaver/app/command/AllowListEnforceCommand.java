package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.DryRun;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.accounts.Rehearsal;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.merkle.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver allowlist enforce}. */
@Command(
    name = "enforce",
    description = {
      "Bring the next wave of a list into force.",
      "Refused before its time, without a dry run of the last day, and where it would cut a"
          + " terminal of which the dry run did not know. In a governed network it takes the case"
          + " that lets only authorised terminals into the area."
    },
    footer = {"", "Examples:", "  orbweaver allowlist enforce AL-0001 --case C-2026-0004"})
final class AllowListEnforceCommand extends DecidingCommand {
  @Parameters(paramLabel = "LIST", description = "Its id.")
  String id = "";

  @Mixin AllowListPresent present = new AllowListPresent();

  @Option(names = "--case", paramLabel = "CASE", description = "In a governed network, its case.")
  String caseId = "";

  AllowListEnforceCommand(Surroundings surroundings) {
    super(surroundings, AllowListRows.LISTS);
  }

  @Override
  int run(SqlStore store) {
    AllowList[] done = new AllowList[1];
    decide(
        store,
        records -> {
          AllowList list = records.allowLists().get(id);
          DryRun now = DryRun.of(list, present.of(records, nowNs()));
          String refusal = DryRun.refusal(list, now, nowNs());
          Rehearsal rehearsal = list.rehearsal();
          if (refusal != null || rehearsal == null) {
            throw new RefusedException("the list " + id + ": " + refusal);
          }
          Hash run = rehearsal.hash();
          AllowList next = list.enforcedFurther();
          done[0] = next;
          return new Deed(
              List.of(
                  header -> new AllowListEntry.Enforced(header, id, list.enforced(), run, caseId)),
              into -> into.allowLists().update(next));
        });
    return rows(rows -> AllowListRows.write(rows, done[0]));
  }
}
