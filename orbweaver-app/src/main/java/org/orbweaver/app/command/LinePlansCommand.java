package org.orbweaver.app.command;

import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.ServicePlan;
import picocli.CommandLine.Command;

/** {@code orbweaver line plans}. */
@Command(
    name = "plans",
    description = "List the plans.",
    footer = {"", "Examples:", "  orbweaver line plans --format csv"})
final class LinePlansCommand extends StoreCommand {
  LinePlansCommand(Surroundings surroundings) {
    super(surroundings, LineRows.PLANS);
  }

  @Override
  int run(SqlStore store) {
    List<ServicePlan> all = store.read(records -> records.plans().all());
    return rows(rows -> all.forEach(plan -> LineRows.write(rows, plan)));
  }
}
