package org.orbweaver.governance.accounts;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import org.orbweaver.governance.merkle.Hash;

/**
 * What a dry run said.
 *
 * @param atNs when, UTC, since the Unix epoch
 * @param wave which wave, from 0
 * @param cut the terminals that the wave would have cut
 */
public record Rehearsal(long atNs, int wave, SortedSet<String> cut) {
  public Rehearsal {
    cut = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(cut));
  }

  /** What the ledger has of it: over the wave and each terminal that would be cut, a line each. */
  public Hash hash() {
    StringBuilder text = new StringBuilder("orbweaver-dry-run/1\n").append(wave).append('\n');
    cut.forEach(terminal -> text.append(terminal).append('\n'));
    return Hash.leaf(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
