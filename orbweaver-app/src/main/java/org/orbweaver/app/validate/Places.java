package org.orbweaver.app.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Problems;

/**
 * Where the users of a country are taken to be: a dozen places, each standing for as many people as
 * the others. Written by {@code PlacesCompiler}, beside the tests.
 */
final class Places {
  static final String FILE = "country-places.csv";

  private Places() {}

  /** All of them, by country. */
  static List<CountryPlace> all() {
    try (InputStream in = Places.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not in the jar");
      }
      Problems problems = new Problems();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Located<CountryPlace>> rows = TableReader.read(text, FILE, CountryPlace.class, problems);
      if (rows == null || !problems.isEmpty()) {
        throw new IllegalStateException(problems.list().toString());
      }
      return rows.stream().map(Located::value).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, countries in order of their codes. */
  static Map<String, List<CountryPlace>> byCountry() {
    Map<String, List<CountryPlace>> places = new TreeMap<>();
    for (CountryPlace place : all()) {
      places.computeIfAbsent(place.country(), code -> new ArrayList<>()).add(place);
    }
    return places;
  }

  /** ISO 3166-1 alpha-2 of an alpha-3 code, or null. */
  static @Nullable String alpha2(String alpha3) {
    Map<String, String> codes = new HashMap<>();
    codes.put("XKX", "XK");
    for (String two : Locale.getISOCountries()) {
      codes.put(Locale.of("", two).getISO3Country(), two);
    }
    return codes.get(alpha3);
  }
}
