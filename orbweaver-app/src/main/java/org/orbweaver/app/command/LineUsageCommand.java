package org.orbweaver.app.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.BillingCycle;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.UsageMeter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver line usage}. */
@Command(
    name = "usage",
    description = "Show what a line carried in a billing cycle, day by day.",
    footer = {"", "Examples:", "  orbweaver line usage SL-0001 --day 2026-05-21 --format csv"})
final class LineUsageCommand extends StoreCommand {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.line.usage/1",
          Column.text("line", "its number"),
          Column.text("cycle_start", "first day of the billing cycle, UTC"),
          Column.text("day", "UTC"),
          Column.number("priority_gb", "counted against the plan's priority data"),
          Column.number("standard_gb", "after that was used up"));

  @Parameters(paramLabel = "LINE", description = "Its number.")
  String number = "";

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "A day of the cycle; today by default.")
  @Nullable String day;

  LineUsageCommand(Surroundings surroundings) {
    super(surroundings, SHEET);
  }

  @Override
  int run(SqlStore store) {
    LocalDate within = day == null ? UsageMeter.day(nowNs()) : date(day);
    record Found(BillingCycle cycle, List<BillingCycle.Day> days) {}
    Found found =
        store.read(records -> {
          ServiceLine line = records.lines().get(number);
          BillingCycle cycle = BillingCycle.of(UsageMeter.day(line.startNs()), within);
          long priority = records.plans().get(line.plan()).priorityBytes();
          return new Found(
              cycle, cycle.days(records.usage().of(number, cycle.first(), cycle.end()), priority));
        });
    return rows(rows ->
        found
            .days()
            .forEach(each ->
                rows.text(number)
                    .text(found.cycle().first().toString())
                    .text(each.day().toString())
                    .number(each.priorityBytes() / 1e9, 6)
                    .number(each.standardBytes() / 1e9, 6)
                    .endRow()));
  }

  private static LocalDate date(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw Failure.usage("'" + written + "' is not a day such as 2026-05-21", null);
    }
  }
}
