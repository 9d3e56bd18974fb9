package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What can be one decision, when it acts, and how far it is to be trusted. */
class P02_DecisionTest {
  private static final Scope EVERYWHERE = new Scope.Everywhere();
  private static final Scope NAMED = new Scope.OfTerminals(Set.of("t0"));
  private static final Scope IN_AA = new Scope.InCountries(Set.of("AA"));
  private static final Set<ServiceClass> ESSENTIAL =
      Set.of(ServiceClass.EMERGENCY, ServiceClass.HOSPITAL, ServiceClass.RELIEF);

  /** A decision with one part that is odd. */
  private static final class Draft {
    String id = "d";
    Effect effect = Effect.ENABLE;
    Scope scope = EVERYWHERE;
    Set<ServiceClass> classes = Decision.ALL_CLASSES;
    long fromNs = 10;
    long untilNs = 20;
    long noticeNs;
    long graceNs;
    String legalBasis = "";
    Expiry onExpiry = Expiry.REVERT;
    Set<String> yieldsTo = Set.of();
    boolean hypothetical;
    boolean witnessed;

    Decision decision() {
      return new Decision(
          id,
          effect,
          scope,
          classes,
          fromNs,
          untilNs,
          noticeNs,
          graceNs,
          legalBasis,
          onExpiry,
          yieldsTo,
          1,
          hypothetical,
          witnessed);
    }

    Draft effect(Effect other, Scope about) {
      effect = other;
      scope = about;
      return this;
    }

    void isRefused(String rule) {
      assertThatThrownBy(this::decision)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(rule);
    }

    void isTaken() {
      assertThatCode(this::decision).doesNotThrowAnyException();
    }
  }

  @Test
  void a01_itHasAnIdOfItsOwnAndSomebodyItIsAbout() {
    Draft draft = new Draft();
    for (String none : List.of("", " ", Verdict.DEFAULT)) {
      draft.id = none;
      draft.isRefused("a decision has an id of its own");
    }
    draft = new Draft();
    draft.classes = Set.of();
    draft.isRefused("a decision is about at least one class of service lines");
    assertThatThrownBy(() -> new Scope.InCountries(Set.of()))
        .hasMessage("a decision about countries names at least one");
    assertThatThrownBy(() -> new Scope.OfTerminals(Set.of()))
        .hasMessage("a decision about terminals names at least one");
  }

  @Test
  void a02_itEndsAfterItBegins_andItsTimesAreNotNegative() {
    Draft draft = new Draft();
    draft.untilNs = 10;
    draft.isRefused("a decision ends after it begins");
    draft.untilNs = 11;
    draft.isTaken();
    draft.noticeNs = -1;
    draft.isRefused("notice and grace are not negative");
    draft.noticeNs = 1;
    draft.isTaken();
    draft.graceNs = -1;
    draft.isRefused("notice and grace are not negative");
  }

  @Test
  void a03_onlyWhatServesHasAGrace() {
    Draft draft = new Draft();
    draft.graceNs = 1;
    draft.isTaken();
    draft.effect(Effect.RESTRICT, EVERYWHERE);
    draft.isRefused("a decision that denies service has no grace");
    draft.graceNs = 0;
    draft.isTaken();
  }

  @Test
  void a04_onlyAProhibitionLetsExemptionsThrough() {
    Draft draft = new Draft();
    draft.yieldsTo = Set.of("e");
    for (Effect effect : List.of(Effect.PROHIBIT, Effect.REQUIRE_LICENCE)) {
      draft.effect(effect, EVERYWHERE).isTaken();
    }
    draft.effect(Effect.RESTRICT, EVERYWHERE);
    draft.isRefused("only a prohibition lets exemptions through");
  }

  @Test
  void a05_aLineIsLimitedOrPausedByName() {
    for (Effect effect : List.of(Effect.LIMIT, Effect.PAUSE)) {
      new Draft().effect(effect, NAMED).isTaken();
      new Draft()
          .effect(effect, IN_AA)
          .isRefused("a line is limited or paused by the name of its terminal");
    }
  }

  @Test
  void a06_licencesAreForCountries_andWhoIsNamedNeedsNoAuthorisation() {
    new Draft().effect(Effect.LICENSE, IN_AA).isTaken();
    new Draft().effect(Effect.LICENSE, EVERYWHERE).isRefused("a licence is for countries");
    new Draft().effect(Effect.AUTHORISED_ONLY, IN_AA).isTaken();
    new Draft()
        .effect(Effect.AUTHORISED_ONLY, NAMED)
        .isRefused("what serves only authorised terminals does not name them");
  }

  @Test
  void a07_anExemptionIsForEssentialLines_forATime_onALegalBasis() {
    Draft draft = new Draft().effect(Effect.EXEMPT, EVERYWHERE);
    draft.isRefused("an exemption is for emergency, hospital and relief lines");
    draft.classes = ESSENTIAL;
    draft.isRefused("an exemption has a legal basis");
    draft.legalBasis = "invented act";
    draft.isTaken();
    draft.untilNs = Decision.OPEN;
    draft.isRefused("an exemption is limited in time");
  }

  @Test
  void b01_itActsFromItsStartToBeforeItsEnd() {
    Decision decision = new Draft().decision();
    assertThat(List.of(9L, 10L, 19L, 20L).stream().map(decision::isInForce))
        .containsExactly(false, true, true, false);
    assertThat(List.of(9L, 10L, 19L, 20L).stream().map(decision::isOverdue)).containsOnly(false);
  }

  @Test
  void b02_graceServesOn_andHoldingWaitsForAnother() {
    Draft draft = new Draft();
    draft.graceNs = 5;
    Decision graced = draft.decision();
    assertThat(graced.endNs()).isEqualTo(25);
    assertThat(List.of(19L, 20L, 24L, 25L).stream().map(graced::isOverdue))
        .containsExactly(false, true, true, false);
    draft.onExpiry = Expiry.HOLD;
    assertThat(draft.decision().endNs()).isEqualTo(Decision.OPEN);
    assertThat(draft.decision().isOverdue(1_000)).isTrue();
    draft.onExpiry = Expiry.REVERT;
    draft.untilNs = Decision.OPEN - 1;
    assertThat(draft.decision().endNs()).as("no overflow").isEqualTo(Decision.OPEN);
  }

  @Test
  void b03_whatFollowsItEndsIt() {
    Draft draft = new Draft();
    draft.graceNs = 5;
    draft.onExpiry = Expiry.HOLD;
    Decision ended = draft.decision().endedAt(15);
    assertThat(ended.endNs()).isEqualTo(15);
    assertThat(ended.isInForce(14)).isTrue();
    assertThat(ended.isInForce(15)).isFalse();
    assertThat(ended.id()).isEqualTo("d");
  }

  @Test
  void c01_itsMarkSaysHowFarToTrustIt() {
    Draft draft = new Draft();
    assertThat(draft.decision().mark()).isEqualTo("unwitnessed");
    assertThat(draft.decision().witnessed(true).mark()).isEqualTo("witnessed");
    assertThat(draft.decision().witnessed(true).witnessed(false)).isEqualTo(draft.decision());
    draft.hypothetical = true;
    draft.witnessed = true;
    assertThat(draft.decision().mark()).isEqualTo("hypothetical");
  }

  @Test
  void c02_aVerdictSaysByWhom() {
    assertThat(verdict("d", false, true).byWhom()).isEqualTo("d");
    assertThat(verdict("d", false, false).byWhom()).isEqualTo("d (unwitnessed)");
    assertThat(verdict("scenario:x", true, false).byWhom()).isEqualTo("scenario:x (hypothetical)");
    assertThat(verdict(Verdict.DEFAULT, false, false).byWhom()).isEqualTo("default");
    assertThat(verdict("area:x", false, false).byWhom()).isEqualTo("area:x");
    assertThat(verdict("d", false, true).mark()).isEqualTo("witnessed");
  }

  @Test
  void c03_theDefaultDecidesOnlyWhereSomebodyWasOverruled() {
    assertThat(verdict("d", false, true).isDecided()).isTrue();
    assertThat(verdict(Verdict.DEFAULT, false, false).isDecided()).isFalse();
    Verdict overruling =
        new Verdict(ReasonCode.SERVED, Tier.DEFAULT, Verdict.DEFAULT, List.of("e"), false, false);
    assertThat(overruling.isDecided()).isTrue();
    assertThat(overruling.isServed()).isTrue();
    assertThat(verdict("d", false, true).isServed()).isFalse();
  }

  private static Verdict verdict(String decision, boolean hypothetical, boolean witnessed) {
    return new Verdict(
        ReasonCode.AREA_DARK, Tier.DEFAULT, decision, List.of(), hypothetical, witnessed);
  }
}
