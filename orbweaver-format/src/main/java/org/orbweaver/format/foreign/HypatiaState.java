package org.orbweaver.format.foreign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.core.scenario.LaserPair;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.PairFile;
import org.orbweaver.format.elements.ElementReader;
import org.orbweaver.format.elements.ElementSets;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.Scalars;

/**
 * The state of a satellite network as Hypatia writes it (Kassing et al., IMC 2020): {@code
 * tles.txt}, {@code isls.txt}, {@code ground_stations.txt} and {@code description.txt}. Its
 * forwarding state and the number and rates of its interfaces are not read.
 */
public final class HypatiaState {
  private static final int LIMIT_BYTES = 64 << 20;
  private static final int LARGEST = 1000;

  /** What ground stations become. */
  public enum Ground {
    TERMINALS,
    GATEWAYS,
    BOTH
  }

  private final Path folder;
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();

  private int planes;
  private int perPlane;
  private String tles = "";
  private long epochNs;

  private HypatiaState(Path folder) {
    this.folder = folder;
  }

  /** Whether a folder looks like such a state. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve("tles.txt"));
  }

  /**
   * Reads the state in a folder.
   *
   * @param name name of the scenario, as a scenario allows it
   */
  public static Converted read(Path folder, String name, Ground ground) {
    return new HypatiaState(folder).converted(name, ground);
  }

  private Converted converted(String name, Ground ground) {
    satellites();
    List<LaserPair> lasers = lasers();
    List<GroundStation> stations = stations();
    Map<String, Double> limits = limits();
    if (!problems.isEmpty() || lasers == null) {
      return Converted.refused(problems.list());
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put(name + ".yaml", scenario(name, ground, lasers.isEmpty(), limits));
    files.put("satellites.tle", tles);
    if (!lasers.isEmpty()) {
      files.put(
          "isls.txt",
          lasers.stream().map(p -> p.a() + " " + p.b() + "\n").collect(Collectors.joining()));
    }
    if (ground != Ground.GATEWAYS) {
      files.put("terminals.csv", table(stations, GroundStation::name));
    }
    if (ground != Ground.TERMINALS) {
      files.put("gateways.csv", table(stations, GroundStation::name));
      List<String> names = GroundStations.hostNames(stations);
      files.put("pops.csv", table(stations, station -> names.get(station.id())));
    }
    return new Converted(files, List.of(), notes);
  }

  private @Nullable String text(String file) {
    Path path = folder.resolve(file);
    return Text.read(path, Input.shown(path), LIMIT_BYTES, problems);
  }

  private String shown(String file) {
    return Input.shown(folder.resolve(file));
  }

  private void satellites() {
    String text = text("tles.txt");
    if (text == null) {
      return;
    }
    String header = text.lines().findFirst().orElse("");
    String[] numbers = header.strip().split("\\s+");
    Integer first = numbers.length == 2 ? Scalars.integer(numbers[0]) : null;
    Integer second = numbers.length == 2 ? Scalars.integer(numbers[1]) : null;
    if (first == null
        || second == null
        || Math.min(first, second) < 1
        || Math.max(first, second) > LARGEST) {
      problems.add(
          shown("tles.txt"),
          1,
          1,
          "header",
          "is " + Words.quote(header),
          "the numbers of planes and of satellites in each, 1 to 1000, such as 72 22");
      return;
    }
    planes = first;
    perPlane = second;
    // As a remark, so that lines keep their numbers.
    tles = "# planes and satellites in each: " + text;
    ElementSets sets =
        ElementReader.read(
            tles.getBytes(StandardCharsets.UTF_8), shown("tles.txt"), ElementsSpec.Format.TLE);
    sets.problems().forEach(problems::add);
    sets.skipped().forEach(problems::add);
    if (!problems.isEmpty()) {
      return;
    }
    if (sets.elements().size() != (long) planes * perPlane) {
      problems.add(
          shown("tles.txt"),
          1,
          1,
          "header",
          "is " + planes + " * " + perPlane + " = " + (long) planes * perPlane,
          sets.elements().size() + ", the number of satellites in the file");
      return;
    }
    epochNs = sets.elements().getFirst().epochNs();
    if (sets.elements().stream().mapToLong(MeanElements::epochNs).anyMatch(e -> e != epochNs)) {
      notes.add("the epochs differ; the scenario starts at that of the first satellite");
    }
  }

  private @Nullable List<LaserPair> lasers() {
    String text = text("isls.txt");
    return text == null
        ? null
        : PairFile.read(
            text,
            shown("isls.txt"),
            planes == 0 ? Integer.MAX_VALUE : (long) planes * perPlane,
            problems);
  }

  private List<GroundStation> stations() {
    String text = text("ground_stations.txt");
    return text == null
        ? List.of()
        : GroundStations.read(text, shown("ground_stations.txt"), problems);
  }

  /** The lengths of links in metres, by the file's names; empty where there is no such file. */
  private Map<String, Double> limits() {
    Map<String, Double> limits = new LinkedHashMap<>();
    if (!Files.exists(folder.resolve("description.txt"))) {
      notes.add(
          "there is no description.txt: links to the ground need 25 degrees of elevation, and"
              + " lasers may have any length");
      return limits;
    }
    String text = text("description.txt");
    List<String> lines = text == null ? List.of() : text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int equals = lines.get(i).indexOf('=');
      String key = equals < 0 ? "" : lines.get(i).substring(0, equals).strip();
      if (key.equals("max_gsl_length_m") || key.equals("max_isl_length_m")) {
        String written = lines.get(i).substring(equals + 1).strip();
        Double metres = Scalars.number(written);
        if (metres == null || metres <= 0 || metres > 1e8) {
          problems.add(
              shown("description.txt"),
              i + 1,
              equals + 2,
              key,
              "is " + Words.quote(written),
              "metres, above 0, at most 100000000");
        } else {
          limits.put(key, metres);
        }
      }
    }
    return limits;
  }

  private String scenario(
      String name, Ground ground, boolean bentPipe, Map<String, Double> limits) {
    StringBuilder yaml =
        new StringBuilder(
            """
            # Imported from the state of a satellite network of Hypatia; every table beside it is used
            # as it was given there. Ask for a way as Hypatia does: orbweaver path FILE --instant
            format: orbweaver/1
            name: NAME
            description: Imported from Hypatia.

            time: { start: "START", slotOffsetSeconds: 0 }

            constellations:
              - name: shell
                elements: { file: satellites.tle, indexed: { planes: PLANES, perPlane: EACH } }
            """
                .replace("NAME", name)
                .replace("START", Utc.format(epochNs))
                .replace("PLANES", Integer.toString(planes))
                .replace("EACH", Integer.toString(perPlane)));
    if (!bentPipe) {
      Double metres = limits.get("max_isl_length_m");
      yaml.append("\nlasers:\n  - constellation: shell\n    pattern: listed\n    file: isls.txt\n")
          .append("    maxRangeKm: ")
          .append(metres == null ? "100000" : Words.number(metres / 1000))
          .append("\n    minAltitudeKm: 0\n");
    }
    yaml.append('\n');
    if (ground != Ground.TERMINALS) {
      yaml.append("gateways: { files: [gateways.csv] }\npops: { files: [pops.csv] }\n");
    }
    if (ground != Ground.GATEWAYS) {
      yaml.append("terminals: { files: [terminals.csv] }\n");
    }
    Double metres = limits.get("max_gsl_length_m");
    if (metres != null) {
      yaml.append("\n# A link to the ground is limited by its length alone.\n");
      yaml.append("radio: { maxSlantRangeKm: ").append(Words.number(metres / 1000)).append(" }\n");
    }
    if (ground == Ground.BOTH) {
      yaml.append("\nrouting: { betweenTerminals: direct }\n");
    }
    return yaml.toString();
  }

  private static String table(
      List<GroundStation> stations, java.util.function.Function<GroundStation, String> name) {
    StringBuilder csv = new StringBuilder("name,lat_deg,lon_deg,alt_m\n");
    for (GroundStation station : stations) {
      csv.append(name.apply(station))
          .append(',')
          .append(station.latDeg())
          .append(',')
          .append(station.lonDeg())
          .append(',')
          .append(station.altM())
          .append('\n');
    }
    return csv.toString();
  }
}
