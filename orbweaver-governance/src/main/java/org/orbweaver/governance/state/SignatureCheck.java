package org.orbweaver.governance.state;

import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Verifies signatures, at once or later. The fold says which key must have signed; a verifier of
 * many entries collects these questions and answers them on all processors, and then believes the
 * fold only up to the first signature that fails.
 */
@FunctionalInterface
public interface SignatureCheck {
  /** Verifies at once. */
  SignatureCheck AT_ONCE =
      (envelope, key, signature) ->
          key.verifies(Envelope.encode(envelope.payloadType(), envelope.payload()), signature);

  /** Whether the signature is by the key, as far as is known now. */
  boolean holds(Envelope envelope, VerifierKey key, byte[] signature);
}
