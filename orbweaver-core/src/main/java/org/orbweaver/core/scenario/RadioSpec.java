package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** Limits of the radio links between satellites and the ground. */
public record RadioSpec(
    @Key(
            value =
                "Lowest elevation at a terminal, degrees; 25 where neither it nor"
                    + " maxSlantRangeKm is given, 0 where only the latter is.",
            min = 0,
            max = 90)
        @Nullable Double elevationMaskDeg,
    @Key(
            value =
                "Longest link to a terminal, kilometres; alone or in addition to the elevation"
                    + " mask.",
            min = 0,
            max = 100000,
            aboveMin = true)
        @Nullable Double maxSlantRangeKm,
    @Key(
            value = "Lowest elevation at a gateway, degrees; as at a terminal where absent.",
            min = 0,
            max = 90)
        @Nullable Double gatewayElevationMaskDeg,
    @Key(
            value = "Longest link to a gateway, kilometres; as at a terminal where absent.",
            min = 0,
            max = 100000,
            aboveMin = true)
        @Nullable Double gatewayMaxSlantRangeKm,
    @Key(
            value =
                "Smallest angle, at the terminal, between the serving satellite and the"
                    + " geostationary arc, degrees; 0 for none.",
            byDefault = "0",
            min = 0,
            max = 90)
        double gsoSeparationDeg,
    @Key(
            value =
                "Beams of a satellite: cells of some 250 square kilometres that it serves at"
                    + " once. Terminals in one cell share a beam.",
            byDefault = "48",
            min = 0,
            max = 100000)
        int beamsPerSatellite,
    @Key(
            value = "Capacity of one beam toward terminals, Mbit/s.",
            byDefault = "700",
            min = 0,
            max = 1000000,
            aboveMin = true)
        double beamDownMbps,
    @Key(
            value = "Capacity of one beam from terminals, Mbit/s.",
            byDefault = "125",
            min = 0,
            max = 1000000,
            aboveMin = true)
        double beamUpMbps,
    @Key(
            value = "Capacity of one satellite toward terminals, Mbit/s.",
            byDefault = "20000",
            min = 0,
            max = 100000000,
            aboveMin = true)
        double satelliteDownMbps,
    @Key(
            value = "Capacity of one satellite from terminals, Mbit/s.",
            byDefault = "4000",
            min = 0,
            max = 100000000,
            aboveMin = true)
        double satelliteUpMbps,
    @Key(
            value =
                "Capacity of one feeder link between a satellite and a gateway's antenna, in each"
                    + " direction, Mbit/s.",
            byDefault = "25600",
            min = 0,
            max = 10000000,
            aboveMin = true)
        double feederMbps,
    @Key(
            value = "Capacity of one laser link, in each direction, Mbit/s.",
            byDefault = "100000",
            min = 0,
            max = 10000000,
            aboveMin = true)
        double laserMbps,
    @Key(
            value =
                "Capacity of a gateway, all its antennas together, in each direction, Mbit/s; as"
                    + " much as its antennas carry where absent.",
            min = 0,
            max = 1000000000,
            aboveMin = true)
        @Nullable Double gatewayMbps,
    @Key(
            value =
                "What links carry by power, distance, air and rain. beamDownMbps and beamUpMbps are"
                    + " then what a beam carries at most. Without it they are what it carries"
                    + " always.")
        @Nullable BudgetSpec budget) {}
