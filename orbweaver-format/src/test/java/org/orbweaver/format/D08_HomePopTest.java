package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.HomePopReason;
import org.orbweaver.core.Planner;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.scenario.Network;

/** Which PoP is home to which terminal, and why. */
class D08_HomePopTest {
  private static final String HEAD =
      """
      format: orbweaver/1
      name: net
      constellations: []
      pops:
        sites:
          - { name: frankfurt, latDeg: 50.1, lonDeg: 8.7 }
          - { name: warsaw, latDeg: 52.2, lonDeg: 21.0, serves: PL LT }
          - { name: sofia, latDeg: 42.7, lonDeg: 23.3 }
          - { name: suva, latDeg: -18.1, lonDeg: 178.4 }
          - { name: backup, latDeg: 50.4, lonDeg: 30.5, nearest: false }
      terminals:
        sites:
      """;

  private static final String RULES =
      """
      routing:
        homePop:
          files: [homes.csv]
          countries:
            - { country: UA, pop: sofia }
          areas:
            - { name: west, pop: warsaw, circle: { latDeg: 49.84, lonDeg: 24.03, radiusKm: 60 } }
            - name: dateline
              pop: suva
              polygon:
                - { latDeg: -25, lonDeg: 170 }
                - { latDeg: -25, lonDeg: -170 }
                - { latDeg: -10, lonDeg: -170 }
                - { latDeg: -10, lonDeg: 170 }
            - { name: far-west, pop: frankfurt, circle: { latDeg: 49, lonDeg: 23, radiusKm: 200 } }
      """;

  @TempDir Path temp;

  private Network network(String terminals) {
    return new Folder(temp)
        .with("homes.csv", "country,pop,source\nRO,sofia,us\n")
        .network(HEAD + terminals.indent(4) + RULES);
  }

  private static String home(Planner planner, int terminal) {
    int pop = planner.homePop(terminal);
    return (pop < 0 ? "-" : planner.network().pops().name(pop))
        + " "
        + planner.homePopReason(terminal);
  }

  private List<String> homes(String terminals) {
    Planner planner = new Planner(network(terminals));
    return IntStream.range(0, planner.network().terminals().size())
        .mapToObj(t -> home(planner, t))
        .toList();
  }

  @Test
  void a01_explicitBeforeAreaBeforeCountryBeforeNearest() {
    assertThat(
            homes(
                """
                - { name: named, latDeg: 49.84, lonDeg: 24.03, pop: backup }
                - { name: lviv, latDeg: 49.84, lonDeg: 24.03 }
                - { name: kyiv, latDeg: 50.45, lonDeg: 30.52 }
                - { name: berlin, latDeg: 52.52, lonDeg: 13.40 }
                - { name: fiji-west, latDeg: -17, lonDeg: 179.9 }
                - { name: fiji-east, latDeg: -17, lonDeg: -179.9 }
                - { name: bucharest, latDeg: 44.43, lonDeg: 26.10 }
                - { name: uzhhorod, latDeg: 48.62, lonDeg: 22.29 }
                """))
        .containsExactly(
            "backup EXPLICIT",
            "warsaw AREA",
            "sofia COUNTRY",
            "frankfurt NEAREST",
            "suva AREA",
            "suva AREA",
            "sofia COUNTRY",
            "frankfurt AREA");
  }

  @Test
  void a02_theNearestIsOneThatServesTheCountry() {
    // Kaliningrad, Vilnius and Minsk are all nearest to Warsaw, which serves Lithuania and Poland.
    assertThat(
            homes(
                """
                - { name: kaliningrad, latDeg: 54.71, lonDeg: 20.51 }
                - { name: vilnius, latDeg: 54.69, lonDeg: 25.28 }
                - { name: minsk, latDeg: 53.90, lonDeg: 27.57 }
                - { name: at-sea, latDeg: 57.5, lonDeg: 19.9 }
                """))
        .containsExactly(
            "frankfurt NEAREST", "warsaw NEAREST", "sofia NEAREST", "frankfurt NEAREST");
  }

  @Test
  void a03_aCountryThatIsWrittenCounts_notThePlace() {
    assertThat(
            homes(
                """
                - { name: embassy, latDeg: 52.52, lonDeg: 13.40, country: UA }
                - { name: ship, latDeg: 57.5, lonDeg: 19.9, country: PL }
                """))
        .containsExactly("sofia COUNTRY", "warsaw NEAREST");
  }

  @Test
  void a04_whereNoPopServesThereIsNoHome() {
    Planner planner =
        new Planner(
            new Folder(temp)
                .network(
                    """
                    format: orbweaver/1
                    name: net
                    constellations: []
                    pops: { sites: [{ name: warsaw, latDeg: 52.2, lonDeg: 21.0, serves: PL }] }
                    terminals: { sites: [{ name: berlin, latDeg: 52.52, lonDeg: 13.40 }] }
                    """));
    assertThat(planner.homePop(0)).isEqualTo(-1);
    assertThat(planner.homePopReason(0)).isEqualTo(HomePopReason.NONE);
    assertThat(planner.plan(planner.network().slots().at(planner.network().startNs()), null))
        .isNotNull();
  }

  @Test
  void a05_withoutRulesNoPlaceIsLookedUp() {
    Network network =
        new Folder(temp)
            .network(
                """
                format: orbweaver/1
                name: net
                constellations: []
                terminals: { sites: [{ name: berlin, latDeg: 52.52, lonDeg: 13.40 }] }
                """);
    assertThat(network.terminalSpec(0).country()).isNull();
  }

  @Test
  void a06_theNearestAlongTheGreatCircle_whereverATerminalIs() {
    StringBuilder terminals = new StringBuilder("name,lat_deg,lon_deg\n");
    Random random = new Random(6);
    for (int t = 0; t < 2000; t++) {
      double lat = t == 0 ? 90 : t == 1 ? -90 : 180 * random.nextDouble() - 90;
      terminals.append("t" + t + "," + lat + "," + (360 * random.nextDouble() - 180) + "\n");
    }
    Planner planner =
        new Planner(
            new Folder(temp)
                .with("t.csv", terminals.toString())
                .network(
                    """
                    format: orbweaver/1
                    name: net
                    constellations: []
                    pops:
                      sites:
                        - { name: a, latDeg: 50.1, lonDeg: 8.7 }
                        - { name: b, latDeg: -18.1, lonDeg: 178.4 }
                        - { name: c, latDeg: 61.2, lonDeg: -149.9 }
                        - { name: d, latDeg: -53.2, lonDeg: -70.9 }
                    terminals: { files: [t.csv] }
                    """));
    SiteTable pops = planner.network().pops();
    for (int t = 0; t < 2000; t++) {
      GeodeticPoint here = planner.network().terminals().point(t);
      double taken = here.greatCircleM(pops.point(planner.homePop(t)));
      for (int p = 0; p < pops.size(); p++) {
        assertThat(taken).isLessThanOrEqualTo(here.greatCircleM(pops.point(p)) + 1);
      }
    }
  }

  @Test
  void a07_ofACountrysPopsTheNearest_andWhatIsInlineReplacesTheTable() {
    String terminals =
        """
        - { name: lviv, latDeg: 49.84, lonDeg: 24.03 }
        - { name: odesa, latDeg: 46.48, lonDeg: 30.72 }
        - { name: berlin, latDeg: 52.52, lonDeg: 13.40 }
        """;
    String rules = "routing:\n  homePop:\n    files: [homes.csv]\n";
    String table = "country,pop\nUA,warsaw\nUA,sofia\nDE,sofia\n";
    assertThat(homes(table, terminals, rules))
        .containsExactly("warsaw COUNTRY", "sofia COUNTRY", "sofia COUNTRY");
    String inline = "    countries: [{ country: UA, pop: frankfurt }]\n";
    assertThat(homes(table, terminals, rules + inline))
        .containsExactly("frankfurt COUNTRY", "frankfurt COUNTRY", "sofia COUNTRY");
  }

  private List<String> homes(String table, String terminals, String rules) {
    Planner planner =
        new Planner(
            new Folder(temp).with("homes.csv", table).network(HEAD + terminals.indent(4) + rules));
    return IntStream.range(0, 3).mapToObj(t -> home(planner, t)).toList();
  }

  @Test
  void b01_everyProblemAtOnce() {
    assertThat(
            new Folder(temp)
                .with("homes.csv", "country,pop\nPL,warsaw\nPL,warsaw\nFR,paris\nQX,sofia\n")
                .problems(
                    HEAD
                        + """
                            - { name: a, latDeg: 1, lonDeg: 1, country: UK }
                        routing:
                          homePop:
                            files: [homes.csv]
                            countries:
                              - { country: PL, pop: sofia }
                              - { country: de, pop: sofia }
                            areas:
                              - { name: x, pop: sofja, polygon: [{ latDeg: 1, lonDeg: 1 }] }
                              - { name: x, pop: sofia, circle: { latDeg: 1, lonDeg: 1, radiusKm: 0 } }
                        """))
        .isEqualTo(
            """
            net.yaml:13:49 terminals.sites[0].country: is "UK", which ISO 3166-1 has not; GB
            net.yaml:19:20 routing.homePop.countries[1].country: is "de"; two capital letters, a code \
            of ISO 3166-1 alpha-2, such as UA
            net.yaml:21:25 routing.homePop.areas[0].pop: is "sofja"; did you mean sofia?
            net.yaml:21:41 routing.homePop.areas[0].polygon: has 1 corner; at least 3
            net.yaml:22:17 routing.homePop.areas[1].name: is "x" again; a name of its own
            net.yaml:22:74 routing.homePop.areas[1].circle.radiusKm: is 0; a number above 0, at most \
            20100
            homes.csv:3:1 country: is "PL" with the same PoP again; each pair of country and PoP once
            homes.csv:4:4 pop: is "paris"; the name of a PoP: backup, frankfurt, sofia, suva, warsaw
            homes.csv:5:1 country: is "QX"; a country's code of ISO 3166-1 alpha-2
            """);
  }
}
