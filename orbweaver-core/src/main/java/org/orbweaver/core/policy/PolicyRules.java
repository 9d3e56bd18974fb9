package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that has been decided, and the areas that it is about: what holds at which instant follows
 * from it alone. Immutable.
 */
public final class PolicyRules {
  /** Nothing is decided and everybody is served. */
  public static final PolicyRules NONE = new PolicyRules(AreaTable.EMPTY, List.of(), true);

  private final AreaTable areas;
  private final List<Decision> decisions;
  private final boolean servedByDefault;

  /** By decision the index of its area, or -1 where it is not about one. */
  private final int[] areaOf;

  private final int[] everywhere;
  private final int[][] byArea;
  private final Map<String, int[]> byCountry;
  private final Map<String, Integer> numberById;

  /**
   * @param decisions in any order; those that are over may be left out or not
   * @param servedByDefault whether a terminal is served about which nothing is decided
   * @throws IllegalArgumentException where two decisions have the same id or one names an unknown
   *     area
   */
  public PolicyRules(AreaTable areas, List<Decision> decisions, boolean servedByDefault) {
    this.areas = areas;
    this.decisions = List.copyOf(decisions);
    this.servedByDefault = servedByDefault;
    areaOf = new int[decisions.size()];
    numberById = HashMap.newHashMap(decisions.size());
    IntList all = new IntList();
    IntList[] inArea = new IntList[areas.size()];
    Map<String, IntList> inCountry = new HashMap<>();
    for (int d = 0; d < areaOf.length; d++) {
      Decision decision = decisions.get(d);
      if (numberById.put(decision.id(), d) != null) {
        throw new IllegalArgumentException("two decisions are called " + decision.id());
      }
      areaOf[d] = -1;
      switch (decision.scope()) {
        case Scope.Everywhere every -> all.add(d);
        case Scope.InCountries in -> {
          for (String country : in.countries()) {
            inCountry.computeIfAbsent(country, key -> new IntList()).add(d);
          }
        }
        case Scope.InArea in -> {
          int area = areas.indexOf(in.area());
          if (area < 0) {
            throw new IllegalArgumentException(
                "decision " + decision.id() + " is about area " + in.area() + ", which is none");
          }
          areaOf[d] = area;
          inArea[area] = inArea[area] == null ? new IntList() : inArea[area];
          inArea[area].add(d);
        }
        case Scope.OfTerminals of -> {}
      }
    }
    everywhere = all.toArray();
    byArea = new int[areas.size()][];
    for (int a = 0; a < byArea.length; a++) {
      byArea[a] = inArea[a] == null ? new int[0] : inArea[a].toArray();
    }
    byCountry = HashMap.newHashMap(inCountry.size());
    inCountry.forEach((country, list) -> byCountry.put(country, list.toArray()));
  }

  public AreaTable areas() {
    return areas;
  }

  /** All decisions. */
  public List<Decision> decisions() {
    return decisions;
  }

  /** A decision by its id, or null. */
  public @Nullable Decision decision(String id) {
    Integer number = numberById.get(id);
    return number == null ? null : decisions.get(number);
  }

  /** Whether a terminal is served about which nothing is decided. */
  public boolean servedByDefault() {
    return servedByDefault;
  }

  /** The same with other decisions. */
  public PolicyRules with(List<Decision> others) {
    return new PolicyRules(areas, others, servedByDefault);
  }

  /** The number of a decision, or -1. */
  int numberOf(String id) {
    return numberById.getOrDefault(id, -1);
  }

  /** The index of the area that a decision is about, or -1. */
  int areaOf(int decision) {
    return areaOf[decision];
  }

  /**
   * The first instant after another at which a decision begins or ends: UTC, nanoseconds since the
   * Unix epoch; {@link Decision#OPEN} where there is none.
   */
  public long nextChangeNs(long afterNs) {
    long next = Decision.OPEN;
    for (Decision decision : decisions) {
      if (decision.fromNs() > afterNs) {
        next = Math.min(next, decision.fromNs());
      } else if (decision.endNs() > afterNs) {
        next = Math.min(next, decision.endNs());
      }
    }
    return next;
  }

  /**
   * What holds for one terminal at one instant.
   *
   * @param atNs UTC, nanoseconds since the Unix epoch
   */
  public Verdict verdict(Subject subject, long atNs) {
    return verdict(standing(subject), atNs);
  }

  /** The areas that a terminal is in, their ancestors among them: indices, the smallest first. */
  public int[] areasAt(Subject subject) {
    return standing(subject).areas();
  }

  Verdict verdict(Standing standing, long atNs) {
    Contest contest = new Contest(this, standing);
    for (int d : about(standing)) {
      Decision decision = decisions.get(d);
      if (decision.isInForce(atNs) && decision.classes().contains(standing.serviceClass())) {
        contest.hear(d);
      }
    }
    return contest.verdict();
  }

  /** Where one terminal stands. */
  Standing standing(Subject subject) {
    IntList naming = new IntList();
    for (int d = 0; d < decisions.size(); d++) {
      if (decisions.get(d).scope() instanceof Scope.OfTerminals of
          && of.terminals().contains(subject.terminal())) {
        naming.add(d);
      }
    }
    int[] within =
        areas.at(Nanodegrees.ofRad(subject.latRad()), Nanodegrees.ofRad(subject.lonRad()));
    return standing(within, subject.country(), subject.serviceClass(), naming.toArray(), false);
  }

  /**
   * Where a terminal stands that is in some areas.
   *
   * @param within the areas, ascending, their ancestors not added
   */
  Standing standing(
      int[] within,
      @Nullable String country,
      ServiceClass serviceClass,
      int[] naming,
      boolean lost) {
    return new Standing(within, areas.withAncestors(within), country, serviceClass, naming, lost);
  }

  /** A standing on the other side of an area's border. */
  Standing across(Standing standing, int area) {
    int[] others = Arrays.stream(standing.within()).filter(each -> each != area).toArray();
    int[] within = others;
    if (others.length == standing.within().length) {
      within = Arrays.copyOf(others, others.length + 1);
      within[others.length] = area;
      Arrays.sort(within);
    }
    return standing(within, standing.country(), standing.serviceClass(), standing.naming(), false);
  }

  /** Decisions about a terminal, whenever they are in force and whatever its line is for. */
  private int[] about(Standing standing) {
    int[] about = standing.naming();
    about = joined(about, everywhere);
    for (int area : standing.areas()) {
      about = joined(about, byArea[area]);
    }
    int[] national = standing.country() == null ? null : byCountry.get(standing.country());
    return national == null ? about : joined(about, national);
  }

  private static int[] joined(int[] one, int[] other) {
    if (other.length == 0) {
      return one;
    }
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** The numbers of decisions that name terminals. */
  List<Integer> naming() {
    List<Integer> found = new ArrayList<>();
    for (int d = 0; d < decisions.size(); d++) {
      if (decisions.get(d).scope() instanceof Scope.OfTerminals) {
        found.add(d);
      }
    }
    return found;
  }
}
