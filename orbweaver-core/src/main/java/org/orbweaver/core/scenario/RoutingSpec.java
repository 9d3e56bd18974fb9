package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** How traffic crosses the network and the ground. */
public record RoutingSpec(
    @Key(
            value =
                "Traffic between two terminals: viaPop over their home PoPs, as the real network"
                    + " does, or direct over satellites where they are connected.",
            byDefault = "viaPop")
        BetweenTerminals betweenTerminals,
    @Key(
            value =
                "Name of the strategy by which ways over lasers and gateways are chosen:"
                    + " shortest-delay, fewest-hops, or one of a plug-in.",
            byDefault = "shortest-delay",
            example = "shortest-delay")
        String strategy,
    @Key(
            value =
                "Home PoPs of terminals that name none: of the first area that holds the terminal,"
                    + " else of its country, else the nearest PoP that serves it.",
            byDefault = "{}")
        HomePopSpec homePop,
    @Key(
            value = "Speed of light in fibre, kilometres a second.",
            byDefault = "200000",
            min = 100000,
            max = 299792.458)
        double fibreSpeedKmPerS,
    @Key(
            value = "Length of a fibre route over the great circle between its ends.",
            byDefault = "1.4",
            min = 1,
            max = 10)
        double fibreDetour,
    @Key(
            value =
                "A satellite from which the round trip to the home PoP takes this much longer than"
                    + " from the best one in view is taken only where no other can be,"
                    + " milliseconds; where absent, the way from a satellite plays no part in its"
                    + " choice.",
            min = 0,
            max = 10000)
        @Nullable Double longestDetourMs) {
  /** Way of traffic between two terminals. */
  public enum BetweenTerminals {
    VIA_POP,
    DIRECT
  }
}
