package org.orbweaver.core.policy;

import java.util.Set;

/** Which parts can be one decision. */
final class DecisionRules {
  private DecisionRules() {}

  static void check(
      String id,
      Effect effect,
      Scope scope,
      Set<ServiceClass> classes,
      long fromNs,
      long untilNs,
      long noticeNs,
      long graceNs,
      String legalBasis,
      Set<String> yieldsTo) {
    require(!id.isBlank() && !id.equals(Verdict.DEFAULT), "a decision has an id of its own");
    require(!classes.isEmpty(), "a decision is about at least one class of service lines");
    require(untilNs > fromNs, "a decision ends after it begins");
    require(noticeNs >= 0 && graceNs >= 0, "notice and grace are not negative");
    require(graceNs == 0 || !effect.denies(), "a decision that denies service has no grace");
    require(
        yieldsTo.isEmpty() || effect.isProhibition(), "only a prohibition lets exemptions through");
    require(
        !effect.isFunding() || scope instanceof Scope.OfTerminals,
        "a line is limited or paused by the name of its terminal");
    require(
        effect != Effect.LICENSE || scope instanceof Scope.InCountries,
        "a licence is for countries");
    require(
        effect != Effect.AUTHORISED_ONLY || !(scope instanceof Scope.OfTerminals),
        "what serves only authorised terminals does not name them");
    if (effect == Effect.EXEMPT) {
      require(
          classes.stream().allMatch(ServiceClass::isEssential),
          "an exemption is for emergency, hospital and relief lines");
      require(untilNs != Decision.OPEN, "an exemption is limited in time");
      require(!legalBasis.isBlank(), "an exemption has a legal basis");
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
