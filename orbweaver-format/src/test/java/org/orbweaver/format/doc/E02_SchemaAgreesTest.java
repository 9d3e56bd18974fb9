package org.orbweaver.format.doc;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.format.Lines;
import org.orbweaver.format.ScenarioSchema;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.shape.KeyShape;
import org.orbweaver.format.shape.KeyShape.Kind;
import org.orbweaver.format.shape.RecordShape;
import org.orbweaver.format.yaml.Binder;
import org.orbweaver.format.yaml.YamlNode;
import org.orbweaver.format.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An independent validator judges by the schema as our reader does by the records. */
class E02_SchemaAgreesTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = REGISTRY.getSchema(ScenarioSchema.text(), InputFormat.JSON);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A scenario with every key that is no number; numbers that it lacks are added. */
  private static final String FULL =
      complete(
          """
          {"format": "orbweaver/1", "name": "full", "description": "Everything.",
           "time": {"start": "2026-05-21T00:00:12Z", "slotSeconds": 15, "slotOffsetSeconds": 12},
           "constellations": [
             {"name": "s", "walker": {"pattern": "star", "altitudeKm": 550, "inclinationDeg": 53,
              "planes": 72, "perPlane": 22, "phasing": 39, "raanSpreadDeg": 180, "raanOffsetDeg": 0.5,
              "anomalyOffsetDeg": -1, "epoch": "2026-05-21T00:00:00Z"}},
             {"name": "m", "walker": {"meanMotionRevPerDay": 15.2, "inclinationDeg": 53, "planes": 1,
              "perPlane": 1}},
             {"name": "e", "elements": {"file": "e.tle", "format": "omm-json",
              "indexed": {"planes": 2, "perPlane": 3}, "filters": {"minAltitudeKm": 440,
              "maxAltitudeKm": 600, "maxDriftKmPerDay": 1, "name": "^S", "notName": "DEB"}}},
             {"name": "f", "elements": {"fetched": "starlink"}, "generation": "v15"}],
           "lasers": [{"constellation": "s", "pattern": "plusGrid", "shift": 1, "wrap": false,
             "wrapShift": 3, "maxRangeKm": 5000, "minAltitudeKm": 100, "acquisitionS": 5,
             "seam": false}],
           "gateways": {"files": ["g.csv"], "sites": [{"name": "g", "latDeg": 1, "lonDeg": 2, "altM": 3,
             "antennas": 4, "elevationMaskDeg": 5}]},
           "pops": {"files": [], "sites": [{"name": "p", "latDeg": 1, "lonDeg": 2, "altM": 3,
             "serves": "DE AT", "nearest": false}]},
           "terminals": {"files": ["t.csv", "u.csv"], "sites": [{"name": "São-Paulo", "latDeg": 1,
             "lonDeg": 2, "altM": 3, "pop": "p", "downMbps": 4, "upMbps": 0.5, "elevationMaskDeg": 6,
             "track": "t.csv", "horizon": "h", "serviceClass": "hospital",
             "maxSpeedKmh": 160}], "horizons": [{"name": "h", "profile": [
             {"azimuthDeg": 0, "elevationDeg": 10}]}]},
           "radio": {"elevationMaskDeg": 25, "maxSlantRangeKm": 1089.7, "gatewayElevationMaskDeg": 5,
             "gatewayMaxSlantRangeKm": 2000, "gsoSeparationDeg": 18, "beamsPerSatellite": 48,
             "beamDownMbps": 700, "beamUpMbps": 125, "satelliteDownMbps": 20000,
             "satelliteUpMbps": 4000, "feederMbps": 25600,
             "budget": {"down": {}, "up": {}, "feeder": {}, "unexplainedRain": {}, "payloads": [
             {"generation": "v2Mini"}]}},
           "schedule": {"strategy": "highest", "handoverHoldMs": 100,
             "handover": {"profile": "hard", "leadMs": 1, "gapMs": 2, "lost": true,
             "everySlot": false, "dipLeast": 0.5, "dipMost": 0.6, "lossPercent": 1}},
           "routing": {"homePop": {"files": ["h.csv"], "countries": [{"country": "UA", "pop": "p"}],
             "areas": [{"name": "a", "pop": "p", "circle": {"latDeg": 1, "lonDeg": 2, "radiusKm": 3}},
             {"name": "b", "pop": "p", "polygon": [{"latDeg": 1, "lonDeg": 2},
             {"latDeg": 2, "lonDeg": 2}, {"latDeg": 2, "lonDeg": 3}]}]},
             "betweenTerminals": "direct", "fibreSpeedKmPerS": 2e5, "fibreDetour": 1.4,
             "longestDetourMs": 12},
           "delay": {"accessFloorMs": 4, "accessMedianMs": 20, "accessSpread": 0.5, "load": 0.1,
             "hopMs": 1, "carried": "full"},
            "load": {"subscribers": ["s.csv"], "drawn": true, "reachKm": 940,
             "freeSubscribers": 60000, "peakDownMbps": 500, "othersDown": 0.79,
             "steepnessDown": 0.58, "spreadDown": 0.74, "peakUpMbps": 100, "othersUp": 1.65,
             "steepnessUp": 0.4, "spreadUp": 0.48},
           "internet": {"allow": ["example.org:443"]},
           "outages": [{"out": ["gateway:g"], "from": "+10m", "until": "2026-05-21T01:00:00Z"}],
           "areas": [{"name": "a", "file": "a.geojson", "parent": "b", "cells": {"resolution": 5,
             "mode": "centre"}, "border": {"enterM": 500, "leaveM": 900, "dwellS": 60, "warnM": 1,
             "whenUnknown": "dark"}}, {"name": "b", "circle": {"latDeg": 1, "lonDeg": 2,
             "radiusKm": 3}}, {"name": "c", "polygon": [{"latDeg": 1, "lonDeg": 2},
             {"latDeg": 2, "lonDeg": 2}, {"latDeg": 2, "lonDeg": 3}]}],
           "licences": ["DE"],
           "decisions": [{"name": "d", "effect": "restrict", "area": "a", "countries": [],
             "terminals": [], "classes": ["consumer"], "from": "+1h", "until": "+2h", "notice": "7d",
             "grace": "0s", "legalBasis": "a law", "onExpiry": "hold", "yieldsTo": []}],
           "forwards": [{"protocol": "udp", "listen": "internet:9000", "terminal": "t",
             "target": "127.0.0.1:5000"}],
           "weather": {"rain": [{"from": "+1h", "until": "+2h"}], "files": ["r.csv"]},
           "packets": {"queue": "fq-codel", "queueKb": 100, "queuePackets": 100, "lossPercent": 1,
             "lossBurst": 2, "reorder": true, "mtu": 1400, "offloads": false,
             "plans": [{"name": "p", "terminals": ["t"], "queue": "codel"}],
             "traces": [{"terminals": ["t"], "file": "t.csv", "repeat": false}]}}
          """);

  @Test
  void theSchemaIsOneByItsOwnSpecification() {
    Schema meta =
        REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    assertThat(meta.validate(ScenarioSchema.text(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void aScenarioWithEveryKeyHolds() {
    assertThat(SCHEMA.validate(FULL, InputFormat.JSON)).isEmpty();
    assertThat(Lines.lines(problems(FULL))).isEmpty();
    assertThat(FULL).contains(keys(JSON.readTree(ScenarioSchema.text())));
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedScenariosHold(Path file) throws IOException {
    YamlNode root = YamlReader.read(Files.readString(file), file.toString(), new Problems());
    assertThat(SCHEMA.validate(json(root))).isEmpty();
  }

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../scenarios"))) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".yaml"))
          .filter(f -> !f.getFileName().toString().contains("spec"))
          .sorted()
          .toList();
    }
  }

  @Test
  void bothJudgeEveryChangeAlike() {
    Random random = new Random(20260521);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      JsonNode changed = JSON.readTree(FULL);
      for (int change = 0; change <= random.nextInt(2); change++) {
        change(changed, random);
      }
      String text = changed.toString();
      boolean bySchema = SCHEMA.validate(changed).isEmpty();
      boolean byReader = problems(text).isEmpty();
      assertThat(byReader)
          .as(() -> text + "\nschema: " + SCHEMA.validate(changed) + "\nreader: " + problems(text))
          .isEqualTo(bySchema);
      refused += bySchema ? 0 : 1;
    }
    assertThat(refused).isBetween(1000, 2900);
  }

  private static void change(JsonNode root, Random random) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>(object.propertyNames());
      String name = names.isEmpty() ? "files" : names.get(random.nextInt(names.size()));
      switch (random.nextInt(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "s", value(random));
        case 2 -> object.set("altM", value(random));
        default -> object.set(name, value(random));
      }
    } else if (container instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextBoolean()) {
        array.add(value(random));
      } else {
        array.set(random.nextInt(array.size()), value(random));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainer()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private static JsonNode value(Random random) {
    String[] values = {
      "null",
      "true",
      "false",
      "0",
      "-1",
      "1",
      "12",
      "12.0",
      "1.5",
      "1e9",
      "90.0001",
      "-90",
      "360",
      "\"\"",
      "\"text\"",
      "\"via-pop\"",
      "\"viaPop\"",
      "\"a b\"",
      "\"a>b\"",
      "\"A\"",
      "\"-a\"",
      "\"550\"",
      "\"true\"",
      "\"é\u00a0\"",
      "\"\\u0007\"",
      "\"😀\"",
      "[]",
      "{}",
      "[1]",
      "[\"a\"]",
      "[\"\"]",
      "[{}]",
      "{\"sites\": []}",
      "{\"name\": \"x\"}",
      "100000",
      "1000000",
      "0.0",
      "-0.0",
    };
    return JSON.readTree(values[random.nextInt(values.length)]);
  }

  private static List<org.orbweaver.format.problem.Problem> problems(String text) {
    Problems problems = new Problems();
    YamlNode root = YamlReader.read(text, "net.yaml", problems);
    if (root != null) {
      var unused = new Binder("net.yaml", problems).bind(root, Scenario.class);
    }
    return problems.list();
  }

  private static String complete(String scenario) {
    JsonNode root = JSON.readTree(scenario);
    addNumbers((ObjectNode) root, RecordShape.of(Scenario.class));
    return root.toString();
  }

  private static void addNumbers(ObjectNode object, RecordShape shape) {
    for (KeyShape key : shape.keys()) {
      JsonNode value = object.get(key.name());
      boolean number = key.kind() == Kind.NUMBER || key.kind() == Kind.INTEGER;
      if (value == null && number && !shape.exactlyOne().contains(key.name())) {
        object.put(key.name(), (int) Math.max(1, key.key().min()));
      } else if (value instanceof ObjectNode child) {
        addNumbers(child, key.record());
      } else if (value != null && key.kind() == Kind.RECORDS) {
        value.forEach(child -> addNumbers((ObjectNode) child, key.record()));
      }
    }
  }

  /** Names of all properties in a schema. */
  private static List<String> keys(JsonNode schema) {
    List<String> keys = new ArrayList<>();
    schema.findValues("properties").forEach(p -> keys.addAll(p.propertyNames()));
    return keys.stream().map(k -> '"' + k + '"').toList();
  }

  private static JsonNode json(@org.jspecify.annotations.Nullable YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping m -> {
        ObjectNode object = JSON.createObjectNode();
        m.entries().forEach(e -> object.set(e.key(), json(e.value())));
        yield object;
      }
      case YamlNode.Sequence s -> {
        ArrayNode array = JSON.createArrayNode();
        s.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case YamlNode.Scalar s ->
          switch (s.type()) {
            case TEXT -> JSON.stringNode(s.text());
            case NUMBER -> JSON.readTree(s.text());
            case FLAG -> JSON.booleanNode(Boolean.parseBoolean(s.text()));
            case NULL -> JSON.nullNode();
          };
      case null, default -> throw new AssertionError("unreadable");
    };
  }
}
