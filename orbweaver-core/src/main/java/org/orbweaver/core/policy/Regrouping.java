package org.orbweaver.core.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Moves terminals to other groups. Nothing is copied before the first of them moves. */
final class Regrouping {
  private final int[] before;
  private final List<Standing> standings;
  private int @Nullable [] groupOf;
  private @Nullable StandingGroups groups;

  /**
   * @param groupOf by terminal its group; not written to
   * @param standings by group
   */
  Regrouping(int[] groupOf, List<Standing> standings) {
    this.before = groupOf;
    this.standings = standings;
  }

  /** Moves terminals to the groups of those that stand as they do then. */
  void move(int[] terminals, UnaryOperator<Standing> then) {
    if (terminals.length == 0) {
      return;
    }
    int[] moved = groupOf;
    StandingGroups known = groups;
    if (moved == null || known == null) {
      moved = before.clone();
      known = new StandingGroups(standings);
      groupOf = moved;
      groups = known;
    }
    // Who stood alike stands alike.
    Map<Integer, Integer> next = new HashMap<>();
    for (int terminal : terminals) {
      Integer group = next.get(moved[terminal]);
      if (group == null) {
        group = known.numberOf(then.apply(known.standings().get(moved[terminal])));
        next.put(moved[terminal], group);
      }
      moved[terminal] = group;
    }
  }

  int[] groupOf() {
    return groupOf == null ? before : groupOf;
  }

  List<Standing> standings() {
    return groups == null ? standings : groups.standings();
  }
}
