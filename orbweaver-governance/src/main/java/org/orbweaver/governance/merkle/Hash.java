package org.orbweaver.governance.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.StrictBase64;

/** A SHA-256 hash in the tree of RFC 6962, section 2.1. */
public final class Hash {
  /** Length of a hash. */
  public static final int BYTES = 32;

  /** Of the tree without entries. */
  public static final Hash EMPTY = new Hash(sha256().digest());

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Of an entry: {@code SHA-256(0x00 || entry)}. */
  public static Hash leaf(byte[] entry) {
    MessageDigest sha256 = sha256();
    sha256.update(LEAF);
    return new Hash(sha256.digest(entry));
  }

  /** Of two subtrees: {@code SHA-256(0x01 || left || right)}. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest sha256 = sha256();
    sha256.update(NODE);
    sha256.update(left.bytes);
    return new Hash(sha256.digest(right.bytes));
  }

  /**
   * Reads a hash from among bytes.
   *
   * @throws IndexOutOfBoundsException where fewer than 32 bytes are left
   */
  public static Hash read(byte[] source, int offset) {
    if (offset < 0 || source.length - offset < BYTES) {
      throw new IndexOutOfBoundsException("no hash at " + offset + " of " + source.length);
    }
    return new Hash(Arrays.copyOfRange(source, offset, offset + BYTES));
  }

  /**
   * Reads the base64 form.
   *
   * @throws MalformedException where it is none
   */
  public static Hash parse(String base64) {
    byte[] bytes = StrictBase64.decode(base64);
    if (bytes.length != BYTES) {
      throw new MalformedException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes);
  }

  /** Writes the 32 bytes. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** As hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In base64, as checkpoints and proofs write it. */
  @Override
  public String toString() {
    return StrictBase64.encode(bytes);
  }
}
