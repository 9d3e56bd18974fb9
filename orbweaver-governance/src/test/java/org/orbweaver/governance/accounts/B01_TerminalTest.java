package org.orbweaver.governance.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.governance.accounts.Refusals.refused;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Authorisation.Grant;
import org.orbweaver.governance.accounts.LocationReview.Outcome;

/** A terminal's life, and a donation of forty that is accounted for. */
class B01_TerminalTest {
  private final MemoryRecords records = MemoryRecords.ofOneAccount();
  private final TerminalDesk desk = new TerminalDesk(records);

  private Terminal made(String id) {
    Terminal terminal = Terminal.made(id, "k-" + id, "d-" + id, 1);
    desk.make(terminal, "");
    return terminal;
  }

  @Test
  void a01_aLifeFromTheFactoryToTheEnd() {
    Terminal terminal = made("t");
    records.donations().add(new Donation("DON-1", "D", ServiceClass.RELIEF, 1, 1, "x"));
    records.line("SL-1", ServiceClass.RELIEF);
    desk.donate("t", "DON-1", 2, "");
    desk.assign("t", "SL-1", 3, "");
    desk.keep(records.terminals().get("t").lost(4), "flood");
    desk.keep(records.terminals().get("t").found(5), "");
    desk.keep(records.terminals().get("t").released(6), "");
    assertThat(records.terminals().get("t").state()).isEqualTo(TerminalState.DONATED);
    desk.keep(records.terminals().get("t").retired(7), "worn out");
    assertThat(records.terminalEvents().of("t"))
        .extracting(TerminalEvent::state)
        .containsExactly(
            TerminalState.MADE,
            TerminalState.DONATED,
            TerminalState.ASSIGNED,
            TerminalState.LOST,
            TerminalState.FOUND,
            TerminalState.DONATED,
            TerminalState.RETIRED);
    assertThat(terminal.assigned("SL-1", 2).released(3).state()).isEqualTo(TerminalState.MADE);
    assertThat(Stream.of("t", "k-t", "d-t", "x").map(terminal::isNamed))
        .containsExactly(true, true, true, false);
  }

  @Test
  void a02_onlyStepsOfALifeAreTaken() {
    Terminal terminal = Terminal.made("t", "k", "d", 5);
    refused(() -> terminal.found(6), "is made and cannot be found");
    refused(() -> terminal.retired(6).lost(7), "is retired and cannot be lost");
    refused(() -> terminal.lost(6).lost(7), "is lost and cannot be lost");
    refused(() -> terminal.retired(6).retired(7), "cannot be retired");
    refused(() -> terminal.lost(6).assigned("SL-1", 7), "cannot be assigned");
    refused(() -> terminal.lost(6).released(7), "is lost and cannot be made");
    refused(() -> terminal.donated("D", 6).lost(6).released(7), "is lost and cannot be donated");
    refused(() -> terminal.donated("D", 6).donated("E", 7), "was given with D");
    refused(() -> terminal.lost(4), "only since");
    refused(() -> new Terminal("t", "k", "d", TerminalState.ASSIGNED, 1, null, null), "has a line");
    refused(
        () -> new Terminal("t", "k", "d", TerminalState.DONATED, 1, null, null), "has a donation");
    for (TerminalState state : TerminalState.values()) {
      assertThat(TerminalState.parse(state.toString())).isEqualTo(state);
    }
    refused(() -> TerminalState.parse("borrowed"), "'borrowed'");
  }

  @Test
  void a03_aPlanHasItsNumberOfTerminalsAndALineMustBeThere() {
    records.line("SL-1", ServiceClass.CONSUMER);
    for (String id : List.of("a", "b", "c")) {
      made(id);
    }
    desk.assign("a", "SL-1", 2, "");
    desk.assign("b", "SL-1", 2, "");
    refused(() -> desk.assign("c", "SL-1", 2, ""), "for 2 at most");
    desk.keep(records.terminals().get("b").lost(3), "");
    desk.assign("c", "SL-1", 4, "");
    records.lines().update(records.lines().get("SL-1").endedAt(5));
    refused(() -> desk.assign("c", "SL-1", 5, ""), "not active");
  }

  @Test
  void a04_aDonationAddsUp() {
    Donation donation = new Donation("DON-1", "D", ServiceClass.RELIEF, 40, 1, "x");
    records.donations().add(donation);
    for (int i = 0; i < 9; i++) {
      made("t" + i);
      desk.donate("t" + i, "DON-1", 2, "");
    }
    made("other");
    desk.keep(records.terminals().get("t0").lost(3), "");
    desk.keep(records.terminals().get("t1").retired(3), "");
    DonationCount count = DonationCount.of(donation, records.terminals().all());
    assertThat(count.came()).isEqualTo(9);
    assertThat(count.in().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(9);
    assertThat(count.in())
        .containsEntry(TerminalState.LOST, 1)
        .containsEntry(TerminalState.DONATED, 7)
        .containsEntry(TerminalState.MADE, 0);
    assertThat(count.outstanding()).isEqualTo(31);
    assertThat(new DonationCount(3, 9, count.in()).outstanding()).isZero();
    refused(() -> new Donation("D", "d", ServiceClass.RELIEF, 0, 1, "x"), "at least one");
  }

  private @Nullable LocationReview seen(double lonDeg, double sigmaM) {
    return desk.located(
        "t", GeodeticPoint.ofDegrees(0, lonDeg, 0), sigmaM, 9, LocationRule.DEFAULT);
  }

  @Test
  void b01_anUnexpectedPlaceIsReviewedOnceAndCutsNobody() {
    records.line("SL-1", ServiceClass.CONSUMER);
    made("t");
    refused(() -> seen(35, 10), "is made");
    desk.assign("t", "SL-1", 2, "");
    assertThat(seen(35.1, 10)).as("11 km away").isNull();
    assertThat(seen(35.3, 5000)).as("33 km away, give or take 5 km").isNull();
    LocationReview review = Objects.requireNonNull(seen(35.3, 10));
    assertThat(review.beyondM()).isBetween(13_300.0, 13_400.0);
    assertThat(seen(35.4, 10)).as("open still").isEqualTo(review);
    assertThat(seen(35, 10)).isEqualTo(review);
    assertThat(records.terminals().get("t").state()).isEqualTo(TerminalState.ASSIGNED);

    refused(() -> review.closed(Outcome.OPEN, "x"), "with an outcome");
    LocationReview closed = review.closed(Outcome.EXPLAINED, "lent");
    refused(() -> closed.closed(Outcome.MOVED, "x"), "closed already");
    assertThat(List.of(review, closed)).allMatch(LocationReview::protects);
    assertThat(review.closed(Outcome.UNEXPLAINED, "nobody knows").protects()).isFalse();
    refused(() -> new LocationReview("R", "t", closed.at(), 1, 1, Outcome.MOVED, ""), "says why");
    records.reviews().update(closed);
    assertThat(Objects.requireNonNull(seen(35.3, 10)).id()).isNotEqualTo(review.id());
    refused(() -> new LocationRule(-1, 0), "negative");
    refused(() -> new LocationRule(0, Double.NaN), "negative");
  }

  @Test
  void c01_anAuthorisationHoldsForItsTimeAndIsAWordOfTheNetwork() {
    var open = new Authorisation("AUT-1", "t", Grant.ALLOW, 5, null, "a list", null);
    assertThat(open.holdsAt(4)).isFalse();
    assertThat(open.holdsAt(5)).isTrue();
    assertThat(open.endNs()).isEqualTo(Decision.OPEN);
    Decision enable = Objects.requireNonNull(open.decision(3, false));
    assertThat(enable.effect()).isEqualTo(Effect.ENABLE);
    assertThat(enable.classes()).isEqualTo(Decision.ALL_CLASSES);
    Authorisation revoked = open.revokedAt(9);
    assertThat(revoked.holdsAt(8)).isTrue();
    assertThat(revoked.holdsAt(9)).isFalse();
    refused(() -> revoked.revokedAt(10), "was taken back");
    assertThat(open.revokedAt(4).decision(3, false)).isNull();

    var exempt = new Authorisation("AUT-2", "t", Grant.EXEMPT, 5, 8L, "care", 20L);
    assertThat(exempt.endNs()).isEqualTo(8);
    Decision safety = Objects.requireNonNull(exempt.decision(3, true));
    assertThat(safety.effect()).isEqualTo(Effect.EXEMPT);
    assertThat(safety.classes()).allMatch(ServiceClass::isEssential);
    refused(() -> new Authorisation("A", "t", Grant.EXEMPT, 5, null, "c", null), "limited in time");
    refused(() -> new Authorisation("A", "t", Grant.ALLOW, 5, 5L, "c", null), "before it begins");
  }
}
