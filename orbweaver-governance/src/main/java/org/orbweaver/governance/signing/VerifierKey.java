package org.orbweaver.governance.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/**
 * A name and a public key: all that one needs to believe a signature. Its text form is {@code
 * name+keyid+base64(type || key)} (c2sp.org/signed-note).
 */
public final class VerifierKey {
  private final String name;
  private final KeyType type;
  private final byte[] raw;
  private final PublicPoint key;
  private final int id;

  /**
   * A key of 32 bytes under a name.
   *
   * @throws MalformedException where the name may not be one or the key is none
   */
  VerifierKey(String name, KeyType type, byte[] raw) {
    this.name = KeyName.checked(name);
    this.type = type;
    this.raw = raw.clone();
    this.key = Ed25519.publicKey(raw);
    this.id = KeyName.id(name, type, raw);
  }

  /**
   * Reads the text form.
   *
   * @throws MalformedException where it is none, or the id is not that of name and key
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3) {
      throw new MalformedException("a verifier key has the form name+id+base64: '" + text + "'");
    }
    byte[] bytes = StrictBase64.decode(parts[2]);
    if (bytes.length != 1 + Ed25519.KEY_BYTES) {
      throw new MalformedException("a verifier key holds 33 bytes, not " + bytes.length);
    }
    VerifierKey key =
        new VerifierKey(parts[0], KeyType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!KeyName.hex(key.id).equals(parts[1])) {
      throw new MalformedException(
          "the id of this key is " + KeyName.hex(key.id) + ", not '" + parts[1] + "'");
    }
    return key;
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /** First four bytes of the hash of name and key; a hint, not an identity. */
  public int id() {
    return id;
  }

  /** The id as in the text form, which is also the {@code keyid} in envelopes. */
  public String idHex() {
    return KeyName.hex(id);
  }

  /** The 32 bytes of the key. */
  public byte[] raw() {
    return raw.clone();
  }

  /** Whether a signature of 64 bytes over exactly these bytes is by this key (RFC 8032). */
  public boolean verifies(byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_BYTES && Ed25519.verify(key, message, signature);
  }

  /** The key as SubjectPublicKeyInfo in PEM, for openssl and others; the name is lost. */
  public String toPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(Ed25519.encoded(raw))
        + "\n-----END PUBLIC KEY-----\n";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && type == that.type
        && Arrays.equals(raw, that.raw);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(raw);
  }

  /** The text form. */
  @Override
  public String toString() {
    byte[] bytes = new byte[1 + raw.length];
    bytes[0] = type.code();
    System.arraycopy(raw, 0, bytes, 1, raw.length);
    return name + "+" + idHex() + "+" + StrictBase64.encode(bytes);
  }
}
