package org.orbweaver.governance.accounts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;

/**
 * A terminal's right to service where only authorised ones have it, or its exemption for safety.
 * Neither takes anything from anybody; what does is a decision of a case.
 *
 * @param id such as {@code AUT-0001}
 * @param terminal whose
 * @param grant what is granted
 * @param fromNs from when, UTC, since the Unix epoch
 * @param untilNs until before when; null where no end is set, which an exemption must have
 * @param basis the law, contract or decision that it rests on
 * @param revokedNs when it was taken back; null where it was not
 */
public record Authorisation(
    String id,
    String terminal,
    Grant grant,
    long fromNs,
    @Nullable Long untilNs,
    String basis,
    @Nullable Long revokedNs) {
  /** What is granted. */
  public enum Grant {
    /** It may be used. */
    ALLOW,
    /** It is served whatever stands below a prohibition, being one of an essential line. */
    EXEMPT
  }

  public Authorisation {
    Checks.id("an authorisation's id", id);
    Checks.id("a terminal's id", terminal);
    Checks.text("a basis", basis);
    if (untilNs != null && untilNs <= fromNs) {
      throw new RefusedException("the authorisation " + id + " ends before it begins");
    }
    if (grant == Grant.EXEMPT && untilNs == null) {
      throw new RefusedException("an exemption is limited in time");
    }
  }

  /** When it ends, taken back or not; {@link Decision#OPEN} where nothing ends it. */
  public long endNs() {
    long endNs = untilNs == null ? Decision.OPEN : untilNs;
    return revokedNs == null ? endNs : Math.min(endNs, revokedNs);
  }

  /** Whether it holds at a moment. */
  public boolean holdsAt(long ns) {
    return fromNs <= ns && ns < endNs();
  }

  /** Taken back. */
  public Authorisation revokedAt(long ns) {
    if (revokedNs != null) {
      throw new RefusedException(
          "the authorisation " + id + " was taken back at " + Utc.format(revokedNs));
    }
    return new Authorisation(id, terminal, grant, fromNs, untilNs, basis, ns);
  }

  /**
   * What it means for the network, or null where it was taken back before it began.
   *
   * @param index of its entry in the ledger
   * @param hypothetical whether no ledger says so
   */
  public @Nullable Decision decision(long index, boolean hypothetical) {
    if (endNs() <= fromNs) {
      return null;
    }
    boolean exempt = grant == Grant.EXEMPT;
    return new Decision(
        "authorisation:" + id,
        exempt ? Effect.EXEMPT : Effect.ENABLE,
        new Scope.OfTerminals(Set.of(terminal)),
        exempt
            ? Set.of(ServiceClass.EMERGENCY, ServiceClass.HOSPITAL, ServiceClass.RELIEF)
            : Decision.ALL_CLASSES,
        fromNs,
        endNs(),
        0,
        0,
        basis,
        Expiry.REVERT,
        Set.of(),
        index,
        hypothetical,
        false);
  }
}
