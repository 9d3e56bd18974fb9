package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * From one policy to the next. Groups keep their numbers, so that terminals need not be touched;
 * only those move to other groups that a new area holds or a new decision names. A group is judged
 * anew where a decision about it came, went, began or ended.
 */
final class Rejudging {
  private final ServicePolicy before;
  private final PolicyRules old;
  private final PolicyRules now;
  private final long atNs;
  private final boolean sameAreas;
  private final boolean sameOrder;

  /** Whether what a standing says means the same by both rules. */
  private final boolean sameIndices;

  /** By area of the old rules its index in the new, or -1. */
  private final int[] areaNow;

  /** By decision of the old rules its number in the new where it names the same, or -1. */
  private final int[] decisionNow;

  private final Changes changes;

  Rejudging(ServicePolicy before, PolicyRules now, long atNs) {
    this.before = before;
    this.old = before.rules();
    this.now = now;
    this.atNs = atNs;
    sameAreas = old.areas() == now.areas();
    areaNow = new int[old.areas().size()];
    Arrays.setAll(areaNow, this::areaNow);
    decisionNow = new int[old.decisions().size()];
    Arrays.setAll(decisionNow, this::decisionNow);
    sameOrder = isAscending(areaNow);
    sameIndices = sameAreas && isIdentity(decisionNow);
    changes = new Changes(old, before.atNs(), now, atNs);
  }

  private int areaNow(int area) {
    if (sameAreas) {
      return area;
    }
    ServiceArea then = old.areas().area(area);
    int index = now.areas().indexOf(then.id());
    return index >= 0 && now.areas().area(index).shape().equals(then.shape()) ? index : -1;
  }

  private int decisionNow(int decision) {
    if (old == now) {
      return decision;
    }
    Decision then = old.decisions().get(decision);
    int number = now.numberOf(then.id());
    return number >= 0 && now.decisions().get(number).scope().equals(then.scope()) ? number : -1;
  }

  ServicePolicy policy() {
    List<Standing> standings = new ArrayList<>(before.standings().size());
    Verdict[] kept = new Verdict[before.standings().size()];
    for (int g = 0; g < kept.length; g++) {
      Standing then = before.standings().get(g);
      Standing standing = sameIndices ? then : carried(then);
      standings.add(standing);
      if (ranksAsBefore(then, standing) && !changes.concern(then, standing)) {
        kept[g] = before.verdicts()[g];
      }
    }
    Regrouping regrouping = new Regrouping(before.groupOf(), standings);
    if (old != now) {
      add(regrouping);
    }
    return judged(before, now, atNs, regrouping.groupOf(), regrouping.standings(), kept);
  }

  private static ServicePolicy judged(
      ServicePolicy before,
      PolicyRules now,
      long atNs,
      int[] groupOf,
      List<Standing> standings,
      Verdict[] kept) {
    Verdict[] verdicts = Arrays.copyOf(kept, standings.size());
    for (int g = 0; g < verdicts.length; g++) {
      if (verdicts[g] == null) {
        verdicts[g] = now.verdict(standings.get(g), atNs);
      }
    }
    return new ServicePolicy(
        now, before.subjects(), atNs, groupOf, standings, verdicts, before.movers());
  }

  /** A standing by the old rules, said by the indices of the new. */
  private Standing carried(Standing then) {
    return now.standing(
        mapped(then.within(), areaNow),
        then.country(),
        then.serviceClass(),
        mapped(then.naming(), decisionNow),
        then.lost());
  }

  /** Whether a group is in the same areas, and those of the same kin. */
  private boolean ranksAsBefore(Standing then, Standing standing) {
    return then == standing
        || (sameOrder
            && then.within().length == standing.within().length
            && Arrays.equals(mapped(then.areas(), areaNow), standing.areas()));
  }

  private static boolean isIdentity(int[] numbers) {
    for (int n = 0; n < numbers.length; n++) {
      if (numbers[n] != n) {
        return false;
      }
    }
    return true;
  }

  /** Whether areas of both rules rank among each other as they did. */
  private static boolean isAscending(int[] areaNow) {
    int last = -1;
    for (int area : areaNow) {
      if (area >= 0 && area < last) {
        return false;
      }
      last = Math.max(last, area);
    }
    return true;
  }

  private static int[] mapped(int[] from, int[] to) {
    int[] mapped = new int[from.length];
    int count = 0;
    boolean ascending = true;
    for (int index : from) {
      if (to[index] >= 0) {
        ascending &= count == 0 || mapped[count - 1] < to[index];
        mapped[count++] = to[index];
      }
    }
    int[] all = count == mapped.length ? mapped : Arrays.copyOf(mapped, count);
    if (!ascending) {
      Arrays.sort(all);
    }
    return all;
  }

  /** Sorts terminals anew that are in a new area or named by a new decision. */
  private void add(Regrouping regrouping) {
    BitSet keptAreas = bits(areaNow);
    for (int area = keptAreas.nextClearBit(0);
        area < now.areas().size();
        area = keptAreas.nextClearBit(area + 1)) {
      int added = area;
      regrouping.move(
          new AreaSweep(now.areas().area(area).shape()).of(before.subjects()),
          then ->
              now.standing(
                  with(then.within(), added),
                  then.country(),
                  then.serviceClass(),
                  then.naming(),
                  then.lost()));
    }
    BitSet keptDecisions = bits(decisionNow);
    for (int decision : now.naming()) {
      if (!keptDecisions.get(decision)) {
        regrouping.move(
            Grouping.named(now, before.subjects(), decision),
            then -> then.named(with(then.naming(), decision)));
      }
    }
  }

  /** A number more in an ascending row. */
  private static int[] with(int[] some, int more) {
    int[] all = Arrays.copyOf(some, some.length + 1);
    all[some.length] = more;
    Arrays.sort(all);
    return all;
  }

  /** The same policy with some terminals held to be elsewhere. */
  static ServicePolicy moved(ServicePolicy policy, List<HeldPlace> places) {
    int[] groupOf = policy.groupOf().clone();
    StandingGroups groups = new StandingGroups(policy.standings());
    PolicyRules rules = policy.rules();
    for (HeldPlace place : places) {
      int[] within =
          place.areas().stream()
              .mapToInt(rules.areas()::indexOf)
              .filter(index -> index >= 0)
              .sorted()
              .toArray();
      groupOf[place.terminal()] =
          groups.numberOf(
              rules.standing(
                  within,
                  place.country(),
                  policy.subjects().serviceClass(place.terminal()),
                  policy.standings().get(groupOf[place.terminal()]).naming(),
                  place.lost() && within.length > 0));
    }
    return judged(policy, rules, policy.atNs(), groupOf, groups.standings(), policy.verdicts());
  }

  private static BitSet bits(int[] indices) {
    BitSet bits = new BitSet();
    for (int index : indices) {
      if (index >= 0) {
        bits.set(index);
      }
    }
    return bits;
  }
}
