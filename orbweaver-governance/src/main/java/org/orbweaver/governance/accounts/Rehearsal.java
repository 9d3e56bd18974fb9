package org.orbweaver.governance.accounts;

import java.util.SortedSet;
import java.util.TreeSet;

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
}
