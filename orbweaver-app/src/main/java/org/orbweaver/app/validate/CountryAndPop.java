package org.orbweaver.app.validate;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a place's home.
 *
 * @param country ISO 3166-1 alpha-2
 * @param pop name of its PoP, where that is known
 */
record CountryAndPop(@Nullable String country, @Nullable String pop) {}
