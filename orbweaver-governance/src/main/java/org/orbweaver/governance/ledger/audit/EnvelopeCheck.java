package org.orbweaver.governance.ledger.audit;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/** Each entry is a DSSE envelope, and where keys are given, one of them signed it. */
public final class EnvelopeCheck implements EntryCheck {
  private final List<VerifierKey> keys;

  /** Asks for the form only where there are no keys. */
  public EnvelopeCheck(Collection<VerifierKey> keys) {
    this.keys = List.copyOf(keys);
  }

  @Override
  public @Nullable String check(long index, byte[] entry) {
    try {
      Envelope envelope = Envelope.parse(entry);
      return keys.isEmpty() || !envelope.signers(keys).isEmpty()
          ? null
          : "none of the given keys signed it";
    } catch (MalformedException e) {
      return "it is no envelope: " + e.message();
    }
  }
}
