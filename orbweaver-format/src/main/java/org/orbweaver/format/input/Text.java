package org.orbweaver.format.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Problems;

/** Text of a file: strict UTF-8 without control characters. */
public final class Text {
  private Text() {}

  /** Reads a file as text, or gives null and reports why it cannot. */
  public static @Nullable String read(Path file, String shownAs, int limit, Problems problems) {
    byte[] bytes = Input.read(file, shownAs, limit, problems);
    return bytes == null ? null : decode(bytes, shownAs, problems);
  }

  /**
   * Decodes strict UTF-8; a byte order mark at the beginning is left out. Null where a byte or a
   * character is not allowed, which is reported with its line and column.
   */
  public static @Nullable String decode(byte[] bytes, String shownAs, Problems problems) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String all = out.flip().toString();
    String text = all.startsWith("\uFEFF") ? all.substring(1) : all;
    if (result.isError()) {
      reportByte(bytes, in.position(), text, shownAs, problems);
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
      if (control || c == '\uFFFE' || c == '\uFFFF') {
        int[] place = place(text, i);
        problems.add(
            shownAs,
            place[0],
            place[1],
            "file",
            "holds the control character " + hex("U+", c, 4),
            "text in UTF-8");
        return null;
      }
    }
    return text;
  }

  /** Line and column, both from 1, of a character; columns count code points. */
  public static int[] place(String text, int index) {
    int line = 1;
    int lineStart = 0;
    int end = Math.min(index, text.length());
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !crOfCrLf) {
        line++;
        lineStart = i + 1;
      }
    }
    return new int[] {line, text.codePointCount(lineStart, end) + 1};
  }

  private static void reportByte(
      byte[] bytes, int at, String before, String shownAs, Problems problems) {
    int[] place = place(before, before.length());
    boolean utf16 =
        bytes.length >= 2
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    problems.add(
        shownAs,
        place[0],
        place[1],
        "file",
        utf16
            ? "is UTF-16"
            : "holds the byte " + hex("0x", bytes[at] & 0xff, 2) + ", which is not UTF-8",
        "text in UTF-8");
  }

  private static String hex(String prefix, int value, int digits) {
    String hex = Integer.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    return prefix + "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }
}
