package org.orbweaver.core.orbit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.orbweaver.core.time.LeapSeconds;

/** The published verification cases and their states, see the heads of the resource files. */
final class ValladoCases {
  /** A published state: minutes since the epoch, metres and m/s in TEME. */
  record State(double minutes, double[] positionM, double[] velocityMps) {}

  /** An element set, the span that was asked for, and what was published of it. */
  record Case(
      int number,
      MeanElements elements,
      double startMin,
      double stopMin,
      double stepMin,
      List<State> states) {
    boolean isDeepSpace() {
      return elements.periodS() >= 225 * 60;
    }

    /** Whether the published run ends before the end that was asked for: the model gave up. */
    boolean endsEarly() {
      return states.getLast().minutes() + stepMin <= stopMin;
    }

    /** UTC, nanoseconds since the Unix epoch, at minutes of elapsed time since the epoch. */
    long unixNs(double minutes) {
      return LeapSeconds.unixNs(LeapSeconds.taiNs(elements.epochNs()) + Math.round(minutes * 60e9));
    }

    @Override
    public String toString() {
      return number + ": " + elements.noradId();
    }
  }

  private ValladoCases() {}

  static List<Case> all() {
    List<List<State>> states = states();
    List<Case> cases = new ArrayList<>();
    for (String[] pair : ElementLines.pairs(open("vallado-cases.tle"))) {
      String[] span = pair[1].substring(69).trim().split("\\s+");
      cases.add(
          new Case(
              cases.size() + 1,
              ElementLines.parse(pair[0], pair[1]),
              Double.parseDouble(span[0]),
              Double.parseDouble(span[1]),
              Double.parseDouble(span[2]),
              states.get(cases.size())));
    }
    return cases;
  }

  private static List<List<State>> states() {
    List<List<State>> cases = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(open("vallado-vectors.csv"), StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!Character.isDigit(line.charAt(0))) {
          continue;
        }
        String[] f = line.split(",");
        while (cases.size() < Integer.parseInt(f[0])) {
          cases.add(new ArrayList<>());
        }
        cases.getLast().add(new State(Double.parseDouble(f[2]), vector(f, 3), vector(f, 6)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static double[] vector(String[] fields, int first) {
    return new double[] {
      1000 * Double.parseDouble(fields[first]),
      1000 * Double.parseDouble(fields[first + 1]),
      1000 * Double.parseDouble(fields[first + 2])
    };
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(ValladoCases.class.getResourceAsStream(name), name);
  }
}
