package org.orbweaver.governance.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names and ids of keys (c2sp.org/signed-note, "Format" and "Signatures"). */
final class KeyName {
  private KeyName() {}

  /**
   * The name itself where it may be one.
   *
   * @throws MalformedException where it is empty or holds a space, a plus or a control character
   */
  static String checked(String name) {
    if (name.isEmpty() || !name.codePoints().allMatch(KeyName::mayStand)) {
      throw new MalformedException(
          "'" + name + "' is no name of a key: it must hold no space, plus or control character");
    }
    return name;
  }

  private static boolean mayStand(int c) {
    return c != '+'
        && c > 0x20
        && !Character.isSpaceChar(c)
        && !Character.isWhitespace(c)
        && !Character.isISOControl(c)
        && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
  }

  /** The first four bytes of SHA-256 over name, newline, type and key. */
  static int id(String name, KeyType type, byte[] publicKey) {
    MessageDigest sha256 = sha256();
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    sha256.update(type.code());
    return ByteBuffer.wrap(sha256.digest(publicKey)).getInt();
  }

  /** An id as eight hexadecimal digits. */
  static String hex(int id) {
    return "%08x".formatted(id);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }
}
