package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;

/** An operator's earth station. */
public record GatewaySpec(
    @Key(
            value = "Name, unique among gateways.",
            pattern = Sites.NAME,
            form = Sites.NAME_FORM,
            example = "aerzen")
        String name,
    @Key(value = "WGS84 latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude, degrees east.", min = -180, max = 360) double lonDeg,
    @Key(
            value = "Height above the WGS84 ellipsoid, metres.",
            byDefault = "0",
            min = -500,
            max = 9000)
        double altM,
    @Key(
            value = "Antennas: satellites that it serves at once.",
            byDefault = "8",
            min = 0,
            max = 1000)
        int antennas,
    @Key(
            value = "Lowest elevation of its links, degrees; the radio section's where absent.",
            min = 0,
            max = 90)
        @Nullable Double elevationMaskDeg) {}
