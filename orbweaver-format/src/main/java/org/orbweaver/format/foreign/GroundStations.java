package org.orbweaver.format.foreign;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.Scalars;

/**
 * Hypatia's {@code ground_stations.txt}: number, name, latitude, longitude and height a line, in
 * the extended form followed by a position, which is not read.
 */
final class GroundStations {
  private static final int BASIC = 5;
  private static final int EXTENDED = 8;
  private static final int LONGEST_NAME = 60;

  private final String file;
  private final Problems problems;
  private final List<GroundStation> stations = new ArrayList<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private int line;

  private GroundStations(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The stations in the file's order; what is wrong is reported. */
  static List<GroundStation> read(String text, String file, Problems problems) {
    GroundStations reader = new GroundStations(file, problems);
    text.lines().forEach(reader::take);
    if (reader.stations.isEmpty() && problems.isEmpty()) {
      problems.add(file, 1, 1, "file", "holds no ground station", "at least one");
    }
    return reader.stations;
  }

  private void take(String text) {
    line++;
    if (text.isBlank()) {
      return;
    }
    String[] cells = text.split(",", -1);
    if (cells.length != BASIC && cells.length != EXTENDED) {
      problems.add(
          file, line, 1, "line", "has " + cells.length + " cells", "5, or 8 with a position");
      return;
    }
    Integer id = Scalars.integer(cells[0].strip());
    if (id == null || id != stations.size()) {
      problems.add(
          file,
          line,
          1,
          "gid",
          "is " + Words.quote(cells[0]),
          stations.size() + ", one by one from 0");
    }
    Double latDeg = number(cells, 2, "latitude", -90, 90);
    Double lonDeg = number(cells, 3, "longitude", -180, 360);
    Double altM = number(cells, 4, "elevation", -500, 9000);
    int index = stations.size();
    stations.add(
        new GroundStation(index, name(cells[1], index), value(latDeg), value(lonDeg), value(altM)));
  }

  private static double value(@Nullable Double number) {
    return number == null ? 0 : number;
  }

  private @Nullable Double number(String[] cells, int cell, String key, double min, double max) {
    Double value = Scalars.number(cells[cell].strip());
    if (value != null && value >= min && value <= max) {
      return value;
    }
    int column = 1;
    for (int i = 0; i < cell; i++) {
      column += cells[i].length() + 1;
    }
    problems.add(
        file,
        line,
        column,
        key,
        "is " + Words.quote(cells[cell]),
        Words.number(min) + " to " + Words.number(max));
    return null;
  }

  /** A name without the characters that separate names, unique whatever the case of letters. */
  private String name(String written, int id) {
    StringBuilder name = new StringBuilder();
    written
        .strip()
        .codePoints()
        .limit(LONGEST_NAME)
        .forEach(c -> {
          boolean kept = Character.isLetterOrDigit(c) || "-_.()'&/+".indexOf(c) >= 0;
          name.appendCodePoint(kept ? c : '-');
        });
    if (name.isEmpty()) {
      name.append("station-").append(id);
    }
    String unique = name.toString();
    while (taken.putIfAbsent(unique.toLowerCase(Locale.ROOT), id) != null) {
      unique = unique + "-" + id;
    }
    return unique;
  }

  /** Names that can be part of a host name, one for each station. */
  static List<String> hostNames(List<GroundStation> stations) {
    Map<String, Integer> taken = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (GroundStation station : stations) {
      String plain =
          Normalizer.normalize(station.name(), Normalizer.Form.NFKD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-|-$", "");
      String name =
          plain.isEmpty() ? "station-" + station.id() : plain.replaceAll("^(.{50}).*", "$1");
      String unique = name.replaceAll("-$", "");
      while (taken.putIfAbsent(unique, station.id()) != null) {
        unique = unique + "-" + station.id();
      }
      names.add(unique);
    }
    return names;
  }
}
