package org.orbweaver.format.geo;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the resource of {@link Countries} from Natural Earth's admin-0 countries at 1:50 million as
 * the TopoJSON file {@code countries-50m.json} of world-atlas 2.0.2 has them (Natural Earth 4.1.0,
 * public domain): the same corners in the same steps, borders once where two countries share them.
 * Only codes are added.
 */
final class CountryCompiler {
  /** Rings that ISO 3166 does not count to the country in which the map has them. */
  private record Own(
      String parent, String code, double south, double north, double west, double east) {
    boolean holds(String country, double[] box) {
      return country.equals(parent)
          && box[0] >= south
          && box[1] <= north
          && box[2] >= west
          && box[3] <= east;
    }
  }

  private static final List<Own> OWN =
      List.of(
          new Own("FR", "GF", 2, 6, -55, -51),
          new Own("FR", "GP", 15.7, 16.6, -62, -60.9),
          new Own("FR", "MQ", 14.3, 15, -61.4, -60.7),
          new Own("FR", "RE", -21.5, -20.8, 55, 56),
          new Own("FR", "YT", -13.1, -12.5, 44.9, 45.4),
          new Own("NO", "SJ", 74, 81, 10, 34),
          new Own("NO", "SJ", 70.7, 71.3, -9.3, -7.7),
          new Own("NO", "BV", -55, -54, 3, 4),
          new Own("NL", "BQ", 11.9, 18, -69, -62),
          new Own("NZ", "TK", -9.6, -8.3, -173, -171),
          new Own("CX", "CC", -13, -11, 96, 98),
          // ISO 3166-2 has it as UA-43 and UA-40.
          new Own("RU", "UA", 44.3, 46.4, 32.3, 36.8));

  /** Countries without a number of their own on the map; null for what no code can be given to. */
  private static @Nullable String withoutNumber(String name) {
    return switch (name) {
      case "Kosovo" -> "XK";
      case "Somaliland" -> "SO";
      case "N. Cyprus" -> "CY";
      case "Indian Ocean Ter." -> "CX";
      case "Siachen Glacier" -> null;
      default -> throw new IllegalArgumentException(name + " has no number");
    };
  }

  private final JsonNode root;
  private final double[] scale;
  private final double[] origin;
  private final List<int[][]> arcs = new ArrayList<>();

  private CountryCompiler(Path topology) {
    root = JsonMapper.builder().build().readTree(topology.toFile());
    scale = pair(root.at("/transform/scale"));
    origin = pair(root.at("/transform/translate"));
    for (JsonNode arc : root.get("arcs")) {
      int[][] steps = new int[arc.size()][];
      for (int i = 0; i < steps.length; i++) {
        steps[i] = new int[] {arc.get(i).get(0).asInt(), arc.get(i).get(1).asInt()};
      }
      arcs.add(steps);
    }
  }

  static byte[] compile(Path topology) throws IOException {
    return new CountryCompiler(topology).bytes();
  }

  private byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(Countries.MAGIC);
      out.writeDouble(origin[0]);
      out.writeDouble(scale[0]);
      out.writeDouble(origin[1]);
      out.writeDouble(scale[1]);
      count(out, arcs.size());
      for (int[][] arc : arcs) {
        count(out, arc.length);
        for (int[] step : arc) {
          signed(out, step[0]);
          signed(out, step[1]);
        }
      }
      Map<String, List<JsonNode>> ringsByCode = ringsByCode();
      count(out, ringsByCode.size());
      for (Map.Entry<String, List<JsonNode>> region : ringsByCode.entrySet()) {
        out.write(region.getKey().getBytes(StandardCharsets.US_ASCII));
        count(out, region.getValue().size());
        for (JsonNode ring : region.getValue()) {
          count(out, ring.size());
          for (JsonNode arc : ring) {
            signed(out, arc.asInt());
          }
        }
      }
    }
    return bytes.toByteArray();
  }

  private Map<String, List<JsonNode>> ringsByCode() {
    Map<String, String> codeOfNumber = codes();
    Map<String, List<JsonNode>> rings = new TreeMap<>();
    for (JsonNode country : root.at("/objects/countries/geometries")) {
      String name = country.at("/properties/name").asString();
      String code =
          country.has("id") ? codeOfNumber.get(country.get("id").asString()) : withoutNumber(name);
      if (code == null) {
        continue;
      }
      boolean one = country.get("type").asString().equals("Polygon");
      for (JsonNode polygon : one ? List.of(country.get("arcs")) : list(country.get("arcs"))) {
        // The outer ring comes first and says whose its holes are.
        String owner = owner(code, polygon.get(0));
        for (JsonNode ring : polygon) {
          rings.computeIfAbsent(owner, key -> new ArrayList<>()).add(ring);
        }
      }
    }
    return rings;
  }

  private String owner(String code, JsonNode ring) {
    double[] box = {90, -90, 180, -180};
    for (JsonNode reference : ring) {
      int arc = reference.asInt() < 0 ? ~reference.asInt() : reference.asInt();
      int x = 0;
      int y = 0;
      for (int[] step : arcs.get(arc)) {
        x += step[0];
        y += step[1];
        box[0] = Math.min(box[0], origin[1] + y * scale[1]);
        box[1] = Math.max(box[1], origin[1] + y * scale[1]);
        box[2] = Math.min(box[2], origin[0] + x * scale[0]);
        box[3] = Math.max(box[3], origin[0] + x * scale[0]);
      }
    }
    return OWN.stream().filter(own -> own.holds(code, box)).map(Own::code).findFirst().orElse(code);
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    try (InputStream in = CountryCompiler.class.getResourceAsStream("iso-3166-1.txt")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      for (String pair : text.replaceAll("#.*", "").strip().split("\\s+", -1)) {
        codes.put(pair.substring(0, 3), pair.substring(4));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    return items;
  }

  private static double[] pair(JsonNode of) {
    return new double[] {of.get(0).asDouble(), of.get(1).asDouble()};
  }

  private static void count(DataOutputStream out, int value) throws IOException {
    int rest = value;
    while (rest > 0x7f || rest < 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static void signed(DataOutputStream out, int value) throws IOException {
    count(out, (value << 1) ^ (value >> 31));
  }
}
