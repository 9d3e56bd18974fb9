package org.orbweaver.core.policy;

import java.util.Collections;
import java.util.List;
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

  /** Takes the arrays over. */
  ServicePolicy(
      PolicyRules rules,
      Subjects subjects,
      long atNs,
      int[] groupOf,
      List<Standing> standings,
      Verdict[] verdicts) {
    this.rules = rules;
    this.subjects = subjects;
    this.atNs = atNs;
    this.groupOf = groupOf;
    this.standings = List.copyOf(standings);
    this.verdicts = verdicts;
    boolean all = true;
    for (Verdict verdict : verdicts) {
      all &= verdict.reason() == ReasonCode.SERVED;
    }
    servesAll = all;
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
    return new ServicePolicy(rules, subjects, atNs, groups.groupOf(), groups.standings(), verdicts);
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
    IntList differing = new IntList();
    for (int t = 0; t < groupOf.length; t++) {
      Verdict then = before == null ? null : before.verdict(t);
      Verdict now = verdict(t);
      if (then != now
          && (then == null
              || then.reason() != now.reason()
              || !then.decision().equals(now.decision()))) {
        differing.add(t);
      }
    }
    return differing.toArray();
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

  Verdict[] verdicts() {
    return verdicts;
  }
}
