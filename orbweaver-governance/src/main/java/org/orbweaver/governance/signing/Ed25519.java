package org.orbweaver.governance.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/**
 * Ed25519 (RFC 8032) on raw keys of 32 bytes. The JDK signs; Bouncy Castle verifies, because it
 * does so some eight times faster and a ledger is verified by everybody.
 */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410, section 4). */
  private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The X.509 form of a raw public key. */
  static byte[] encoded(byte[] publicKey) {
    byte[] encoded = new byte[PUBLIC_PREFIX.length + KEY_BYTES];
    System.arraycopy(PUBLIC_PREFIX, 0, encoded, 0, PUBLIC_PREFIX.length);
    System.arraycopy(publicKey, 0, encoded, PUBLIC_PREFIX.length, KEY_BYTES);
    return encoded;
  }

  /**
   * A public key for verifying.
   *
   * @throws MalformedException where the bytes are no point of the curve's group of prime order:
   *     with one of the few others anybody could sign anything
   */
  static PublicPoint publicKey(byte[] raw) {
    PublicPoint point =
        raw.length == KEY_BYTES
            ? org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFullExport(raw, 0)
            : null;
    if (point == null) {
      throw new MalformedException("not an Ed25519 public key");
    }
    return point;
  }

  static PrivateKey privateKey(byte[] seed) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java machine lacks Ed25519", e);
    }
  }

  /** The raw public key of a seed. */
  static byte[] publicKeyOf(byte[] seed) {
    // The JDK computes it only where it generates a pair; so it generates from this seed.
    byte[] encoded = pair(new SeedAsRandom(seed)).getPublic().getEncoded();
    byte[] raw = new byte[KEY_BYTES];
    System.arraycopy(encoded, encoded.length - KEY_BYTES, raw, 0, KEY_BYTES);
    return raw;
  }

  /** A new seed. */
  static byte[] newSeed(SecureRandom random) {
    return ((EdECPrivateKey) pair(random).getPrivate()).getBytes().orElseThrow();
  }

  private static KeyPair pair(SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java machine lacks Ed25519", e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }

  /** Whether 64 bytes are a signature over a message. */
  static boolean verify(PublicPoint key, byte[] message, byte[] signed) {
    return org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
        signed, 0, key, message, 0, message.length);
  }

  /** Gives a seed to whoever asks for random bytes. */
  private static final class SeedAsRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    SeedAsRandom(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
