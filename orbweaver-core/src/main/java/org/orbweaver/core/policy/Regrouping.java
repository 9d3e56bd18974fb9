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
  private @Nullable Moved moved;

  /** What {@link #before} and {@link #standings} have become. */
  private record Moved(int[] groupOf, StandingGroups groups) {}

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
    if (moved == null) {
      moved = new Moved(before.clone(), new StandingGroups(standings));
    }
    int[] groupOf = moved.groupOf();
    StandingGroups known = moved.groups();
    // Who stood alike stands alike.
    Map<Integer, Integer> next = new HashMap<>();
    for (int terminal : terminals) {
      Integer group = next.get(groupOf[terminal]);
      if (group == null) {
        group = known.numberOf(then.apply(known.standings().get(groupOf[terminal])));
        next.put(groupOf[terminal], group);
      }
      groupOf[terminal] = group;
    }
  }

  int[] groupOf() {
    return moved == null ? before : moved.groupOf();
  }

  List<Standing> standings() {
    return moved == null ? standings : moved.groups().standings();
  }
}
