package org.orbweaver.governance.entry;

import java.nio.charset.StandardCharsets;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.StrictBase64;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * That somebody holds a private key: its signature over the ledger's origin and their id. Without
 * it one could give somebody else's key as one's own.
 */
public final class KeyProof {
  /** In the place of an id where it is about the log's own key; no id is written so. */
  public static final String LOG = "THE LOG";

  private static final String HANDOVER = "THE NEXT LOG";

  private KeyProof() {}

  /** The proof, base64. */
  public static String make(String origin, String id, SignerKey key) {
    return StrictBase64.encode(key.sign(message(origin, id, key.verifier())));
  }

  /** Whether it is one. */
  public static boolean holds(String origin, String id, VerifierKey key, String proof) {
    try {
      return key.verifies(message(origin, id, key), StrictBase64.decode(proof));
    } catch (MalformedException e) {
      return false;
    }
  }

  /** The word of the log's key for the one that follows it, base64. */
  public static String handOver(SignerKey old, VerifierKey next) {
    return StrictBase64.encode(old.sign(message(old.name(), HANDOVER, next)));
  }

  /** Whether it is that. */
  public static boolean isHandedOver(VerifierKey old, VerifierKey next, String handover) {
    try {
      return old.verifies(message(old.name(), HANDOVER, next), StrictBase64.decode(handover));
    } catch (MalformedException e) {
      return false;
    }
  }

  private static byte[] message(String origin, String id, VerifierKey key) {
    return ("orbweaver-key-proof/1\n" + origin + "\n" + id + "\n" + key + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
