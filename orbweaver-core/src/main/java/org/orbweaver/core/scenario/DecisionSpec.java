package org.orbweaver.core.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;

/** A decision of the scenario's own about who is served. It counts only where no ledger does. */
public record DecisionSpec(
    @Key(
            value = "Name, unique among decisions; its id is scenario: and the name.",
            pattern = Sites.NAME,
            form = Sites.NAME_FORM,
            example = "delta-dark")
        String name,
    @Key(
            value =
                "What it does: prohibit (by law or court), require-licence, license, exempt"
                    + " (essential lines, for safety), enable, restrict, authorised-only (only"
                    + " terminals that a decision enables by name), limit (256 kbit/s) or pause (a"
                    + " line whose funding is spent).")
        Effect effect,
    @Key(
            "The area that it is about; at most one of area, countries and terminals, all terminals"
                + " where there is none.")
        @Nullable String area,
    @Key(value = "Countries that it is about, ISO 3166-1 alpha-2.", byDefault = "[]")
        List<String> countries,
    @Key(value = "Names of terminals that it is about.", byDefault = "[]") List<String> terminals,
    @Key(
            value =
                "Service classes that it is about: emergency, hospital, relief, government,"
                    + " consumer. All where absent; the essential ones for exempt.",
            byDefault = "[]")
        List<String> classes,
    @Key(
            value =
                "From when: UTC, ISO 8601 with Z, or + and a length of time after the network's"
                    + " start. It acts from the first slot that begins then or later. Since ever"
                    + " where absent.",
            example = "+10m")
        @Nullable String from,
    @Key("Until when, written likewise. For ever where absent.") @Nullable String until,
    @Key(value = "How long before its start it is announced.", byDefault = "0s", example = "7d")
        String notice,
    @Key(
            value = "For how long after its end it still serves those whom it served.",
            byDefault = "0s",
            example = "30d")
        String grace,
    @Key(value = "The law, order or contract that it rests on.", byDefault = "") String legalBasis,
    @Key(
            value =
                "What happens when its time is over: revert (what stands below it holds again), or"
                    + " hold (it holds until another ends it).",
            byDefault = "revert")
        Expiry onExpiry,
    @Key(value = "Names of the exemptions that a prohibition lets through.", byDefault = "[]")
        List<String> yieldsTo) {
  public DecisionSpec {
    countries = List.copyOf(countries);
    terminals = List.copyOf(terminals);
    classes = List.copyOf(classes);
    yieldsTo = List.copyOf(yieldsTo);
  }
}
