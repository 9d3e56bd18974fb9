package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The decisions that speak about one terminal at one instant, and which of them has the word. */
final class Contest {
  private final PolicyRules rules;
  private final Standing standing;
  private final List<Voice> voices = new ArrayList<>();
  private boolean licensed;

  /**
   * A decision that speaks.
   *
   * @param place the index of its area; a country's is larger than all
   */
  private record Voice(Decision decision, Tier tier, int place) {}

  /**
   * The strongest first: by tier, area, whether it denies, age; then by id, so that none is equal.
   */
  private static final Comparator<Voice> STRENGTH =
      Comparator.comparing(Voice::tier)
          .thenComparingInt(Voice::place)
          .thenComparing(voice -> !voice.decision().effect().denies())
          .thenComparing(Comparator.comparingLong((Voice v) -> v.decision().index()).reversed())
          .thenComparing(voice -> voice.decision().id());

  Contest(PolicyRules rules, Standing standing) {
    this.rules = rules;
    this.standing = standing;
  }

  /** Takes in a decision that is in force and about the terminal. */
  void hear(int number) {
    Decision decision = rules.decisions().get(number);
    if (decision.effect() == Effect.LICENSE) {
      licensed = true;
    } else {
      voices.add(voice(decision, rules.areaOf(number)));
    }
  }

  private Voice voice(Decision decision, int area) {
    return switch (decision.effect()) {
      case PROHIBIT, REQUIRE_LICENCE -> new Voice(decision, Tier.PROHIBITION, 0);
      case EXEMPT -> new Voice(decision, Tier.EXEMPTION, 0);
      default ->
          switch (decision.scope()) {
            case Scope.OfTerminals of -> new Voice(decision, Tier.TERMINAL, 0);
            case Scope.InArea in -> inArea(decision, area);
            case Scope.InCountries in ->
                new Voice(decision, Tier.PARENT_AREA, rules.areas().size());
            case Scope.Everywhere every -> new Voice(decision, Tier.DEFAULT, 0);
          };
    };
  }

  private Voice inArea(Decision decision, int area) {
    return new Voice(
        decision, area == standing.smallest() ? Tier.SMALLEST_AREA : Tier.PARENT_AREA, area);
  }

  /** What all that has been heard comes to. */
  Verdict verdict() {
    // A licence, or a place in no country, satisfies the demand for one: it is not overruled.
    voices.removeIf(voice ->
        voice.decision().effect() == Effect.REQUIRE_LICENCE
            && (licensed || standing.country() == null));
    voices.sort(STRENGTH);
    Voice word = prohibition();
    word = word == null ? exemption() : word;
    if (word != null) {
      return spoken(word);
    }
    word = rule();
    Verdict verdict = word == null ? silence() : spoken(word);
    return standing.lost() && verdict.isServed() ? lost() : verdict;
  }

  private @Nullable Voice prohibition() {
    return first(voice -> voice.tier() == Tier.PROHIBITION && letsThrough(voice) == null);
  }

  /** The strongest exemption that a prohibition lets through, or null. */
  private @Nullable Voice letsThrough(Voice prohibition) {
    return first(voice ->
        voice.tier() == Tier.EXEMPTION
            && prohibition.decision().yieldsTo().contains(voice.decision().id()));
  }

  /** One that had to lift a prohibition explains more than one that had not. */
  private @Nullable Voice exemption() {
    for (Voice voice : voices) {
      if (voice.tier() == Tier.PROHIBITION) {
        return letsThrough(voice);
      }
    }
    return first(voice -> voice.tier() == Tier.EXEMPTION);
  }

  private @Nullable Voice rule() {
    Voice strongest = first(voice -> voice.decision().effect() != Effect.LIMIT);
    if (strongest == null ? !rules.servedByDefault() : strongest.decision().effect().denies()) {
      return strongest;
    }
    Voice limit = first(voice -> voice.decision().effect() == Effect.LIMIT);
    return limit == null ? strongest : limit;
  }

  private @Nullable Voice first(Predicate<Voice> is) {
    return voices.stream().filter(is).findFirst().orElse(null);
  }

  private Verdict spoken(Voice word) {
    return new Verdict(
        reason(word.decision()),
        word.tier(),
        word.decision().id(),
        ids(voices.stream().filter(voice -> voice != word).toList()),
        word.decision().hypothetical(),
        word.decision().witnessed());
  }

  /** The place is not known, and the area that was the last says what then. */
  private Verdict lost() {
    return new Verdict(
        ReasonCode.UNKNOWN_LOCATION,
        Tier.SMALLEST_AREA,
        Verdict.AREA_PREFIX + rules.areas().area(standing.smallest()).id(),
        ids(voices),
        false,
        false);
  }

  private static List<String> ids(List<Voice> voices) {
    return voices.stream().map(voice -> voice.decision().id()).toList();
  }

  private Verdict silence() {
    return new Verdict(
        rules.servedByDefault() ? ReasonCode.SERVED : ReasonCode.AREA_DARK,
        Tier.DEFAULT,
        Verdict.DEFAULT,
        ids(voices),
        false,
        false);
  }

  private static ReasonCode reason(Decision decision) {
    return switch (decision.effect()) {
      case EXEMPT, ENABLE, LICENSE -> ReasonCode.SERVED;
      case LIMIT -> ReasonCode.LINE_LIMITED;
      case PAUSE -> ReasonCode.LINE_PAUSED;
      case REQUIRE_LICENCE -> ReasonCode.NO_LICENCE;
      case AUTHORISED_ONLY -> ReasonCode.NOT_AUTHORISED;
      case PROHIBIT, RESTRICT ->
          switch (decision.scope()) {
            case Scope.Everywhere every -> ReasonCode.AREA_DARK;
            case Scope.InArea in -> ReasonCode.AREA_DARK;
            case Scope.InCountries in -> ReasonCode.COUNTRY_BLOCKED;
            case Scope.OfTerminals of -> ReasonCode.NOT_AUTHORISED;
          };
    };
  }
}
