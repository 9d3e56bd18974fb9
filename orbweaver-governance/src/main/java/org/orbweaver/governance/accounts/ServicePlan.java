package org.orbweaver.governance.accounts;

/**
 * What can be ordered.
 *
 * @param id the product's reference, such as {@code relief-100}
 * @param name for people
 * @param perMonth price of a line
 * @param mostTerminals how many terminals one line may have
 * @param downBps rate towards the terminal, bit/s
 * @param upBps rate from the terminal, bit/s
 * @param priorityBytes both ways, in one billing cycle, before the rest counts as standard; 0: none
 */
public record ServicePlan(
    String id,
    String name,
    Money perMonth,
    int mostTerminals,
    long downBps,
    long upBps,
    long priorityBytes) {
  public ServicePlan {
    Checks.id("a plan's id", id);
    Checks.text("a name", name);
    if (mostTerminals < 1 || downBps < 1 || upBps < 1) {
      throw new RefusedException("a plan has at least one terminal and a rate each way");
    }
    Checks.notNegative("priority data", priorityBytes);
  }
}
