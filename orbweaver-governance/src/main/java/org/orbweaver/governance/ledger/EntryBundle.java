package org.orbweaver.governance.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orbweaver.governance.signing.MalformedException;

/**
 * Up to 256 entries in a row, each after its length as a big-endian uint16 (c2sp.org/tlog-tiles).
 */
public final class EntryBundle {
  /** Longest entry. */
  public static final int LONGEST = 65_535;

  private EntryBundle() {}

  /**
   * Writes entries.
   *
   * @throws MalformedException where one is longer than 65,535 bytes
   */
  public static byte[] encode(List<byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST) {
        throw new MalformedException(
            "an entry of " + entry.length + " bytes is longer than " + LONGEST);
      }
      out.write(entry.length >> 8);
      out.write(entry.length);
      out.writeBytes(entry);
    }
    return out.toByteArray();
  }

  /**
   * Reads as many entries as are there, up to a count; what is whole is given even where the rest
   * is not.
   *
   * @param broken what is wrong with what follows the entries, or empty
   */
  public record Read(List<byte[]> entries, String broken) {}

  /** Reads a bundle that should hold so many entries and nothing else. */
  public static Read read(byte[] bytes, int count) {
    List<byte[]> entries = new ArrayList<>(count);
    int at = 0;
    while (entries.size() < count) {
      if (bytes.length - at < 2) {
        return new Read(entries, "the bundle ends after " + entries.size() + " entries");
      }
      int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      at += 2;
      if (bytes.length - at < length) {
        return new Read(entries, "the bundle ends within an entry");
      }
      entries.add(Arrays.copyOfRange(bytes, at, at + length));
      at += length;
    }
    return new Read(entries, at == bytes.length ? "" : "bytes follow the last entry of the bundle");
  }

  /**
   * Reads a bundle of exactly so many entries.
   *
   * @throws MalformedException where it holds fewer, or more bytes
   */
  public static List<byte[]> decode(byte[] bytes, int count) {
    Read read = read(bytes, count);
    if (!read.broken().isEmpty()) {
      throw new MalformedException(read.broken());
    }
    return read.entries();
  }
}
