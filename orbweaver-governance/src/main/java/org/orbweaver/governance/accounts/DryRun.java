package org.orbweaver.governance.accounts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.merkle.Hash;

/**
 * Who would be cut by the next wave of an allow-list, before anybody is.
 *
 * @param list the list's id
 * @param wave which wave, from 0
 * @param rows every terminal in the area, by id
 */
public record DryRun(String list, int wave, List<Row> rows) {
  /** A dry run counts for a day. */
  public static final long VALID_NS = FundingTerms.DAY_NS;

  /** Between the announcement and the first wave, at least. */
  public static final long NOTICE_NS = 7 * FundingTerms.DAY_NS;

  /** A terminal in the area. */
  public record Present(String terminal, String line, ServiceClass serviceClass, boolean exempt) {}

  /** What would become of it. */
  public enum Outcome {
    /** It is listed. */
    LISTED,
    /** Its line is essential. */
    ESSENTIAL,
    /** A safety exemption holds for it. */
    EXEMPT,
    /** Its class comes in a later wave or in none. */
    LATER,
    /** It would have no service. */
    CUT
  }

  /** One terminal and what would become of it. */
  public record Row(Present terminal, Outcome outcome) {}

  /** The run for the list's next wave, or after the last one, for that again. */
  public static DryRun of(AllowList list, Collection<Present> present) {
    if (list.waves().isEmpty()) {
      throw new RefusedException("the list " + list.id() + " has no waves");
    }
    int wave = Math.min(list.enforced(), list.waves().size() - 1);
    List<Row> rows = new ArrayList<>();
    for (Present terminal :
        present.stream().sorted(Comparator.comparing(Present::terminal)).toList()) {
      rows.add(new Row(terminal, outcome(list, wave, terminal)));
    }
    return new DryRun(list.id(), wave, List.copyOf(rows));
  }

  private static Outcome outcome(AllowList list, int wave, Present terminal) {
    if (list.listed().contains(terminal.terminal())) {
      return Outcome.LISTED;
    }
    if (terminal.serviceClass().isEssential()) {
      return Outcome.ESSENTIAL;
    }
    if (terminal.exempt()) {
      return Outcome.EXEMPT;
    }
    return list.waves().subList(0, wave + 1).stream()
            .anyMatch(each -> each.classes().contains(terminal.serviceClass()))
        ? Outcome.CUT
        : Outcome.LATER;
  }

  /** The terminals that would be cut. */
  public SortedSet<String> cut() {
    SortedSet<String> cut = new TreeSet<>();
    for (Row row : rows) {
      if (row.outcome() == Outcome.CUT) {
        cut.add(row.terminal().terminal());
      }
    }
    return cut;
  }

  /** What the ledger has of it, see {@link Rehearsal#hash}. */
  public Hash hash() {
    return rehearsal(0).hash();
  }

  /** What is kept of it with the list. */
  public Rehearsal rehearsal(long nowNs) {
    return new Rehearsal(nowNs, wave, cut());
  }

  /**
   * Why the next wave may not come into force, or null where it may.
   *
   * @param list as it is now
   * @param now a dry run of this moment, which is compared with the rehearsed one
   */
  public static @Nullable String refusal(AllowList list, DryRun now, long nowNs) {
    if (list.enforced() == list.waves().size()) {
      return "all waves are in force";
    }
    Wave wave = list.waves().get(list.enforced());
    long earliestNs = Math.max(wave.fromNs(), list.announcedNs() + NOTICE_NS);
    if (nowNs < earliestNs) {
      return "the wave comes at " + Utc.format(earliestNs) + " at the earliest";
    }
    Rehearsal rehearsal = list.rehearsal();
    if (rehearsal == null || rehearsal.wave() != list.enforced()) {
      return "there was no dry run of this wave";
    }
    if (nowNs > rehearsal.atNs() + VALID_NS) {
      return "the dry run of " + Utc.format(rehearsal.atNs()) + " is older than a day";
    }
    SortedSet<String> surprised = now.cut();
    surprised.removeAll(rehearsal.cut());
    return surprised.isEmpty()
        ? null
        : "it would cut " + surprised.first() + ", of which the dry run did not know";
  }
}
