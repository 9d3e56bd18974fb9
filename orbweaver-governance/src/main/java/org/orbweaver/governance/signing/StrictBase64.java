package org.orbweaver.governance.signing;

import java.util.Base64;

/**
 * Base 64 of RFC 4648, section 4, of which each sequence of bytes has exactly one form: with
 * padding and with unused bits zero. Java's own decoder is more generous, and two spellings of one
 * signature would be two notes.
 */
public final class StrictBase64 {
  private StrictBase64() {}

  /** The one spelling of the bytes. */
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The bytes of a text.
   *
   * @throws MalformedException where the text is not the one spelling of them
   */
  public static byte[] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new MalformedException("not base64: '" + shortened(text) + "'");
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
