package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From policy to policy only what changed is judged, and the outcome is that of judging all. */
class P05_IncrementalTest {
  private static final int TERMINALS = 60;
  private static final long WORLDS = Boolean.getBoolean("orbweaver.full") ? 3_000 : 300;

  @Test
  void a01_aChainOfChangesEndsWhereAFreshStartDoes() {
    for (long seed = 0; seed < WORLDS; seed++) {
      RandomWorld world = new RandomWorld(seed);
      List<ServiceArea> areas = new ArrayList<>(world.areas);
      List<Decision> decisions = new ArrayList<>(world.decisions(12, TERMINALS, 0));
      Subjects subjects = RandomWorld.table(world.subjects(TERMINALS));
      PolicyRules rules = new PolicyRules(new AreaTable(areas), decisions, true);
      ServicePolicy policy = ServicePolicy.of(rules, subjects, 0);
      int ids = 100;
      for (int step = 1; step <= 12; step++) {
        long at = world.random.nextInt(15);
        switch (world.random.nextInt(6)) {
          case 0 -> decisions.addAll(world.decisions(2, TERMINALS, ids += 10));
          case 1 -> {
            if (!decisions.isEmpty()) {
              decisions.remove(world.random.nextInt(decisions.size()));
            }
          }
          case 2 -> {
            if (!decisions.isEmpty()) {
              Decision ended = decisions.remove(0);
              decisions.add(ended.endedAt(ended.fromNs() + 1 + world.random.nextInt(3)));
            }
          }
          case 3 -> areas.add(ServiceArea.of("n" + step, world.shape()));
          case 4 -> {
            if (!areas.isEmpty()) {
              replaceShape(areas, world);
            }
          }
          default -> {}
        }
        rules = rulesOf(areas, decisions, rules);
        policy = policy.at(rules, at);
        ServicePolicy fresh = ServicePolicy.of(rules, subjects, at);
        for (int t = 0; t < TERMINALS; t++) {
          assertThat(policy.verdict(t))
              .as("seed %s step %s t%s", seed, step, t)
              .isEqualTo(fresh.verdict(t));
        }
        assertThat(policy.servesAll()).isEqualTo(fresh.servesAll());
        assertThat(policy.differingFrom(fresh)).isEmpty();
      }
    }
  }

  /** An area without a parent and without children takes another shape. */
  private static void replaceShape(List<ServiceArea> areas, RandomWorld world) {
    int which = world.random.nextInt(areas.size());
    ServiceArea area = areas.get(which);
    if (area.parent() == null && areas.stream().noneMatch(a -> area.id().equals(a.parent()))) {
      areas.set(which, ServiceArea.of(area.id(), world.shape()));
    }
  }

  private static PolicyRules rulesOf(
      List<ServiceArea> areas, List<Decision> decisions, PolicyRules before) {
    boolean same =
        areas.size() == before.areas().size()
            && areas.stream()
                .allMatch(a ->
                    before.areas().indexOf(a.id()) >= 0
                        && before.areas().area(before.areas().indexOf(a.id())).equals(a));
    return same
        ? before.with(decisions)
        : new PolicyRules(new AreaTable(areas), decisions, before.servedByDefault());
  }

  @Test
  void a02_nothingNewGivesTheSamePolicy() {
    RandomWorld world = new RandomWorld(7);
    ServicePolicy policy =
        ServicePolicy.of(PolicyRules.NONE, RandomWorld.table(world.subjects(5)), 3);
    assertThat(policy.at(3)).isSameAs(policy);
    assertThat(policy.with(List.of())).isSameAs(policy);
    assertThat(policy.servesAll()).isTrue();
    assertThat(policy.terminals()).isEqualTo(5);
    assertThat(policy.differingFrom(null)).hasSize(5);
  }

  @Test
  void a03_theDefaultMayChange() {
    RandomWorld world = new RandomWorld(7);
    ServicePolicy policy =
        ServicePolicy.of(PolicyRules.NONE, RandomWorld.table(world.subjects(5)), 3);
    ServicePolicy dark = policy.at(new PolicyRules(AreaTable.EMPTY, List.of(), false), 3);
    assertThat(dark.reason(0)).isEqualTo(ReasonCode.AREA_DARK);
    assertThat(dark.isServed(0)).isFalse();
    assertThat(dark.differingFrom(policy)).hasSize(5);
  }

  @Test
  void a04_terminalsInANewAreaAreThoseThatAskedOneByOneSayYes() {
    for (long seed = 0; seed < 20; seed++) {
      RandomWorld world = new RandomWorld(seed);
      Subjects subjects = RandomWorld.table(world.subjects(3_000));
      for (int shapes = 0; shapes < 20; shapes++) {
        AreaShape shape = world.shape();
        int[] in =
            IntStream.range(0, subjects.size())
                .filter(t -> shape.containsNd(subjects.latNd(t), subjects.lonNd(t)))
                .toArray();
        assertThat(new AreaSweep(shape).of(subjects))
            .as("seed %s %s", seed, shape.canonicalText())
            .isEqualTo(in);
      }
    }
  }

  @Test
  void a05_onceNobodyIsLeftWhoIsDeniedAllAreServed() {
    Subjects one = RandomWorld.table(new RandomWorld(7).subjects(1));
    Decision dark = Decision.of("d", Effect.RESTRICT, new Scope.Everywhere(), 0, Decision.OPEN, 1);
    Decision lit =
        Decision.of("e", Effect.ENABLE, new Scope.OfTerminals(Set.of("t0")), 0, Decision.OPEN, 2);
    ServicePolicy policy =
        ServicePolicy.of(new PolicyRules(AreaTable.EMPTY, List.of(dark), true), one, 0);
    assertThat(policy.servesAll()).isFalse();
    policy = policy.at(new PolicyRules(AreaTable.EMPTY, List.of(dark, lit), true), 0);
    assertThat(policy.isServed(0)).isTrue();
    assertThat(policy.servesAll()).isTrue();
    assertThat(policy.terminalsByDecision()).containsExactly(Map.entry("e", 1));
  }

  @Test
  void a06_timeAloneChangesThoseWhoAreNamed_andNoOthers() {
    Subjects three = RandomWorld.table(new RandomWorld(7).subjects(3));
    List<Decision> named = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      named.add(
          Decision.of(
              "d" + t,
              Effect.RESTRICT,
              new Scope.OfTerminals(Set.of("t" + t)),
              10L * (t + 1),
              Decision.OPEN,
              t));
    }
    ServicePolicy policy =
        ServicePolicy.of(new PolicyRules(AreaTable.EMPTY, named, true), three, 0);
    for (int t = 0; t < 3; t++) {
      policy = policy.at(10L * (t + 1));
      assertThat(policy.terminalsByDecision().keySet()).contains("d" + t).hasSizeLessThan(5);
      for (int other = 0; other < 3; other++) {
        assertThat(policy.isServed(other)).as("%s after %s", other, t).isEqualTo(other > t);
      }
    }
  }
}
