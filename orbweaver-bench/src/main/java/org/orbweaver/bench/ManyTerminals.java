package org.orbweaver.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Networks of as many terminals as asked for: each near one of the 1,000 cities, the larger the
 * city the more, normally scattered with one degree of standard deviation. Seed 1.
 */
final class ManyTerminals {
  private static final double SCATTER_DEG = 1;

  private ManyTerminals() {}

  /**
   * Writes a scenario and its terminals into a folder; returns the scenario.
   *
   * @param strategy of a schedule, or {@code starlink}: as scenario {@code starlink} has it
   */
  static Path write(Path folder, Path tables, int terminals, boolean lasers, String strategy)
      throws IOException {
    Path table = folder.resolve("terminals.csv");
    List<String> cities = Files.readAllLines(tables.resolve("cities-1000.csv"));
    List<String> header = List.of(cities.getFirst().split(",", -1));
    int lat = header.indexOf("lat_deg");
    int lon = header.indexOf("lon_deg");
    Random random = new Random(1);
    try (Writer csv = Files.newBufferedWriter(table)) {
      csv.write("name,lat_deg,lon_deg\n");
      for (int t = 0; t < terminals; t++) {
        // Cities are listed from the largest down; populations fall about as one over the rank.
        int rank = (int) Math.pow(cities.size() - 1, random.nextDouble());
        String[] city = cities.get(Math.max(1, rank)).split(",", -1);
        double latDeg = Double.parseDouble(city[lat]) + SCATTER_DEG * random.nextGaussian();
        double lonDeg = Double.parseDouble(city[lon]) + SCATTER_DEG * random.nextGaussian();
        csv.write(
            String.format(
                Locale.ROOT,
                "t%d,%.4f,%.4f%n",
                t,
                Math.clamp(latDeg, -90, 90),
                Math.IEEEremainder(lonDeg, 360)));
      }
    }
    String text =
        """
        format: orbweaver/1
        name: bench-many

        time:
          start: 2026-05-21T00:00:12Z

        constellations:
          - name: starlink
            elements: {}
        %s
        gateways:
          files: [%s]

        pops:
          files: [%s]

        terminals:
          files: [%s]

        radio:
          elevationMaskDeg: 25
          gsoSeparationDeg: 18
          beamsPerSatellite: 48

        %s
        """
            .formatted(
                lasers ? "\nlasers:\n  - {constellation: starlink, pattern: derived}\n" : "",
                tables.resolve("gateways.csv").toAbsolutePath(),
                tables.resolve("pops.csv").toAbsolutePath(),
                table.toAbsolutePath(),
                strategy.equals("starlink")
                    ? "schedule: { strategy: as-observed }\nrouting: { longestDetourMs: 12 }"
                    : "schedule: { strategy: " + strategy + " }");
    return Files.writeString(folder.resolve("many.yaml"), text);
  }
}
