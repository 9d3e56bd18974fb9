package org.orbweaver.governance.signing;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * A name and a private key. The text form, which only {@link KeyFile} should see, is {@code
 * PRIVATE+KEY+name+keyid+base64(type || seed)}, as Go's {@code golang.org/x/mod/sumdb/note} has it.
 */
public final class SignerKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  private final byte[] seed;
  private final PrivateKey key;
  private final VerifierKey verifier;

  private SignerKey(String name, KeyType type, byte[] seed) {
    this.seed = seed.clone();
    this.key = Ed25519.privateKey(seed);
    this.verifier = new VerifierKey(name, type, Ed25519.publicKeyOf(seed));
  }

  /**
   * A new key.
   *
   * @throws MalformedException where the name may not be one
   */
  public static SignerKey generate(String name, KeyType type, SecureRandom random) {
    return new SignerKey(KeyName.checked(name), type, Ed25519.newSeed(random));
  }

  /**
   * The key of a seed of 32 bytes.
   *
   * @throws MalformedException where the name may not be one or the seed has another length
   */
  public static SignerKey ofSeed(String name, KeyType type, byte[] seed) {
    if (seed.length != Ed25519.KEY_BYTES) {
      throw new MalformedException("a private key has 32 bytes, not " + seed.length);
    }
    return new SignerKey(KeyName.checked(name), type, seed);
  }

  /**
   * Reads the text form. No message repeats any of it.
   *
   * @throws MalformedException where it is none, or the id is not that of name and key
   */
  public static SignerKey parse(String text) {
    String[] parts =
        text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : null;
    if (parts == null || parts.length != 3) {
      throw new MalformedException("a private key has the form PRIVATE+KEY+name+id+base64");
    }
    byte[] bytes;
    try {
      bytes = StrictBase64.decode(parts[2]);
    } catch (MalformedException e) {
      throw new MalformedException("the private key is not base64");
    }
    if (bytes.length != 1 + Ed25519.KEY_BYTES) {
      throw new MalformedException("a private key holds 33 bytes, not " + bytes.length);
    }
    SignerKey key =
        ofSeed(parts[0], KeyType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    if (!key.verifier.idHex().equals(parts[1])) {
      throw new MalformedException("the id is not that of the private key");
    }
    return key;
  }

  /** What others need to believe its signatures. */
  public VerifierKey verifier() {
    return verifier;
  }

  public String name() {
    return verifier.name();
  }

  /** The 64 bytes of a signature over exactly these bytes (RFC 8032). */
  public byte[] sign(byte[] message) {
    return Ed25519.sign(key, message);
  }

  /** The text form, which is secret. */
  String secretText() {
    byte[] bytes = new byte[1 + seed.length];
    bytes[0] = verifier.type().code();
    System.arraycopy(seed, 0, bytes, 1, seed.length);
    return PREFIX + name() + "+" + verifier.idHex() + "+" + StrictBase64.encode(bytes);
  }

  /** Says whose key it is, never the key. */
  @Override
  public String toString() {
    return "private key of " + name() + "+" + verifier.idHex();
  }
}
