package org.orbweaver.core.scenario;

/** The home PoP of a country's terminals. */
public record CountryHome(
    @Key(
            value = "Country, ISO 3166-1 alpha-2; XK for Kosovo.",
            pattern = Sites.COUNTRY,
            form = Sites.COUNTRY_FORM,
            example = "UA")
        String country,
    @Key(value = "Name of a PoP.", example = "warsaw") String pop) {}
