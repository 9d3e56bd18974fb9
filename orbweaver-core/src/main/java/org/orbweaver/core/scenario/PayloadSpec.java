package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.Generation;

/** What satellites of one make carry, where that is not what others do. */
public record PayloadSpec(
    @Key(value = "The make.", example = "v2-mini") Generation generation,
    @Key(
            value = "Capacity of one toward terminals, Mbit/s; satelliteDownMbps where absent.",
            min = 0,
            max = 100000000,
            aboveMin = true)
        @Nullable Double satelliteDownMbps,
    @Key(
            value = "Capacity of one from terminals, Mbit/s; satelliteUpMbps where absent.",
            min = 0,
            max = 100000000,
            aboveMin = true)
        @Nullable Double satelliteUpMbps,
    @Key(
            value = "What it radiates in a channel, dBW; that of budget.down where absent.",
            min = -100,
            max = 100)
        @Nullable Double eirpDbw) {}
