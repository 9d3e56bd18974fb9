package org.orbweaver.app.validate;

import org.orbweaver.core.scenario.Key;

/** A place where a country's users are taken to be. */
public record CountryPlace(
    @Key(value = "Country, ISO 3166-1 alpha-2.", pattern = "[A-Z]{2}", form = "two capitals")
        String country,
    @Key(value = "Latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "Longitude, degrees east.", min = -180, max = 360) double lonDeg) {}
