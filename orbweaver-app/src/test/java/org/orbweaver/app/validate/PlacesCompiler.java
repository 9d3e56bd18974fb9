package org.orbweaver.app.validate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Writes {@code country-places.csv} from GeoNames' places of 15,000 people and more: of each
 * country twelve, taken at equal steps of people along its places from south to north, so that each
 * stands for as many people as the others. Countries and territories without such places get places
 * of public knowledge, written below.
 *
 * <p>Arguments: the gzipped table of cities, the file to write.
 */
final class PlacesCompiler {
  private static final int PLACES = 12;

  /** Towns and stations, to a hundredth of a degree. */
  private static final String SMALL =
      """
      AQ -77.85 166.67 McMurdo
      AQ -64.77 -64.05 Palmer
      AQ -89.98 0 Amundsen-Scott
      AQ -67.57 -68.13 Rothera
      AQ -62.20 -58.96 Frei
      AI 18.22 -63.05 The Valley
      AS -14.28 -170.70 Pago Pago
      AX 60.10 19.94 Mariehamn
      BL 17.90 -62.85 Gustavia
      BM 32.29 -64.78 Hamilton
      BQ 12.15 -68.27 Kralendijk
      CC -12.16 96.83 West Island
      CK -21.21 -159.78 Avarua
      CX -10.42 105.68 Flying Fish Cove
      DM 15.30 -61.39 Roseau
      FK -51.70 -57.85 Stanley
      FM 6.96 158.21 Kolonia
      FO 62.01 -6.77 Torshavn
      GD 12.05 -61.75 Saint George's
      GG 49.46 -2.54 Saint Peter Port
      GL 64.18 -51.72 Nuuk
      GL 69.22 -51.10 Ilulissat
      IO -7.31 72.41 Diego Garcia
      JE 49.19 -2.10 Saint Helier
      KN 17.30 -62.72 Basseterre
      LI 47.14 9.52 Vaduz
      MF 18.07 -63.08 Marigot
      MH 7.09 171.38 Majuro
      MP 15.21 145.75 Saipan
      MS 16.79 -62.21 Brades
      NF -29.04 167.95 Kingston
      NR -0.55 166.92 Yaren
      NU -19.06 -169.92 Alofi
      PM 46.78 -56.18 Saint-Pierre
      PN -25.07 -130.10 Adamstown
      PW 7.34 134.48 Koror
      SH -15.93 -5.72 Jamestown
      SJ 78.22 15.65 Longyearbyen
      SM 43.94 12.45 San Marino
      SX 18.03 -63.05 Philipsburg
      TC 21.78 -72.27 Providenciales
      TK -9.38 -171.22 Nukunonu
      TV -8.52 179.20 Funafuti
      VA 41.90 12.45 Vatican
      VC 13.16 -61.23 Kingstown
      VG 18.43 -64.62 Road Town
      WF -13.28 -176.17 Mata-Utu
      """;

  private record City(double latDeg, double lonDeg, long people) {}

  private PlacesCompiler() {}

  public static void main(String[] args) throws IOException {
    Map<String, List<City>> cities = new TreeMap<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(args[0]))),
                StandardCharsets.UTF_8))) {
      in.lines().skip(1).forEach(line -> add(cities, line));
    }
    StringBuilder out = new StringBuilder("country,lat_deg,lon_deg,source\n");
    Map<String, StringBuilder> rows = new TreeMap<>();
    cities.forEach((country, places) -> rows.put(country, sample(country, places)));
    for (String line : SMALL.split("\n")) {
      String[] word = line.split(" ", 4);
      if (!cities.containsKey(word[0])) {
        rows.computeIfAbsent(word[0], c -> new StringBuilder())
            .append(String.join(",", word[0], word[1], word[2], "public"))
            .append('\n');
      }
    }
    rows.values().forEach(out::append);
    Files.writeString(Path.of(args[1]), out);
  }

  /** Fields: id, quoted name, country, latitude, longitude, people. */
  private static void add(Map<String, List<City>> cities, String line) {
    String[] field = line.substring(line.lastIndexOf('"') + 2).split(",", -1);
    cities
        .computeIfAbsent(field[0], country -> new ArrayList<>())
        .add(
            new City(
                Double.parseDouble(field[1]),
                Double.parseDouble(field[2]),
                Long.parseLong(field[3])));
  }

  private static StringBuilder sample(String country, List<City> cities) {
    cities.sort(Comparator.comparingDouble(City::latDeg).thenComparingDouble(City::lonDeg));
    long all = cities.stream().mapToLong(City::people).sum();
    StringBuilder rows = new StringBuilder();
    long passed = 0;
    int taken = 0;
    for (City city : cities) {
      passed += city.people();
      while (taken < PLACES && (taken + 0.5) * all / PLACES <= passed) {
        rows.append(
            String.format(
                Locale.ROOT, "%s,%.2f,%.2f,GeoNames\n", country, city.latDeg(), city.lonDeg()));
        taken++;
      }
    }
    return rows;
  }
}
