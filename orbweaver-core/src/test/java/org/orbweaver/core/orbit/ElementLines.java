package org.orbweaver.core.orbit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The two lines of element sets, as far as the tests of this package need them. */
final class ElementLines {
  private ElementLines() {}

  /** Pairs of lines 1 and 2 of a stream, whatever else lies between. */
  static List<String[]> pairs(InputStream in) {
    List<String[]> pairs = new ArrayList<>();
    String first = "";
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("1 ")) {
          first = line;
        } else if (line.startsWith("2 ")) {
          pairs.add(new String[] {first, line});
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  /** Pairs of a gzipped file of the shared data; skips the test where the data is not there. */
  static List<String[]> shared(String file) {
    String given = System.getenv("ORBWEAVER_DATA");
    Path data = given != null ? Path.of(given) : Path.of("..", "..", "shared", "data");
    Path path = data.resolve("tle").resolve(file);
    Assumptions.assumeTrue(Files.isReadable(path), "no real elements: " + path + " is absent");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      return pairs(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MeanElements parse(String line1, String line2) {
    int year = Integer.parseInt(line1.substring(18, 20));
    long day =
        LocalDate.of(year < 57 ? 2000 + year : 1900 + year, 1, 1).toEpochDay()
            + Integer.parseInt(line1.substring(20, 23).trim())
            - 1;
    long dayFraction = Long.parseLong(line1.substring(24, 32).trim());
    double revPerDay = 2 * Math.PI / 86_400;
    return new MeanElements(
        line2.substring(2, 7).trim(),
        Integer.parseInt(line2.substring(2, 7).trim()),
        line1.substring(9, 17).trim(),
        day * 86_400_000_000_000L + dayFraction * 864_000L,
        number(line2, 52, 63) * revPerDay,
        number(line1, 33, 43) * revPerDay / 86_400,
        Double.parseDouble("0." + line2.substring(26, 33).replace(' ', '0')),
        Math.toRadians(number(line2, 8, 16)),
        Math.toRadians(number(line2, 17, 25)),
        Math.toRadians(number(line2, 34, 42)),
        Math.toRadians(number(line2, 43, 51)),
        Double.parseDouble(
            line1.substring(53, 54).trim()
                + "0."
                + line1.substring(54, 59).trim()
                + "e"
                + line1.substring(59, 61)));
  }

  private static double number(String line, int from, int to) {
    return Double.parseDouble(line.substring(from, to).trim());
  }
}
