package org.orbweaver.format.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.shape.Scalars;
import org.orbweaver.format.yaml.YamlNode;
import org.orbweaver.format.yaml.YamlReader;

/**
 * The configuration of StarryNet (Lai et al., NSDI 2023), {@code config.json}, with one shell or a
 * list of them. Ground stations are not in it: StarryNet takes them from the program that calls it.
 * Machines and passwords are not read.
 */
public final class StarryNetConfig {
  /** The file's name in StarryNet's folder. */
  public static final String FILE = "config.json";

  private static final int LIMIT_BYTES = 1 << 20;

  /**
   * Constants of StarryNet's own orbits: m³/s², m, and Walker's F whatever the phase shift says.
   */
  private static final double GM = 3.9860044e14;

  private static final double EARTH_RADIUS_M = 6_371_393;
  private static final int PHASING = 18;

  private final String shownAs;
  private final Problems problems = new Problems();

  private StarryNetConfig(String shownAs) {
    this.shownAs = shownAs;
  }

  /**
   * Reads a configuration.
   *
   * @param name name of the scenario, as a scenario allows it
   */
  public static Converted read(Path file, String name) {
    StarryNetConfig reader = new StarryNetConfig(Input.shown(file));
    String text = Text.read(file, reader.shownAs, LIMIT_BYTES, reader.problems);
    YamlNode root = text == null ? null : YamlReader.read(text, reader.shownAs, reader.problems);
    return root == null ? Converted.refused(reader.problems.list()) : reader.converted(root, name);
  }

  private Converted converted(YamlNode root, String name) {
    if (!(root instanceof YamlNode.Mapping config)) {
      problems.add(shownAs, root.line(), root.column(), "file", "is " + root.what(), "an object");
      return Converted.refused(problems.list());
    }
    List<String> shells = new ArrayList<>();
    YamlNode.Entry listed = config.entry("Shells");
    if (listed != null && listed.value() instanceof YamlNode.Sequence list) {
      for (YamlNode shell : list.items()) {
        if (shell instanceof YamlNode.Mapping mapping) {
          shells.add(shell(mapping, shells.size() + 1, "Orbits", "Satellites per orbit"));
        } else {
          report(shell, "Shells", "is " + shell.what(), "an object");
        }
      }
    } else {
      shells.add(shell(config, 1, "# of orbit", "# of satellites"));
    }
    String newer = "antenna elevation angle";
    String angle = config.entry(newer) == null ? "antenna_inclination_angle" : newer;
    Double maskDeg = number(config, angle, 0, 90);
    Double laserGbps = number(config, "satellite link bandwidth (\"X\" Gbps)", 0.001, 10_000);
    checkGrid(config);
    if (shells.isEmpty() && problems.isEmpty()) {
      report(config, "Shells", "is empty", "at least one");
    }
    if (!problems.isEmpty()) {
      return Converted.refused(problems.list());
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put(name + ".yaml", scenario(name, shells, maskDeg, laserGbps));
    files.put("terminals.csv", "name,lat_deg,lon_deg,alt_m\n");
    return new Converted(
        files,
        List.of(),
        List.of(
            "StarryNet's configuration has no ground stations: write them into terminals.csv",
            "the shells are those of StarryNet, but circular and without drag"));
  }

  private void checkGrid(YamlNode.Mapping config) {
    YamlNode.Entry style = config.entry("Satellite link");
    if (style != null
        && style.value() instanceof YamlNode.Scalar scalar
        && !scalar.text().equalsIgnoreCase("grid")) {
      report(scalar, "Satellite link", "is " + Words.quote(scalar.text()), "Grid");
    }
  }

  private String shell(YamlNode.Mapping shell, int number, String planesKey, String perPlaneKey) {
    Double altitudeKm = number(shell, "Altitude (km)", 160, 40_000);
    Double inclinationDeg = number(shell, "Inclination", 0, 180);
    Double planes = number(shell, planesKey, 1, 1000);
    Double perPlane = number(shell, perPlaneKey, 1, 1000);
    if (altitudeKm == null || inclinationDeg == null || planes == null || perPlane == null) {
      return "";
    }
    double radiusM = EARTH_RADIUS_M + 1e3 * altitudeKm;
    double revPerDay = Math.sqrt(GM / radiusM) / radiusM * 86_400 / (2 * Math.PI);
    return """
      - name: shellNUMBER
        walker:
          meanMotionRevPerDay: MOTION # ALTITUDE km
          inclinationDeg: INCLINATION
          planes: PLANES
          perPlane: EACH
          phasing: PHASING
          epoch: "2020-01-01T00:00:00Z"
    """
        .replace("NUMBER", Integer.toString(number))
        .replace("MOTION", Double.toString(revPerDay))
        .replace("ALTITUDE", Words.number(altitudeKm))
        .replace("INCLINATION", Words.number(inclinationDeg))
        .replace("PLANES", Words.number(planes))
        .replace("EACH", Words.number(perPlane))
        .replace("PHASING", Integer.toString(PHASING));
  }

  private @Nullable Double number(YamlNode.Mapping in, String key, double min, double max) {
    YamlNode.Entry entry = in.entry(key);
    String range = Words.number(min) + " to " + Words.number(max);
    if (entry == null) {
      report(in, key, "is missing", range);
      return null;
    }
    Double value =
        entry.value() instanceof YamlNode.Scalar scalar ? Scalars.number(scalar.text()) : null;
    boolean whole = min == 1 && value != null && value != Math.rint(value);
    if (value == null || value < min || value > max || whole) {
      String written =
          entry.value() instanceof YamlNode.Scalar scalar
              ? Words.quote(scalar.text())
              : entry.value().what();
      report(entry.value(), key, "is " + written, range);
      return null;
    }
    return value;
  }

  private void report(YamlNode at, String key, String whatIsWrong, String whatWouldBeRight) {
    problems.add(shownAs, at.line(), at.column(), key, whatIsWrong, whatWouldBeRight);
  }

  private static String scenario(
      String name, List<String> shells, @Nullable Double maskDeg, @Nullable Double laserGbps) {
    StringBuilder yaml =
        new StringBuilder(
            """
            # Imported from a configuration of StarryNet; write its ground stations into terminals.csv.
            format: orbweaver/1
            name: NAME
            description: Imported from StarryNet.

            time: { start: "2022-01-01T01:00:00Z", slotOffsetSeconds: 0 }

            constellations:
            """
                .replace("NAME", name));
    shells.forEach(yaml::append);
    yaml.append(
        "\n# Each satellite to the next in its plane and to the same one of the next plane.\n");
    yaml.append("lasers:\n");
    for (int i = 1; i <= shells.size(); i++) {
      yaml.append("  - { constellation: shell").append(i);
      yaml.append(", wrapShift: 0, maxRangeKm: 100000, minAltitudeKm: 0 }\n");
    }
    yaml.append("\nterminals: { files: [terminals.csv] }\n\nradio:\n  elevationMaskDeg: ");
    yaml.append(maskDeg == null ? "25" : Words.number(maskDeg));
    if (laserGbps != null) {
      yaml.append("\n  laserMbps: ").append(Words.number(1000 * laserGbps));
    }
    return yaml.append('\n').toString();
  }
}
