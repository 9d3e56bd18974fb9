package org.orbweaver.core.policy;

import java.util.Set;

/**
 * A decision, as it acts upon service. Never edited, only followed by another; what follows it ends
 * it with {@link #endedAt}. Who asked, who approved and why is in the ledger under its id.
 *
 * @param id stable and printable; {@code scenario:<name>} where only a scenario says so
 * @param effect what it does
 * @param scope to which terminals
 * @param classes to which of their lines, by what they are for; at least one
 * @param fromNs from when: UTC, nanoseconds since the Unix epoch
 * @param untilNs until before when: UTC, nanoseconds since the Unix epoch; {@link #OPEN} for no end
 * @param noticeNs how long before {@code fromNs} it is announced, nanoseconds
 * @param graceNs for how long after {@code untilNs} it still serves those whom it served,
 *     nanoseconds; 0 where it denies
 * @param legalBasis the law, order, contract or policy that it rests on; may be empty
 * @param onExpiry what happens at {@code untilNs}
 * @param yieldsTo of a prohibition: ids of the exemptions that it lets through
 * @param index its entry's index in the ledger, or its place in the scenario; newer is larger
 * @param hypothetical whether only a scenario says so
 * @param witnessed whether witnesses have cosigned its entry
 */
public record Decision(
    String id,
    Effect effect,
    Scope scope,
    Set<ServiceClass> classes,
    long fromNs,
    long untilNs,
    long noticeNs,
    long graceNs,
    String legalBasis,
    Expiry onExpiry,
    Set<String> yieldsTo,
    long index,
    boolean hypothetical,
    boolean witnessed) {
  /** Instead of an end: none is set. */
  public static final long OPEN = Long.MAX_VALUE;

  /** All service classes. */
  public static final Set<ServiceClass> ALL_CLASSES = Set.of(ServiceClass.values());

  /**
   * @throws IllegalArgumentException where the parts cannot be one decision; the message says why
   */
  public Decision {
    classes = Set.copyOf(classes);
    yieldsTo = Set.copyOf(yieldsTo);
    DecisionRules.check(
        id, effect, scope, classes, fromNs, untilNs, noticeNs, graceNs, legalBasis, yieldsTo);
  }

  /** A plain decision of the ledger about all classes of lines, without notice or grace. */
  public static Decision of(
      String id, Effect effect, Scope scope, long fromNs, long untilNs, long index) {
    return new Decision(
        id,
        effect,
        scope,
        ALL_CLASSES,
        fromNs,
        untilNs,
        0,
        0,
        "",
        Expiry.REVERT,
        Set.of(),
        index,
        false,
        false);
  }

  /**
   * The first instant at which it no longer acts, grace included: UTC, nanoseconds since the Unix
   * epoch; {@link #OPEN} where another must end it.
   */
  public long endNs() {
    return onExpiry == Expiry.HOLD || untilNs > OPEN - graceNs ? OPEN : untilNs + graceNs;
  }

  /** Whether it acts at an instant: UTC, nanoseconds since the Unix epoch. */
  public boolean isInForce(long atNs) {
    return atNs >= fromNs && atNs < endNs();
  }

  /** Whether it acts only because nothing has followed it yet, or by its grace. */
  public boolean isOverdue(long atNs) {
    return isInForce(atNs) && atNs >= untilNs;
  }

  /**
   * {@code hypothetical}, {@code unwitnessed} or {@code witnessed}: how far to trust the decision.
   */
  public String mark() {
    return hypothetical ? "hypothetical" : witnessed ? "witnessed" : "unwitnessed";
  }

  /** The same, ended by another decision at an instant after its start. */
  public Decision endedAt(long endNs) {
    return new Decision(
        id,
        effect,
        scope,
        classes,
        fromNs,
        endNs,
        noticeNs,
        0,
        legalBasis,
        Expiry.REVERT,
        yieldsTo,
        index,
        hypothetical,
        witnessed);
  }

  /** The same, now cosigned by witnesses or not. */
  public Decision witnessed(boolean isWitnessed) {
    return new Decision(
        id,
        effect,
        scope,
        classes,
        fromNs,
        untilNs,
        noticeNs,
        graceNs,
        legalBasis,
        onExpiry,
        yieldsTo,
        index,
        hypothetical,
        isWitnessed);
  }
}
