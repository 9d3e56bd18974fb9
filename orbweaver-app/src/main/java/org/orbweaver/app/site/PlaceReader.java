package org.orbweaver.app.site;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problem;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * Reads places as they are written on a command line: {@code LAT,LON} or {@code LAT,LON,ALT_M}, the
 * name of a table of sites, or the name of a terminal.
 */
public final class PlaceReader {
  private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)";
  private static final Pattern COORDINATES =
      Pattern.compile(
          "\\s*(NUMBER)\\s*,\\s*(NUMBER)\\s*(?:,\\s*(NUMBER)\\s*)?".replace("NUMBER", NUMBER));

  /** Degrees with something else in place of the comma, or alone. */
  private static final Pattern LIKE_DEGREES =
      Pattern.compile("\\s*[+-]?\\d*\\.\\d+(?:[\\s;/]+NUMBER)?\\s*".replace("NUMBER", NUMBER));

  private static final String FORM =
      "Write latitude and longitude in degrees, north and east positive, such as 50.45,30.52;"
          + " a height in metres may follow.";

  private final List<String> names;
  private final Problems problems = new Problems();
  private final List<AskedSite> sites = new ArrayList<>();
  private int named;

  private PlaceReader(List<String> names) {
    this.names = names;
  }

  /**
   * Reads places in order.
   *
   * @param names what to call those given by coordinates, in order
   * @throws Failure wrong use, or bad input where a table has problems
   */
  public static List<AskedSite> read(List<String> places, List<String> names) {
    PlaceReader reader = new PlaceReader(names);
    places.forEach(reader::add);
    if (reader.named < names.size()) {
      throw Failure.usage(
          "--name is given "
              + Words.count(names.size(), "time")
              + " for "
              + Words.count(reader.named, "place")
              + " written as coordinates",
          "Give it once for each, in their order.");
    }
    if (!reader.problems.isEmpty()) {
      throw failure(reader.problems);
    }
    reader.checkTwice();
    return List.copyOf(reader.sites);
  }

  /**
   * Checks the home PoPs and countries that tables name.
   *
   * @throws Failure bad input, where one is not a PoP of the network, or no country
   */
  public static void checkHomes(List<AskedSite> sites, Collection<String> pops) {
    Problems problems = new Problems();
    for (AskedSite site : sites) {
      Located<TerminalSpec> added = site.added();
      String country = added == null ? null : added.value().country();
      if (added != null && country != null && !Countries.codes().contains(country)) {
        problems.add(
            added
                .place("country")
                .problem("is " + Words.quote(country), "a code of ISO 3166-1 alpha-2"));
      }
      String home = added == null ? null : added.value().pop();
      if (added != null && home != null && !pops.contains(home)) {
        String meant = Words.nearest(home, pops);
        problems.add(
            added
                .place("pop")
                .problem(
                    "is " + Words.quote(home),
                    meant == null ? "the name of a PoP" : "did you mean " + meant + "?"));
      }
    }
    if (!problems.isEmpty()) {
      throw failure(problems);
    }
  }

  private static Failure failure(Problems problems) {
    StringBuilder message = new StringBuilder("the table of sites cannot be used");
    for (Problem problem : problems.list()) {
      message.append(System.lineSeparator()).append(problem);
    }
    return Failure.badInput(message.toString(), null);
  }

  private void add(String written) {
    if (!isFile(written)) {
      if (written.contains(",") || LIKE_DEGREES.matcher(written).matches()) {
        addCoordinates(written.strip());
        return;
      }
      if (!written.toLowerCase(Locale.ROOT).endsWith(".csv")) {
        sites.add(AskedSite.terminal(written));
        return;
      }
    }
    addTable(written);
  }

  private void addCoordinates(String written) {
    Matcher matcher = COORDINATES.matcher(written);
    if (!matcher.matches()) {
      throw Failure.usage(Words.quote(written) + " is not a place", FORM);
    }
    double latDeg = Double.parseDouble(matcher.group(1));
    double lonDeg = Double.parseDouble(matcher.group(2));
    String altM = matcher.group(3);
    if (Math.abs(latDeg) > 90) {
      throw Failure.usage(
          "the latitude in " + Words.quote(written) + " is " + Words.number(latDeg),
          Math.abs(lonDeg) <= 90 && latDeg >= -180 && latDeg <= 360
              ? "It is -90 to 90, and comes first: " + matcher.group(2) + "," + matcher.group(1)
              : "It is -90 to 90. " + FORM);
    }
    if (lonDeg < -180 || lonDeg > 360) {
      throw Failure.usage(
          "the longitude in " + Words.quote(written) + " is " + Words.number(lonDeg),
          "It is -180 to 360. " + FORM);
    }
    if (altM != null && !(Double.parseDouble(altM) >= -500 && Double.parseDouble(altM) <= 9000)) {
      throw Failure.usage(
          "the height in " + Words.quote(written) + " is " + altM + " m",
          "It is -500 to 9000 metres above the ellipsoid.");
    }
    String name = named < names.size() ? names.get(named) : written.replaceAll("\\s", "");
    named++;
    if (name.isBlank() || name.length() > 80 || !Words.oneLine(name).equals(name)) {
      throw Failure.usage(
          Words.quote(name) + " cannot be a name", "Give 1 to 80 characters on one line.");
    }
    sites.add(AskedSite.adding(name, terminal(latDeg, lonDeg, altM == null ? "" : altM)));
  }

  /** A row of a table, so that defaults are those of tables. */
  private static Located<TerminalSpec> terminal(double latDeg, double lonDeg, String altM) {
    Problems none = new Problems();
    List<Located<TerminalSpec>> rows =
        TableReader.read(
            "name,lat_deg,lon_deg,alt_m\nx," + latDeg + "," + lonDeg + "," + altM,
            "command line",
            TerminalSpec.class,
            none);
    if (rows == null || !none.isEmpty()) {
      throw new IllegalStateException(none.list().toString());
    }
    return rows.getFirst();
  }

  private void addTable(String written) {
    List<Located<TerminalSpec>> rows;
    try {
      Path file = Path.of(written);
      rows = TableReader.read(file, Input.shown(file), TerminalSpec.class, problems);
    } catch (InvalidPathException e) {
      throw Failure.usage(Words.quote(written) + " cannot be a file", FORM);
    }
    if (rows == null) {
      return;
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      throw Failure.badInput(written + " has no sites", "Give each a row below the header.");
    }
    Map<String, Located<TerminalSpec>> seen = new HashMap<>();
    for (Located<TerminalSpec> row : rows) {
      String name = row.value().name();
      Located<TerminalSpec> first = seen.putIfAbsent(name, row);
      if (first != null) {
        Place at = first.place("name");
        problems.add(
            row.place("name")
                .problem(
                    "is " + Words.quote(name) + " as in line " + at.line(), "a name of its own"));
      }
      sites.add(AskedSite.adding(name, row));
    }
  }

  private void checkTwice() {
    Set<String> seen = new TreeSet<>();
    for (AskedSite site : sites) {
      if (!seen.add(key(site))) {
        throw Failure.usage(
            "the site " + Words.quote(site.label()) + " is given twice",
            "Give each once, or names of their own with --name.");
      }
    }
  }

  private static String key(AskedSite site) {
    Located<TerminalSpec> added = site.added();
    return added == null ? site.label() : Objects.requireNonNull(added).value().name();
  }

  private static boolean isFile(@Nullable String written) {
    try {
      return written != null && Files.isRegularFile(Path.of(written));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
