package org.orbweaver.governance.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import org.orbweaver.governance.json.Json;
import org.orbweaver.governance.json.JsonException;
import org.orbweaver.governance.json.JsonReader;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.StrictBase64;

/**
 * What stands in the ledger instead of content that is secret for a time: that it exists, of which
 * class it is, when it will be shown, and a commitment by which it can then be recognised. So what
 * is secret can be counted, and cannot be exchanged. The salt, 32 random bytes, keeps short
 * contents from being guessed; it is shown with the content.
 *
 * @param contentClass such as {@code legal-request}
 * @param reveal day on which the content is due, UTC
 * @param commitment {@code SHA-256("orbweaver-sealed/1\n" || salt || length of class as 4 bytes ||
 *     class || content)}, base64
 */
public record SealedContent(String contentClass, LocalDate reveal, String commitment) {
  /** Payload type of the envelope around it. */
  public static final String TYPE = "application/vnd.orbweaver.sealed.v1+json";

  /** Length of a salt. */
  public static final int SALT_BYTES = 32;

  private static final byte[] DOMAIN = "orbweaver-sealed/1\n".getBytes(StandardCharsets.US_ASCII);

  public SealedContent {
    if (!contentClass.matches("[a-z][a-z0-9-]{0,63}")) {
      throw new MalformedException(
          "a class is lower-case letters, digits and hyphens: '" + contentClass + "'");
    }
    if (StrictBase64.decode(commitment).length != 32) {
      throw new MalformedException("a commitment has 32 bytes");
    }
  }

  /** A new salt. */
  public static byte[] newSalt(SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  /**
   * Seals a content.
   *
   * @throws MalformedException where the class is none or the salt has another length
   */
  public static SealedContent seal(
      String contentClass, LocalDate reveal, byte[] salt, byte[] content) {
    return new SealedContent(contentClass, reveal, commitment(contentClass, salt, content));
  }

  /** Whether this content, with this salt, is what was sealed. */
  public boolean isOpenedBy(byte[] salt, byte[] content) {
    return salt.length == SALT_BYTES && commitment(contentClass, salt, content).equals(commitment);
  }

  private static String commitment(String contentClass, byte[] salt, byte[] content) {
    if (salt.length != SALT_BYTES) {
      throw new MalformedException("a salt has 32 bytes, not " + salt.length);
    }
    try {
      byte[] name = contentClass.getBytes(StandardCharsets.US_ASCII);
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(DOMAIN);
      sha256.update(salt);
      sha256.update(ByteBuffer.allocate(4).putInt(name.length).array());
      sha256.update(name);
      return StrictBase64.encode(sha256.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }

  /**
   * Reads a payload.
   *
   * @throws MalformedException where it is none
   */
  public static SealedContent parse(byte[] payload) {
    try {
      if (JsonReader.read(payload) instanceof Json.Obj object
          && object.members().keySet().equals(Set.of("class", "reveal", "commitment"))) {
        return new SealedContent(
            text(object.members(), "class"),
            LocalDate.parse(text(object.members(), "reveal")),
            text(object.members(), "commitment"));
      }
    } catch (JsonException | DateTimeParseException e) {
      throw new MalformedException("not sealed content: " + e.getMessage());
    }
    throw new MalformedException("sealed content has a class, a reveal and a commitment");
  }

  private static String text(Map<String, Json> members, String key) {
    if (members.get(key) instanceof Json.Str text) {
      return text.value();
    }
    throw new MalformedException("the member \"" + key + "\" must be a text");
  }

  /** The payload. */
  public byte[] bytes() {
    return ("{\"class\":"
            + Json.quote(contentClass)
            + ",\"commitment\":"
            + Json.quote(commitment)
            + ",\"reveal\":"
            + Json.quote(reveal.toString())
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
