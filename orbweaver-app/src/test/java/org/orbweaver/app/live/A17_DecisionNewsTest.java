package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.app.live.Happening.Turn;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Subjects;
import org.orbweaver.core.time.Utc;

/** Decisions are told of once as they take effect, and once as they end. */
final class A17_DecisionNewsTest {
  private static final long NOON = Utc.parseNs("2026-11-22T12:00:00Z");
  private static final long S = 1_000_000_000L;

  private static Decision restrict(String id, long from, long until, String... terminals) {
    return Decision.of(
        id, Effect.RESTRICT, new Scope.OfTerminals(Set.of(terminals)), from, until, 1);
  }

  private static ServicePolicy policy(List<Decision> decisions, long atNs) {
    GeodeticPoint place = GeodeticPoint.ofDegrees(0, 0, 0);
    return ServicePolicy.of(
        new PolicyRules(AreaTable.EMPTY, decisions, true),
        new Subjects(
            new SiteTable(List.of("a", "b", "c"), List.of(place, place, place)),
            Collections.nCopies(3, "DE"),
            Collections.nCopies(3, ServiceClass.CONSUMER)),
        atNs);
  }

  @Test
  void a01_onceAsItTakesEffect_onceAsItEnds() {
    ServicePolicy policy =
        policy(List.of(restrict("C-1", NOON + 15 * S, NOON + 45 * S, "a", "b")), NOON);
    DecisionNews news = new DecisionNews();
    assertThat(news.of(policy)).isEmpty();
    policy = policy.at(NOON + 15 * S);
    assertThat(news.of(policy))
        .singleElement()
        .satisfies(one ->
            assertThat(new PlainStatus().happening(one))
                .isEqualTo(
                    "12:00:15Z  decision C-1 (unwitnessed) takes effect: restrict, 2 terminals by"
                        + " name; 2 terminals, until 2026-11-22T12:00:45Z"));
    assertThat(news.of(policy)).isEmpty();
    policy = policy.at(NOON + 30 * S);
    assertThat(news.of(policy)).isEmpty();
    policy = policy.at(NOON + 60 * S);
    assertThat(news.of(policy))
        .singleElement()
        .satisfies(one ->
            assertThat(new PlainStatus().happening(one))
                .isEqualTo(
                    "12:01:00Z  decision C-1 (unwitnessed) ends: restrict, 2 terminals by name;"
                        + " 2 terminals"));
    assertThat(news.of(policy)).isEmpty();
  }

  @Test
  void a02_asTheNetworkBeginsItSaysWhatHolds_andWhoseWordCounts() {
    Decision everywhere =
        Decision.of(
            "scenario:quiet", Effect.RESTRICT, new Scope.Everywhere(), NOON, Decision.OPEN, 1);
    Decision enable =
        Decision.of("C-2", Effect.ENABLE, new Scope.OfTerminals(Set.of("c")), 0, Decision.OPEN, 2);
    DecisionNews news = new DecisionNews();
    List<Happening> first = news.of(policy(List.of(enable, everywhere), NOON));
    assertThat(first)
        .extracting(one -> ((Happening.Decided) one).turn())
        .containsExactly(Turn.HOLDS, Turn.HOLDS);
    assertThat(new PlainStatus().happening(first.getFirst()))
        .isEqualTo(
            "12:00:00Z  decision scenario:quiet (unwitnessed) is in force: restrict, everywhere;"
                + " 2 terminals");
    assertThat(new JsonStatus().happening(first.getLast()))
        .contains("\"event\":\"decision\"", "\"timeUtc\":\"2026-11-22T12:00:00Z\"")
        .contains("\"turn\":\"holds\"", "\"decision\":\"C-2\"")
        .contains("\"decisionMark\":\"unwitnessed\"", "\"effect\":\"ENABLE\"")
        .contains("\"where\":\"1 terminal by name\"", "\"terminals\":1")
        .contains("\"fromUtc\":\"1970-01-01T00:00:00Z\"", "\"untilUtc\":null");
  }

  @Test
  void a03_ofThousandsOnlyTheFirstAreNamed() {
    List<Decision> many = new ArrayList<>();
    for (int d = 0; d < 1_000; d++) {
      many.add(restrict("L-" + d, NOON, Decision.OPEN, "a"));
    }
    DecisionNews news = new DecisionNews();
    assertThat(news.of(policy(List.of(), NOON))).isEmpty();
    List<Happening> told = news.of(policy(many, NOON));
    assertThat(told).hasSize(DecisionNews.MOST + 1);
    assertThat(new PlainStatus().happening(told.getLast()))
        .contains("984 more decisions took effect or ended");
  }
}
