package org.orbweaver.format.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orbweaver.format.Lines.lines;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.scenario.ElementsSpec;
import org.orbweaver.core.scenario.LaserSpec;
import org.orbweaver.core.scenario.RadioSpec;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.scenario.WalkerSpec;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.shape.RecordShape;

/** From a tree to records: defaults, every kind of value, every kind of fault. */
class A03_BinderTest {
  private static final String HEAD =
      """
      format: orbweaver/1
      name: net
      """;

  private final Problems problems = new Problems();

  @Test
  void theSmallestScenarioIsAllDefaults() {
    Scenario scenario = good(HEAD + "constellations: []\n");
    assertThat(scenario.description()).isEmpty();
    assertThat(scenario.time().start()).isEqualTo("now");
    assertThat(scenario.time().slotSeconds()).isEqualTo(15);
    assertThat(scenario.time().slotOffsetSeconds()).isEqualTo(12);
    assertThat(scenario.constellations()).isEmpty();
    assertThat(scenario.terminals().sites()).isEmpty();
    assertThat(scenario.radio().elevationMaskDeg()).isNull();
    assertThat(scenario.radio().beamsPerSatellite()).isEqualTo(48);
    assertThat(scenario.schedule().strategy()).isEqualTo("highest");
    assertThat(scenario.routing().betweenTerminals())
        .isEqualTo(RoutingSpec.BetweenTerminals.VIA_POP);
    assertThat(scenario.internet().allow()).isEmpty();
  }

  @Test
  void everyKindOfValueIsBound() {
    Scenario scenario =
        good(
            HEAD
                + """
                description: "One shell: everything."
                constellations:
                  - name: shell1
                    walker:
                      pattern: star
                      altitudeKm: 550.5
                      inclinationDeg: 53
                      planes: 72
                      perPlane: 22.0
                lasers:
                  - constellation: shell1
                    pattern: plusGrid
                    wrap: false
                    wrapShift: -3
                terminals:
                  files: [a.csv, "b.csv"]
                  sites:
                    - { name: berlin, latDeg: +52.5, lonDeg: 1.34e1, pop: frankfurt, downMbps: .5 }
                routing: { betweenTerminals: via-pop }
                """);
    WalkerSpec walker = Objects.requireNonNull(scenario.constellations().getFirst().walker());
    assertThat(walker.pattern()).isEqualTo(WalkerSpec.Pattern.STAR);
    assertThat(walker.altitudeKm()).isEqualTo(550.5);
    assertThat(walker.meanMotionRevPerDay()).isNull();
    assertThat(walker.perPlane()).isEqualTo(22);
    LaserSpec laser = scenario.lasers().getFirst();
    assertThat(laser.pattern()).isEqualTo(LaserSpec.Pattern.PLUS_GRID);
    assertThat(laser.wrap()).isFalse();
    assertThat(laser.wrapShift()).isEqualTo(-3);
    assertThat(scenario.terminals().files()).containsExactly("a.csv", "b.csv");
    TerminalSpec berlin = scenario.terminals().sites().getFirst();
    assertThat(berlin)
        .isEqualTo(
            new TerminalSpec(
                "berlin",
                52.5,
                13.4,
                0,
                "frankfurt",
                0.5,
                30,
                null,
                1,
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void choicesAreWrittenWithHyphensOrInCamelCase() {
    String elements = "constellations: [{ name: s, elements: { format: ";
    for (String spelling : new String[] {"omm-json", "ommJson"}) {
      Scenario scenario = good(HEAD + elements + spelling + " } }]\n");
      assertThat(Objects.requireNonNull(scenario.constellations().getFirst().elements()).format())
          .isEqualTo(ElementsSpec.Format.OMM_JSON);
    }
  }

  @Test
  void aMissingKeySaysWhatBelongsThere() {
    assertProblems(
        "description: nothing else\n",
        """
        net.yaml:1:1 format: is missing; orbweaver/1
        net.yaml:1:1 name: is missing; 1 to 63 lower-case letters of a to z, digits and -, not a - \
        first, such as hello
        net.yaml:1:1 constellations: is missing; a list, each entry with keys: name, walker, \
        elements, generation
        """);
  }

  @Test
  void anUnknownKeyGetsASuggestion() {
    assertProblems(
        HEAD
            + """
            constellations: []
            terminal: {}
            radio: { elevationMask: 25, colour: red }
            """,
        """
        net.yaml:4:1 terminal: is not a key of a scenario; did you mean terminals?
        net.yaml:5:10 radio.elevationMask: is not a key of radio; did you mean elevationMaskDeg?
        net.yaml:5:29 radio.colour: is not a key of radio; one of %s
        """
            .formatted(keys(RadioSpec.class)));
  }

  @Test
  void aWrongTypeSaysWhatItIsAndWhatIsNeeded() {
    assertProblems(
        """
        format: orbweaver/1
        name: 42
        constellations: {}
        time: now
        lasers:
          - constellation: true
            wrap: "false"
            shift: one
            maxRangeKm: "5400"
        terminals:
          files: a.csv
          sites: [berlin]
        radio: { beamsPerSatellite: 1.5, beamUpMbps: .inf, beamDownMbps: [700] }
        routing: { betweenTerminals: viaPoP }
        internet: { allow: [443, ""] }
        """,
        """
        net.yaml:2:7 name: is a number, "42"; 1 to 63 lower-case letters of a to z, digits and -, not \
        a - first, such as hello, in quotes
        net.yaml:3:17 constellations: is a mapping of keys; a list, each entry with keys: name, walker, \
        elements, generation
        net.yaml:4:7 time: is text; keys: start, slotSeconds, slotOffsetSeconds
        net.yaml:6:20 lasers[0].constellation: is true or false, "true"; text, in quotes
        net.yaml:7:11 lasers[0].wrap: is text, "false"; true or false without quotes
        net.yaml:8:12 lasers[0].shift: is text, "one"; a whole number from -1000 to 1000
        net.yaml:9:17 lasers[0].maxRangeKm: is text, "5400"; a number above 0, at most 100000 without \
        quotes
        net.yaml:11:10 terminals.files: is text; a list of texts
        net.yaml:12:11 terminals.sites[0]: is text; keys: %s
        net.yaml:13:29 radio.beamsPerSatellite: is 1.5; a whole number from 0 to 100000
        net.yaml:13:46 radio.beamUpMbps: is ".inf"; a number above 0, at most 1000000
        net.yaml:13:66 radio.beamDownMbps: is a list; a number above 0, at most 1000000
        net.yaml:14:30 routing.betweenTerminals: is "viaPoP"; via-pop or direct; did you mean via-pop?
        net.yaml:15:21 internet.allow[0]: is a number; text, in quotes where it looks like something \
        else
        net.yaml:15:26 internet.allow[1]: has no value; text, in quotes where it looks like something \
        else
        """
            .formatted(keys(TerminalSpec.class)));
  }

  @Test
  void aKeyWithoutAValueIsNotADefault() {
    assertProblems(
        HEAD + "constellations: []\npops:\nterminals: ~\ntime: { start: \"\" }\n",
        """
        net.yaml:4:1 pops: has no value; keys of its own: files, sites
        net.yaml:5:1 terminals: has no value; keys of its own: files, sites, horizons
        net.yaml:6:16 time.start: is empty; text, such as 2026-05-21T00:00:12Z
        """);
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertProblems(
        HEAD
            + """
            constellations:
              - name: s
                walker: { altitudeKm: 100, inclinationDeg: 181, planes: 0, perPlane: 1e9 }
            lasers: [{ constellation: s, maxRangeKm: 0 }]
            radio: { satelliteUpMbps: -0.0 }
            """,
        """
        net.yaml:5:27 constellations[0].walker.altitudeKm: is 100; a number from 160 to 40000
        net.yaml:5:48 constellations[0].walker.inclinationDeg: is 181; a number from 0 to 180
        net.yaml:5:61 constellations[0].walker.planes: is 0; a whole number from 1 to 1000
        net.yaml:5:74 constellations[0].walker.perPlane: is 1000000000; a whole number from 1 to 1000
        net.yaml:6:42 lasers[0].maxRangeKm: is 0; a number above 0, at most 100000
        net.yaml:7:27 radio.satelliteUpMbps: is 0; a number above 0, at most 100000000
        """);
  }

  @Test
  void textsThatDoNotFitTheirFormAreRefused() {
    assertProblems(
        """
        format: orbweaver-1
        name: My Net
        constellations: []
        terminals:
          sites: [{ name: "New York", latDeg: 1, lonDeg: 1 }, { name: "a>b", latDeg: 1, lonDeg: 1 }]
        pops: { sites: [{ name: Frankfurt, latDeg: 1, lonDeg: 1 }] }
        """,
        """
        net.yaml:1:9 format: is "orbweaver-1"; orbweaver/1
        net.yaml:2:7 name: is "My Net"; 1 to 63 lower-case letters of a to z, digits and -, not a - \
        first, such as hello
        net.yaml:5:19 terminals.sites[0].name: is "New York"; 1 to 80 characters without blanks, \
        commas, colons, quotes and >, such as berlin
        net.yaml:5:63 terminals.sites[1].name: is "a>b"; 1 to 80 characters without blanks, commas, \
        colons, quotes and >, such as berlin
        net.yaml:6:25 pops.sites[0].name: is "Frankfurt"; 1 to 63 lower-case letters of a to z, digits \
        and -, neither end a -, such as frankfurt
        """);
  }

  @Test
  void ofAlternativesExactlyOneIsGiven() {
    assertProblems(
        HEAD
            + """
            constellations:
              - name: a
              - name: b
                elements: { file: b.tle }
                walker: { inclinationDeg: 53, planes: 1, perPlane: 1 }
            """,
        """
        net.yaml:4:5 constellations[0]: has neither walker nor elements; exactly one of walker, elements
        net.yaml:5:5 constellations[1]: has walker and elements; exactly one of walker, elements
        net.yaml:7:13 constellations[1].walker: has neither altitudeKm nor meanMotionRevPerDay; exactly \
        one of altitudeKm, meanMotionRevPerDay
        """);
  }

  @Test
  void whatIsNoMappingIsNoScenario() {
    assertProblems(
        "- a\n- b\n", "net.yaml:1:1 scenario: is a list; keys: " + keys(Scenario.class) + "\n");
  }

  @Test
  void endlessTextIsRefused() {
    assertProblems(
        HEAD + "constellations: []\ndescription: " + "x".repeat(3000) + "\n",
        "net.yaml:4:14 description: has 3000 characters, more than 2000; text\n");
  }

  private static String keys(Class<? extends Record> type) {
    return String.join(", ", RecordShape.of(type).names());
  }

  private Scenario good(String text) {
    Scenario scenario = bind(text);
    assertThat(lines(problems.list())).isEmpty();
    return Objects.requireNonNull(scenario);
  }

  private void assertProblems(String text, String expected) {
    bind(text);
    assertThat(lines(problems.list())).isEqualTo(expected);
  }

  private @org.jspecify.annotations.Nullable Scenario bind(String text) {
    YamlNode root = Objects.requireNonNull(YamlReader.read(text, "net.yaml", problems));
    return new Binder("net.yaml", problems).bind(root, Scenario.class);
  }
}
