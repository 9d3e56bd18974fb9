package org.orbweaver.app.validate;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/** A line of a measurement by country; only the median delay is needed. */
public record CountryRow(
    @Key(value = "Country, ISO 3166-1 alpha-3.", pattern = "[A-Z]{3}", form = "three capitals")
        String isoA3,
    @Key(value = "Round trip to the PoP, the slower end, ms.", min = 0, max = 100000)
        @Nullable Double latencySlow20Ms,
    @Key(value = "Median round trip to the PoP, ms.", min = 0, max = 100000) double latencyP50Ms,
    @Key(value = "Round trip to the PoP, the faster end, ms.", min = 0, max = 100000)
        @Nullable Double latencyFast20Ms,
    @Key(value = "Download, 20th percentile, Mbit/s.", min = 0, max = 1000000)
        @Nullable Double downloadP20Mbps,
    @Key(value = "Download, median, Mbit/s.", min = 0, max = 1000000)
        @Nullable Double downloadP50Mbps,
    @Key(value = "Download, 80th percentile, Mbit/s.", min = 0, max = 1000000)
        @Nullable Double downloadP80Mbps,
    @Key(value = "Upload, 20th percentile, Mbit/s.", min = 0, max = 1000000)
        @Nullable Double uploadP20Mbps,
    @Key(value = "Upload, median, Mbit/s.", min = 0, max = 1000000) @Nullable Double uploadP50Mbps,
    @Key(value = "Upload, 80th percentile, Mbit/s.", min = 0, max = 1000000)
        @Nullable Double uploadP80Mbps) {}
