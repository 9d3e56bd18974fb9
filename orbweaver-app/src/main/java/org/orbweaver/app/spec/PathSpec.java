package org.orbweaver.app.spec;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/** The round trip between two places at the start of every slot planned. */
public record PathSpec(
    @Key("Where it begins: a terminal, else a PoP, else a gateway of that name.") String from,
    @Key("Where it ends, named likewise.") String to,
    @Key(
            value =
                "scheduled follows the plan; instant is the shortest way over all links in reach.",
            byDefault = "scheduled")
        Way way,
    @Key(value = "Shortest round trip, milliseconds, propagation only.", min = 0) double minRttMs,
    @Key(value = "Longest round trip, milliseconds, propagation only.", min = 0) double maxRttMs,
    @Key(value = "Most links on the way.", min = 1) @Nullable Integer maxHops) {
  /** How the way is found. */
  public enum Way {
    SCHEDULED,
    INSTANT
  }
}
