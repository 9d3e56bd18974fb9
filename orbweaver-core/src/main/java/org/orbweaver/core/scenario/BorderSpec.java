package org.orbweaver.core.scenario;

import org.orbweaver.core.policy.WhenUnknown;

/** How moving terminals pass the border of an area. */
public record BorderSpec(
    @Key(
            value =
                "How far inside a terminal must be to be in, metres; never less than three times"
                    + " the uncertainty of its place.",
            byDefault = "500",
            min = 0,
            max = 100000)
        double enterM,
    @Key(
            value = "How far outside it must be to be out, metres; never less, likewise.",
            byDefault = "1000",
            min = 0,
            max = 100000)
        double leaveM,
    @Key(value = "For how long, seconds.", byDefault = "60", min = 0, max = 86400) double dwellS,
    @Key(
            value = "How near to the border it is told what waits beyond, metres.",
            byDefault = "5000",
            min = 0,
            max = 100000)
        double warnM,
    @Key(
            value =
                "What becomes of it once its place has been unknown for 15 minutes: it keeps the"
                    + " last state, or goes dark.",
            byDefault = "keep")
        WhenUnknown whenUnknown) {}
