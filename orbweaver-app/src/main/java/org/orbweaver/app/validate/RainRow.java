package org.orbweaver.app.validate;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/**
 * A line of a table of rates by rain: {@code PLACE_median_download_by_rain} with keys such as
 * {@code 0}, {@code 0-1 mm} and {@code >5 mm}, the others being told apart by their names.
 */
public record RainRow(
    @Key(value = "What was measured, and where.") String table,
    @Key(value = "In what rain.") String key,
    @Key(value = "The number.", min = -1e9, max = 1e9) double value,
    @Key(value = "Its unit.") @Nullable String unit) {}
