package org.orbweaver.governance.state;

import java.util.Collection;
import java.util.List;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.VerifierKey;

/** Whether an envelope is signed by exactly those who must sign it. */
final class Signatures {
  private Signatures() {}

  static void require(Envelope envelope, Collection<VerifierKey> keys, SignatureCheck signatures) {
    RefusedException.require(envelope.signatures().size() == keys.size(), Refusal.WRONG_SIGNATURES);
    for (VerifierKey key : keys) {
      List<Envelope.Signed> hinted =
          envelope.signatures().stream()
              .filter(signed -> key.idHex().equals(signed.keyId()))
              .toList();
      RefusedException.require(
          hinted.size() == 1 && signatures.holds(envelope, key, hinted.getFirst().signature()),
          Refusal.WRONG_SIGNATURES,
          key.name());
    }
  }
}
