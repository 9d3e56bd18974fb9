package org.orbweaver.core.scenario;

/** Subscribers around a place, whom nobody simulates one by one. */
public record SubscriberSpec(
    @Key(
            value = "Country, ISO 3166-1 alpha-2; XK for Kosovo.",
            pattern = Sites.COUNTRY,
            form = Sites.COUNTRY_FORM,
            example = "UA")
        String country,
    @Key(value = "WGS84 latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude, degrees east.", min = -180, max = 360) double lonDeg,
    @Key(value = "How many.", min = 0, max = 1e9) double subscribers) {}
