package org.orbweaver.governance.accounts;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Terminals that may be used in an area, from its announcement to its enforcement, wave by wave.
 * Being listed takes nothing from anybody; who is not listed is cut only by a wave, after a dry run
 * has said whom it would cut.
 *
 * @param id such as {@code AL-0001}
 * @param area the service area
 * @param announcedNs when people were told, UTC, since the Unix epoch
 * @param listed terminals
 * @param waves in order of time
 * @param enforced how many waves are in force
 * @param rehearsal the last dry run, or null
 */
public record AllowList(
    String id,
    String area,
    long announcedNs,
    SortedSet<String> listed,
    List<Wave> waves,
    int enforced,
    @Nullable Rehearsal rehearsal) {
  public AllowList {
    Checks.id("an allow-list's id", id);
    Checks.id("an area", area);
    listed = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(listed));
    waves = List.copyOf(waves);
    long beforeNs = announcedNs;
    for (Wave wave : waves) {
      if (wave.fromNs() < beforeNs) {
        throw new RefusedException("waves come one after the other, after the announcement");
      }
      beforeNs = wave.fromNs();
    }
    if (enforced < 0 || enforced > waves.size()) {
      throw new RefusedException("there are " + waves.size() + " waves");
    }
  }

  /** Announced, nobody listed yet. */
  public static AllowList announced(String id, String area, long nowNs, List<Wave> waves) {
    return new AllowList(id, area, nowNs, new TreeSet<>(), waves, 0, null);
  }

  /** With more terminals. */
  public AllowList with(Iterable<String> terminals) {
    SortedSet<String> more = new TreeSet<>(listed);
    for (String terminal : terminals) {
      more.add(Checks.id("a terminal's id", terminal));
    }
    return new AllowList(id, area, announcedNs, more, waves, enforced, rehearsal);
  }

  /** After a dry run. */
  public AllowList rehearsed(Rehearsal run) {
    return new AllowList(id, area, announcedNs, listed, waves, enforced, run);
  }

  /** With its next wave in force. */
  public AllowList enforcedFurther() {
    return new AllowList(id, area, announcedNs, listed, waves, enforced + 1, rehearsal);
  }
}
