package org.orbweaver.governance.ledger;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orbweaver.governance.signing.MalformedException;

/**
 * Where a tile or a bundle of entries lies (c2sp.org/tlog-tiles).
 *
 * @param level of the hashes; {@link #ENTRIES} for bundles
 * @param index within the level
 * @param width hashes or entries in it; 256 where it is full
 */
public record TilePath(int level, long index, int width) {
  /** Instead of a level: entries themselves. */
  public static final int ENTRIES = -1;

  /** Hashes or entries in a full tile. */
  public static final int FULL = 256;

  /** Levels that a tree of less than 2^63 entries can have. */
  static final int LEVELS = 8;

  private static final Pattern FORM =
      Pattern.compile(
          "tile/(entries|0|[1-9]\\d?)/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

  public TilePath {
    if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
      throw new MalformedException("no tile " + level + "/" + index + " of width " + width);
    }
  }

  /**
   * The tile at an index, as wide as a tree of a size makes it.
   *
   * @throws MalformedException where the tree has no such tile
   */
  public static TilePath of(int level, long index, long size) {
    long hashes = size >> (8 * Math.max(level, 0));
    return new TilePath(level, index, (int) Math.clamp(hashes - index * FULL, 0, FULL));
  }

  /**
   * Reads a path without a leading slash.
   *
   * @throws MalformedException where it is none
   */
  public static TilePath parse(String path) {
    Matcher matcher = FORM.matcher(path);
    if (!matcher.matches()) {
      throw new MalformedException("no path of a tile: '" + path + "'");
    }
    String name = matcher.group(1);
    String digits = matcher.group(2).replaceAll("[x/]", "");
    int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
    TilePath tile =
        new TilePath(
            name.equals("entries") ? ENTRIES : Integer.parseInt(name),
            Long.parseLong(digits),
            width);
    if (!tile.path().equals(path)) {
      throw new MalformedException("no path of a tile: '" + path + "'");
    }
    return tile;
  }

  /** Whether nothing can be added to it. */
  public boolean isFull() {
    return width == FULL;
  }

  /** The same tile once it is full. */
  public TilePath full() {
    return new TilePath(level, index, FULL);
  }

  /** The path, without a leading slash. */
  public String path() {
    StringBuilder groups = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    return "tile/"
        + (level == ENTRIES ? "entries" : level)
        + "/"
        + groups
        + (isFull() ? "" : ".p/" + width);
  }

  /** The folder of its partial forms. */
  public String partialFolder() {
    return full().path() + ".p";
  }

  @Override
  public String toString() {
    return path();
  }
}
