package org.orbweaver.core.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Sorts all terminals by where they stand. */
final class Grouping {
  /** Terminals that go to a thread together. */
  private static final int CHUNK = 32_768;

  private Grouping() {}

  /** Terminals' groups, and the groups' standings. */
  record Result(int[] groupOf, List<Standing> standings) {}

  static Result of(PolicyRules rules, Subjects subjects) {
    Map<Integer, IntList> naming = naming(rules, subjects);
    int chunks = Math.ceilDiv(subjects.size(), CHUNK);
    int[] groupOf = new int[subjects.size()];
    IntStream all = IntStream.range(0, chunks);
    List<StandingGroups> partial =
        (chunks > 1 ? all.parallel() : all)
            .mapToObj(chunk -> fill(rules, subjects, naming, chunk, groupOf))
            .toList();
    StandingGroups whole = new StandingGroups();
    for (int chunk = 0; chunk < chunks; chunk++) {
      int[] number = partial.get(chunk).standings().stream().mapToInt(whole::numberOf).toArray();
      for (int t = chunk * CHUNK; t < end(subjects, chunk); t++) {
        groupOf[t] = number[groupOf[t]];
      }
    }
    return new Result(groupOf, whole.standings());
  }

  private static int end(Subjects subjects, int chunk) {
    return Math.min(subjects.size(), (chunk + 1) * CHUNK);
  }

  private static StandingGroups fill(
      PolicyRules rules,
      Subjects subjects,
      Map<Integer, IntList> naming,
      int chunk,
      int[] groupOf) {
    AreaIndex places = rules.areas().places();
    int[] found = new int[places.most()];
    StandingGroups groups = new StandingGroups();
    Standing last = null;
    for (int t = chunk * CHUNK; t < end(subjects, chunk); t++) {
      int count = places.find(subjects.latNd(t), subjects.lonNd(t), found);
      IntList named = naming.get(t);
      if (last != null && named == null && isLike(last, found, count, subjects, t)) {
        groupOf[t] = groupOf[t - 1];
        continue;
      }
      last =
          rules.standing(
              Arrays.copyOf(found, count),
              subjects.country(t),
              subjects.serviceClass(t),
              named == null ? new int[0] : named.toArray(),
              false);
      groupOf[t] = groups.numberOf(last);
    }
    return groups;
  }

  /** Neighbours in the table often stand alike, which is seen faster than looked up. */
  private static boolean isLike(
      Standing last, int[] found, int count, Subjects subjects, int terminal) {
    return last.naming().length == 0
        && last.serviceClass() == subjects.serviceClass(terminal)
        && Objects.equals(last.country(), subjects.country(terminal))
        && Arrays.equals(last.within(), 0, last.within().length, found, 0, count);
  }

  /** By terminal the decisions that name it. */
  private static Map<Integer, IntList> naming(PolicyRules rules, Subjects subjects) {
    Map<Integer, IntList> naming = new HashMap<>();
    for (int d : rules.naming()) {
      for (int t : named(rules, subjects, d)) {
        naming.computeIfAbsent(t, key -> new IntList()).add(d);
      }
    }
    return naming;
  }

  /** The terminals that a decision about terminals names, as far as there are any; each once. */
  static int[] named(PolicyRules rules, Subjects subjects, int decision) {
    return ((Scope.OfTerminals) rules.decisions().get(decision).scope())
        .terminals().stream().mapToInt(subjects::indexOf).filter(t -> t >= 0).toArray();
  }
}
