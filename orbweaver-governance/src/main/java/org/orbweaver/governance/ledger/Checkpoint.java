package org.orbweaver.governance.ledger;

import java.util.Arrays;
import java.util.List;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;

/**
 * What a log commits itself to: how many entries it has, and their root (c2sp.org/tlog-checkpoint).
 *
 * @param origin which log; the name of its key
 * @param size number of entries
 * @param root of the tree of all of them
 * @param extensions further lines, of which nobody here makes anything
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || size < 0) {
      throw new MalformedException("a checkpoint has an origin and a size");
    }
  }

  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  /**
   * Reads the text of a note.
   *
   * @throws MalformedException where it is no checkpoint
   */
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new MalformedException("a checkpoint ends with a newline");
    }
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    if (lines.length < 3 || Arrays.stream(lines).anyMatch(String::isEmpty)) {
      throw new MalformedException("a checkpoint has lines for origin, size and root, none empty");
    }
    return new Checkpoint(
        lines[0],
        Decimal.parse(lines[1]),
        Hash.parse(lines[2]),
        Arrays.asList(lines).subList(3, lines.length));
  }

  /** The text of its note. */
  public String text() {
    StringBuilder text = new StringBuilder(origin).append('\n').append(size).append('\n');
    text.append(root).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
