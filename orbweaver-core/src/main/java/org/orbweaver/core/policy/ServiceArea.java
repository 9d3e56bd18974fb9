package org.orbweaver.core.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A part of the Earth about which it can be decided.
 *
 * @param id unique among areas
 * @param parent id of the area that it is a part of, or null
 * @param shape its legal text
 * @param cells the cells that stand for it, or null where none were asked for
 * @param border how moving terminals pass its border
 */
public record ServiceArea(
    String id,
    @Nullable String parent,
    AreaShape shape,
    @Nullable AreaCells cells,
    BorderRule border) {
  /** An area without a parent and without cells. */
  public static ServiceArea of(String id, AreaShape shape) {
    return new ServiceArea(id, null, shape, null, BorderRule.DEFAULT);
  }

  /** SHA-256 of its shape's canonical text, 64 hexadecimal digits. */
  public String shapeHash() {
    return sha256(shape.canonicalText());
  }

  /** SHA-256 of its cells' canonical text, 64 hexadecimal digits; empty where it has none. */
  public String cellsHash() {
    return cells == null ? "" : sha256(cells.canonicalText());
  }

  /**
   * SHA-256 over all of it, 64 hexadecimal digits: of the lines {@code orbweaver-area/1}, id,
   * parent (empty where there is none), shape's hash, cells' hash, and the border's rule, numbers
   * as Java writes them with single spaces between.
   */
  public String hash() {
    return hash(id, parent, shape, cellsHash(), borderText());
  }

  /** The same of an area whose cells and border are known only as {@link #hash()} has them. */
  public static String hash(
      String id, @Nullable String parent, AreaShape shape, String cellsHash, String borderText) {
    return sha256(
        String.join(
            "\n",
            "orbweaver-area/1",
            id,
            parent == null ? "" : parent,
            sha256(shape.canonicalText()),
            cellsHash,
            borderText,
            ""));
  }

  /** The border's rule on one line, as {@link #hash()} has it. */
  public String borderText() {
    return border.enterM()
        + " "
        + border.leaveM()
        + " "
        + border.dwellNs()
        + " "
        + border.warnM()
        + " "
        + border.whenUnknown();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
