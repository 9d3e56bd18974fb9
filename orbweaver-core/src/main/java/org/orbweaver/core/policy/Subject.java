package org.orbweaver.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * A terminal as policy sees it.
 *
 * @param terminal its name
 * @param latRad geodetic latitude
 * @param lonRad longitude
 * @param country the country that it is in, ISO 3166-1 alpha-2, or null where it is in none
 * @param serviceClass what its line is for
 */
public record Subject(
    String terminal,
    double latRad,
    double lonRad,
    @Nullable String country,
    ServiceClass serviceClass) {}
