package org.orbweaver.governance.ledger;

import java.time.Duration;
import java.util.OptionalLong;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.UntrustedException;

/**
 * Nothing is done that is not in the ledger first. Whoever carries out a decision asks here with
 * the entry and its proof, and acts only where that is granted.
 */
public final class LogBeforeAct {
  /** How much must have been seen by others before the act. */
  public enum Need {
    /** The witnesses' quorum: every decision. */
    WITNESSED,
    /**
     * The log's own signature, cosignatures to follow within {@link #GRACE}: restoring the last
     * approved state, and break-glass.
     */
    LOGGED
  }

  /** How long cosignatures may take where the act does not wait for them. */
  public static final Duration GRACE = Duration.ofMinutes(15);

  /** The answer. */
  public sealed interface Verdict {
    /**
     * The act may happen.
     *
     * @param witnessed whether the quorum has seen it; else it must be marked unwitnessed wherever
     *     it shows
     * @param cosignaturesDueS until when the quorum must have seen it, seconds since the Unix
     *     epoch; empty where it has, or where the policy asks for none
     */
    record Granted(TrustPolicy.Trusted trusted, boolean witnessed, OptionalLong cosignaturesDueS)
        implements Verdict {}

    /** The act must not happen; the reason is for the record. */
    record Refused(String reason) implements Verdict {}
  }

  private final TrustPolicy policy;

  public LogBeforeAct(TrustPolicy policy) {
    this.policy = policy;
  }

  /**
   * Whether an entry may be acted upon.
   *
   * @param proof the bytes of a proof file
   * @param nowS seconds since the Unix epoch
   */
  public Verdict ask(byte[] entry, byte[] proof, Need need, long nowS) {
    TrustPolicy.Trusted trusted;
    try {
      trusted = ProofFile.parse(proof).verify(entry, policy);
    } catch (MalformedException | UntrustedException e) {
      return new Verdict.Refused(String.valueOf(e.getMessage()));
    }
    if (trusted.witnessed() || !policy.asksForWitnesses()) {
      return new Verdict.Granted(trusted, trusted.witnessed(), OptionalLong.empty());
    }
    return switch (need) {
      case WITNESSED -> new Verdict.Refused("not enough witnesses have seen it");
      case LOGGED ->
          new Verdict.Granted(
              trusted, false, OptionalLong.of(Math.addExact(nowS, GRACE.toSeconds())));
    };
  }
}
