package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.SiteTable;

/**
 * Who may be served at one instant: what planner, data plane, terminals and console all obey.
 * Terminals that stand alike toward what is decided form a group, and a group has one verdict.
 * Layout: by terminal its group; by group its standing and its verdict. Immutable.
 */
public final class ServicePolicy {
  /** What a line gets, each way, whose funding is spent: bit/s. */
  public static final double LIMITED_BPS = 256_000;

  private final PolicyRules rules;
  private final Subjects subjects;
  private final long atNs;
  private final int[] groupOf;
  private final List<Standing> standings;
  private final Verdict[] verdicts;
  private final boolean servesAll;

  /** By moving terminal what is held of it. */
  private final Map<Integer, Mover> movers;

  /** Takes the arrays over. */
  ServicePolicy(
      PolicyRules rules,
      Subjects subjects,
      long atNs,
      int[] groupOf,
      List<Standing> standings,
      Verdict[] verdicts,
      Map<Integer, Mover> movers) {
    this.rules = rules;
    this.movers = Map.copyOf(movers);
    this.subjects = subjects;
    this.atNs = atNs;
    this.groupOf = groupOf;
    this.standings = List.copyOf(standings);
    this.verdicts = verdicts;
    servesAll = servesAll(groupOf, verdicts);
  }

  /** A group may have lost all its terminals to others. */
  private static boolean servesAll(int[] groupOf, Verdict[] verdicts) {
    BitSet others = new BitSet();
    for (int g = 0; g < verdicts.length; g++) {
      others.set(g, verdicts[g].reason() != ReasonCode.SERVED);
    }
    return others.isEmpty() || IntStream.of(groupOf).noneMatch(others::get);
  }

  /**
   * Judges all terminals.
   *
   * @param atNs when: UTC, nanoseconds since the Unix epoch
   */
  public static ServicePolicy of(PolicyRules rules, Subjects subjects, long atNs) {
    Grouping.Result groups = Grouping.of(rules, subjects);
    Verdict[] verdicts =
        groups.standings().stream()
            .map(standing -> rules.verdict(standing, atNs))
            .toArray(Verdict[]::new);
    return new ServicePolicy(
        rules, subjects, atNs, groups.groupOf(), groups.standings(), verdicts, Map.of());
  }

  /** Serves everybody, consumers all. */
  public static ServicePolicy open(SiteTable terminals) {
    int n = terminals.size();
    return of(
        PolicyRules.NONE,
        new Subjects(
            terminals, Collections.nCopies(n, null), Collections.nCopies(n, ServiceClass.CONSUMER)),
        Long.MIN_VALUE);
  }

  /**
   * The same terminals at another instant and by other rules. Only those are judged anew whom a
   * change concerns; the outcome is that of {@link #of}.
   *
   * @param newAtNs when: UTC, nanoseconds since the Unix epoch
   */
  public ServicePolicy at(PolicyRules newRules, long newAtNs) {
    return newRules == rules && newAtNs == atNs
        ? this
        : new Rejudging(this, newRules, newAtNs).policy();
  }

  /** The same rules at another instant: UTC, nanoseconds since the Unix epoch. */
  public ServicePolicy at(long newAtNs) {
    return at(rules, newAtNs);
  }

  /** The same with moving terminals where they are now held to be. */
  public ServicePolicy with(List<HeldPlace> places) {
    return places.isEmpty() ? this : Rejudging.moved(this, places);
  }

  /**
   * The same with fixes of moving terminals, taken at this policy's instant: near a border, and
   * without a place, they are held to be where they were.
   *
   * @param fixes at most one of each terminal
   */
  public ServicePolicy fixed(List<Fix> fixes) {
    if (fixes.isEmpty()) {
      return this;
    }
    Map<Integer, Mover> next = new HashMap<>(movers);
    List<HeldPlace> places = new ArrayList<>();
    for (Fix fix : fixes) {
      Mover before = movers.get(fix.terminal());
      Mover mover =
          before == null
              ? Mover.first(rules.areas(), fix, atNs)
              : before.next(rules.areas(), fix, atNs);
      next.put(fix.terminal(), mover);
      places.add(mover.held(fix.terminal()));
    }
    ServicePolicy held = with(places);
    return new ServicePolicy(
        rules, subjects, atNs, held.groupOf, held.standings, held.verdicts, next);
  }

  /**
   * The same with terminals that begin to move: until now they were where they are at home, which
   * is where their first fix finds them. Those that move already stay as they are.
   */
  public ServicePolicy moving(Collection<Integer> terminals) {
    Map<Integer, Mover> next = new HashMap<>(movers);
    for (int terminal : terminals) {
      Standing standing = standings.get(groupOf[terminal]);
      next.computeIfAbsent(terminal, t -> Mover.at(rules.areas(), standing, atNs));
    }
    return next.size() == movers.size()
        ? this
        : new ServicePolicy(rules, subjects, atNs, groupOf, standings, verdicts, next);
  }

  /** Where a moving terminal is held to be, or null where it does not move. */
  public @Nullable HeldPlace held(int terminal) {
    Mover mover = movers.get(terminal);
    return mover == null ? null : mover.held(terminal);
  }

  /**
   * Warns of the nearest border, within its area's distance, beyond which a served terminal would
   * not be; null where there is none.
   *
   * @param fix of a moving terminal
   */
  public @Nullable EdgeWarning warning(Fix fix) {
    Fix.Place place = fix.place();
    if (place == null || !isServed(fix.terminal())) {
      return null;
    }
    Standing standing = standings.get(groupOf[fix.terminal()]);
    EdgeWarning nearest = null;
    for (int a = 0; a < rules.areas().size(); a++) {
      ServiceArea area = rules.areas().area(a);
      if (!BorderDistance.isNear(area.shape(), place.latRad(), area.border().warnM())) {
        continue;
      }
      double distanceM =
          BorderDistance.metres(
              area.shape(), Nanodegrees.ofRad(place.latRad()), Nanodegrees.ofRad(place.lonRad()));
      if (distanceM <= area.border().warnM()
          && (nearest == null || distanceM < nearest.distanceM())) {
        Verdict beyond = rules.verdict(rules.across(standing, a), atNs);
        nearest = beyond.isServed() ? nearest : new EdgeWarning(area.id(), distanceM, beyond);
      }
    }
    return nearest;
  }

  public int terminals() {
    return groupOf.length;
  }

  /** The instant that this holds for: UTC, nanoseconds since the Unix epoch. */
  public long atNs() {
    return atNs;
  }

  public PolicyRules rules() {
    return rules;
  }

  /** Whether every terminal is served at its full rate, so that nobody need ask for each. */
  public boolean servesAll() {
    return servesAll;
  }

  /** Whether a terminal may be served, and by whose word. */
  public Verdict verdict(int terminal) {
    return verdicts[groupOf[terminal]];
  }

  public ReasonCode reason(int terminal) {
    return verdicts[groupOf[terminal]].reason();
  }

  /** Whether a terminal may be served, if only at the limited rate. */
  public boolean isServed(int terminal) {
    return verdicts[groupOf[terminal]].isServed();
  }

  /** Whether a terminal is served at the limited rate only. */
  public boolean isLimited(int terminal) {
    return verdicts[groupOf[terminal]].reason() == ReasonCode.LINE_LIMITED;
  }

  /** The verdict of a place that is no terminal of the network. */
  public Verdict verdict(Subject subject) {
    return rules.verdict(subject, atNs);
  }

  /** Indices of terminals whose reason or deciding decision is not what it was in another. */
  public int[] differingFrom(@Nullable ServicePolicy before) {
    if (before == null) {
      return IntStream.range(0, groupOf.length).toArray();
    }
    IntList differing = new IntList();
    int[] then = before.groupOf;
    boolean[] differs = new boolean[Math.min(verdicts.length, before.verdicts.length)];
    for (int g = 0; g < differs.length; g++) {
      differs[g] = differ(before.verdicts[g], verdicts[g]);
    }
    for (int t = 0; t < groupOf.length; t++) {
      int group = groupOf[t];
      if (group == then[t] ? differs[group] : differ(before.verdict(t), verdicts[group])) {
        differing.add(t);
      }
    }
    return differing.toArray();
  }

  private static boolean differ(Verdict then, Verdict now) {
    return then != now
        && (then.reason() != now.reason() || !then.decision().equals(now.decision()));
  }

  /** By id of what decides, how many terminals it decides about. */
  public Map<String, Integer> terminalsByDecision() {
    int[] sizes = new int[verdicts.length];
    for (int group : groupOf) {
      sizes[group]++;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int g = 0; g < sizes.length; g++) {
      if (sizes[g] > 0) {
        counts.merge(verdicts[g].decision(), sizes[g], Integer::sum);
      }
    }
    return counts;
  }

  Subjects subjects() {
    return subjects;
  }

  int[] groupOf() {
    return groupOf;
  }

  List<Standing> standings() {
    return standings;
  }

  Map<Integer, Mover> movers() {
    return movers;
  }

  Verdict[] verdicts() {
    return verdicts;
  }
}
