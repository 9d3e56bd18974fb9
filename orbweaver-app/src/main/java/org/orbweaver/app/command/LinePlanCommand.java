package org.orbweaver.app.command;

import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.Money;
import org.orbweaver.governance.accounts.ServicePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver line plan}. */
@Command(
    name = "plan",
    description = "Add a plan that can be ordered.",
    footer = {
      "",
      "Examples:",
      "  orbweaver line plan relief-100 \"Relief\" --price \"75.00 EUR\" --down 100 --up 10"
    })
final class LinePlanCommand extends StoreCommand {
  private static final double MOST_MBPS = 1e6;
  private static final double MOST_GB = 1e9;

  @Parameters(index = "0", paramLabel = "PLAN", description = "Its id.")
  String id = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "For people.")
  String name = "";

  @Option(
      names = "--price",
      paramLabel = "AMOUNT",
      required = true,
      description = "Of a line in a month, such as \"75.00 EUR\".")
  String price = "";

  @Option(
      names = "--down",
      paramLabel = "MBPS",
      required = true,
      description = "Rate towards the terminal, Mbit/s, up to 1,000,000.")
  double downMbps;

  @Option(
      names = "--up",
      paramLabel = "MBPS",
      required = true,
      description = "Rate from the terminal, Mbit/s, up to 1,000,000.")
  double upMbps;

  @Option(
      names = "--priority",
      paramLabel = "GB",
      description = "Priority data of a billing cycle, both ways, up to 1e9; 0 by default.")
  double priorityGb;

  @Option(
      names = "--terminals",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Terminals that one line may have; 1 by default.")
  int terminals = 1;

  LinePlanCommand(Surroundings surroundings) {
    super(surroundings, LineRows.PLANS);
  }

  @Override
  int run(SqlStore store) {
    ServicePlan plan =
        new ServicePlan(
            id,
            name,
            Money.parse(price),
            terminals,
            units("--down", downMbps, MOST_MBPS, 1e6),
            units("--up", upMbps, MOST_MBPS, 1e6),
            units("--priority", priorityGb, MOST_GB, 1e9));
    store.write(records -> {
      records.plans().add(plan);
      return plan;
    });
    return rows(rows -> LineRows.write(rows, plan));
  }

  private static long units(String option, double value, double most, double unit) {
    if (!(value >= 0 && value <= most)) {
      throw Failure.usage(option + " is 0 to " + (long) most, null);
    }
    return Math.round(value * unit);
  }
}
