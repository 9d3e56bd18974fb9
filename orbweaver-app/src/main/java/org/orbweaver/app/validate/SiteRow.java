package org.orbweaver.app.validate;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/** A line of a measurement of round trips between a terminal and its PoP. */
public record SiteRow(
    @Key(value = "Name of the site.") String site,
    @Key(value = "Where it is, in words.") @Nullable String city,
    @Key(value = "Latitude, degrees north.", min = -90, max = 90) double lat,
    @Key(value = "Longitude, degrees east.", min = -180, max = 360) double lon,
    @Key(value = "Its PoP; the first word counts.") @Nullable String pop,
    @Key(value = "Number of probes.", min = 0, max = 1e15) @Nullable Double n,
    @Key(value = "Least round trip, ms.", min = 0, max = 100000) @Nullable Double minMs,
    @Key(value = "1st percentile, ms.", min = 0, max = 100000) @Nullable Double p1,
    @Key(value = "5th percentile, ms.", min = 0, max = 100000) double p5,
    @Key(value = "25th percentile, ms.", min = 0, max = 100000) @Nullable Double p25,
    @Key(value = "Median, ms.", min = 0, max = 100000) double p50,
    @Key(value = "75th percentile, ms.", min = 0, max = 100000) @Nullable Double p75,
    @Key(value = "95th percentile, ms.", min = 0, max = 100000) double p95,
    @Key(value = "99th percentile, ms.", min = 0, max = 100000) @Nullable Double p99) {}
