package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file says of rates by rain, turned into factors: the rate in rain over the dry one. */
record RainBins(List<Bin> bins, List<Count> counts, OptionalDouble meanFactor) {
  private static final String BY_RAIN = "_median_download_by_rain";
  private static final String COUNTS = "samples_";
  private static final String MEANS = "both_sites_mean_download";
  private static final Pattern RANGE = Pattern.compile("([0-9.]+)-([0-9.]+) mm");
  private static final Pattern ABOVE = Pattern.compile(">([0-9.]+) mm");

  /** Rain above a bound is on average this much of it: few hours rain much harder. */
  private static final double BEYOND = 1.6;

  /** Where the known sites of published measurements are: degrees north and east. */
  private static final Map<String, double[]> PLACES =
      Map.of(
          "enschede", new double[] {52.22, 6.89},
          "osnabrueck", new double[] {52.28, 8.05},
          "osnabruck", new double[] {52.28, 8.05});

  /**
   * One bin at one place.
   *
   * @param dryMbps the rate there without rain
   */
  record Bin(String place, String name, double mmPerH, double factor, double dryMbps) {
    double latDeg() {
      return where()[0];
    }

    double lonDeg() {
      return where()[1];
    }

    private double[] where() {
      return PLACES.getOrDefault(place, PLACES.getOrDefault("enschede", new double[2]));
    }

    String title() {
      return place + " " + name;
    }
  }

  /** How many measurements were made in some rain. */
  record Count(double mmPerH, double samples) {}

  RainBins {
    bins = List.copyOf(bins);
    counts = List.copyOf(counts);
  }

  static RainBins of(List<RainRow> rows) {
    List<Bin> bins = new ArrayList<>();
    List<Count> counts = new ArrayList<>();
    for (RainRow row : rows) {
      double mmPerH = mmPerH(row.key());
      if (Double.isNaN(mmPerH)) {
        continue;
      }
      if (row.table().endsWith(BY_RAIN)) {
        double dry = value(rows, row.table(), "0");
        String place = row.table().substring(0, row.table().length() - BY_RAIN.length());
        if (dry > 0) {
          bins.add(
              new Bin(place.toLowerCase(Locale.ROOT), row.key(), mmPerH, row.value() / dry, dry));
        }
      } else if (row.table().startsWith(COUNTS)) {
        counts.add(new Count(mmPerH, row.value()));
      }
    }
    double mean = value(rows, MEANS, "rain") / value(rows, MEANS, "no_rain");
    return new RainBins(bins, counts, mean > 0 ? OptionalDouble.of(mean) : OptionalDouble.empty());
  }

  /** {@code NaN} where there is no such line. */
  private static double value(List<RainRow> rows, String table, String key) {
    return rows.stream()
        .filter(row -> row.table().equals(table) && row.key().equals(key))
        .mapToDouble(RainRow::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The rain rate that stands for a bin; {@code NaN} for what is no bin of rain. */
  private static double mmPerH(String key) {
    Matcher range = RANGE.matcher(key);
    if (range.matches()) {
      return (Double.parseDouble(range.group(1)) + Double.parseDouble(range.group(2))) / 2;
    }
    Matcher above = ABOVE.matcher(key);
    return above.matches() ? BEYOND * Double.parseDouble(above.group(1)) : Double.NaN;
  }
}
