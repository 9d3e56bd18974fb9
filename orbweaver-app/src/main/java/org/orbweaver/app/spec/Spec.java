package org.orbweaver.app.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/**
 * A spec file: what a scenario is expected to hold and to do. The radio limits of the scenario are
 * checked in any case, without being named.
 */
public record Spec(
    @Key(value = "Format of this file.", pattern = "orbweaver-spec/1", example = "orbweaver-spec/1")
        String format,
    @Key(
            value = "UTC from which slots are planned, ISO 8601 with Z; the scenario's if absent.",
            example = "2026-05-21T00:00:12Z")
        @Nullable String start,
    @Key(value = "Slots planned, one after another.", byDefault = "4", min = 1, max = 100_000)
        int slots,
    @Key(value = "Size of each constellation.", byDefault = "[]") List<SatelliteCount> satellites,
    @Key(value = "Number of gateways.", min = 0) @Nullable Integer gateways,
    @Key(value = "Number of PoPs.", min = 0) @Nullable Integer pops,
    @Key(value = "Number of terminals.", min = 0) @Nullable Integer terminals,
    @Key(value = "Who has service.", byDefault = "{}") ServiceSpec service,
    @Key(value = "Where the traffic of single terminals goes.", byDefault = "[]")
        List<HomeSpec> homes,
    @Key(value = "Round trips between two places.", byDefault = "[]") List<PathSpec> paths) {
  public Spec {
    satellites = List.copyOf(satellites);
    homes = List.copyOf(homes);
    paths = List.copyOf(paths);
  }
}
