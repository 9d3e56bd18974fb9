package org.orbweaver.governance.accounts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A month of a line, from the day of the month on which it began.
 *
 * @param first first day
 * @param end first day of the next cycle
 */
public record BillingCycle(LocalDate first, LocalDate end) {
  /** What counted against the plan's priority data on a day, and what came after it. */
  public record Day(LocalDate day, long priorityBytes, long standardBytes) {}

  /**
   * The cycle in which a day lies.
   *
   * @param began the day on which the line began; where a month is too short, its last day counts
   */
  public static BillingCycle of(LocalDate began, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    LocalDate start = start(month, began);
    return day.isBefore(start)
        ? new BillingCycle(start(month.minusMonths(1), began), start)
        : new BillingCycle(start, start(month.plusMonths(1), began));
  }

  private static LocalDate start(YearMonth month, LocalDate began) {
    return month.atDay(Math.min(began.getDayOfMonth(), month.lengthOfMonth()));
  }

  /** Whether a day lies in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && day.isBefore(end);
  }

  /**
   * The days of this cycle in order: the first bytes count against the plan's priority data until
   * it is used up, the rest is standard.
   *
   * @param usage of one line; days of other cycles are left out
   */
  public List<Day> days(Collection<DailyUsage> usage, long priorityBytes) {
    List<Day> days = new ArrayList<>();
    long left = priorityBytes;
    for (DailyUsage day :
        usage.stream()
            .filter(each -> contains(each.day()))
            .sorted(Comparator.comparing(DailyUsage::day))
            .toList()) {
      long priority = Math.min(left, day.totalBytes());
      left -= priority;
      days.add(new Day(day.day(), priority, day.totalBytes() - priority));
    }
    return List.copyOf(days);
  }
}
