package org.orbweaver.governance.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;

/**
 * What a case would do, word for word as it is signed.
 *
 * @param effect what it does
 * @param where to which terminals
 * @param classes to which of their lines
 * @param from when it takes effect
 * @param until when it ends, or null where it does not end by itself
 * @param grace for how long after that it still serves those whom it served
 * @param legalBasis what allows it
 * @param onExpiry what happens at {@code until}
 * @param yieldsTo exemptions that a prohibition lets through
 * @param review when it is looked at again, or null
 * @param urgency why it cannot be announced in time, or null
 * @param supersedes cases that end when it takes effect
 */
public record Measure(
    Effect effect,
    Where where,
    List<ServiceClass> classes,
    Instant from,
    @Nullable Instant until,
    Duration grace,
    String legalBasis,
    Expiry onExpiry,
    List<String> yieldsTo,
    @Nullable Instant review,
    @Nullable String urgency,
    List<String> supersedes) {
  public Measure {
    classes = List.copyOf(classes);
    yieldsTo = List.copyOf(yieldsTo);
    supersedes = List.copyOf(supersedes);
  }

  /** When it ends by itself, grace included; null where it does not. */
  public @Nullable Instant end() {
    return until == null || onExpiry == Expiry.HOLD ? null : until.plus(grace);
  }

  /** Whether it takes service away or less of it is left. */
  public boolean takesAway() {
    return effect.denies() || effect.isFunding();
  }

  /**
   * The decision that the network obeys.
   *
   * @param id of the case
   * @param index of the entry by which it took effect
   * @param start when it takes effect indeed
   * @param end when it ends by itself indeed, its grace not included; null where it does not
   * @throws IllegalArgumentException where the parts cannot be one decision; the message says why
   */
  public Decision decision(
      String id, long index, Instant start, @Nullable Instant end, boolean witnessed) {
    return new Decision(
        id,
        effect,
        where.scope(),
        Set.copyOf(classes),
        ns(start),
        end == null ? Decision.OPEN : ns(end),
        0,
        grace.toNanos(),
        legalBasis,
        onExpiry,
        Set.copyOf(yieldsTo),
        index,
        false,
        witnessed);
  }

  private static long ns(Instant time) {
    try {
      return Math.addExact(
          Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("its times lie beyond the year 2262", e);
    }
  }
}
