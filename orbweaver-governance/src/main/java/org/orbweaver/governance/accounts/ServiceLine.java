package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;

/**
 * A subscription: an account's right to service at an address.
 *
 * @param number such as {@code SL-0001}
 * @param account whose it is
 * @param address where it is used
 * @param plan what was ordered
 * @param serviceClass whom it serves
 * @param nickname for people; may be empty
 * @param startNs when it began, UTC, since the Unix epoch
 * @param endNs when it ended or will; null where it goes on
 * @param funding where it stands on the ladder
 */
public record ServiceLine(
    String number,
    String account,
    String address,
    String plan,
    ServiceClass serviceClass,
    String nickname,
    long startNs,
    @Nullable Long endNs,
    Funding funding) {
  public ServiceLine {
    Checks.id("a line's number", number);
    if (!nickname.isEmpty()) {
      Checks.text("a nickname", nickname);
    }
    if (endNs != null && endNs < startNs) {
      throw new RefusedException("the line " + number + " cannot end before it begins");
    }
  }

  /** Whether it is there at a moment; a paused line is. */
  public boolean isActiveAt(long ns) {
    return startNs <= ns && (endNs == null || ns < endNs);
  }

  /** The same on another rung. */
  public ServiceLine with(Funding other) {
    return new ServiceLine(
        number, account, address, plan, serviceClass, nickname, startNs, endNs, other);
  }

  /** Ended. */
  public ServiceLine endedAt(long ns) {
    if (endNs != null) {
      throw new RefusedException("the line " + number + " ends at " + Utc.format(endNs));
    }
    return new ServiceLine(
        number, account, address, plan, serviceClass, nickname, startNs, ns, funding);
  }

  /** On another plan. */
  public ServiceLine onPlan(String other) {
    return new ServiceLine(
        number, account, address, other, serviceClass, nickname, startNs, endNs, funding);
  }
}
