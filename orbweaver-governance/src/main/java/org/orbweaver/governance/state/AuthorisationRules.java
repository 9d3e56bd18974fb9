package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.entry.AuthorisationEntry;
import org.orbweaver.governance.entry.Measure;

/** What may be put down about a terminal's right to service. */
final class AuthorisationRules {
  private AuthorisationRules() {}

  static void apply(Services services, Step step, Cases cases, AuthorisationEntry entry) {
    Authorisation before = services.authorisations.get(entry.authorisation());
    switch (entry) {
      case AuthorisationEntry.Granted granted -> {
        require(before == null, Refusal.ID_TAKEN, granted.authorisation());
        services.authorisations.put(granted.authorisation(), granted(step, cases, granted));
      }
      case AuthorisationEntry.Revoked revoked -> {
        if (before == null) {
          throw new RefusedException(Refusal.NO_SUCH_AUTHORISATION, revoked.authorisation());
        }
        Decided.requireTaken(cases, revoked.caseId(), step.now(), List.of(before.terminal()));
        services.authorisations.put(before.id(), before.revokedAt(Utc.ofInstant(step.now())));
      }
    }
  }

  private static Authorisation granted(Step step, Cases cases, AuthorisationEntry.Granted granted) {
    Measure measure = Decided.inForce(cases, granted.caseId(), step.now());
    Instant until = granted.until();
    require(
        effects(granted.grant()).contains(measure.effect())
            && Decided.mayCover(measure, granted.terminal())
            && Decided.endsWithin(until, measure.until()),
        Refusal.NOT_DECIDED,
        granted.caseId() + " does not allow that, or not for so long");
    return new Authorisation(
        granted.authorisation(),
        granted.terminal(),
        granted.grant(),
        Utc.ofInstant(granted.from()),
        until == null ? null : Utc.ofInstant(until),
        granted.basis(),
        null);
  }

  /** What a case may decide so that an authorisation may rest on it. */
  private static Set<Effect> effects(Authorisation.Grant grant) {
    return grant == Authorisation.Grant.EXEMPT
        ? Set.of(Effect.EXEMPT)
        : Set.of(Effect.ENABLE, Effect.AUTHORISED_ONLY);
  }
}
