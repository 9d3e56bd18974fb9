package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.time.Utc;

/** What a scenario says is out of service. */
class D07_OutagesTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: s
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 3, perPlane: 4 }
      gateways: { sites: [{ name: aerzen, latDeg: 52, lonDeg: 9 }, { name: auch, latDeg: 44, lonDeg: 0 }] }
      pops: { sites: [{ name: frankfurt, latDeg: 50, lonDeg: 9 }] }
      """;

  private static final long START_NS = Utc.parseNs("2026-05-21T00:00:12Z");
  private static final long MINUTE_NS = 60_000_000_000L;

  @TempDir Path temp;

  @Test
  void a01_aGatewayForEver() {
    assertThat(outages("outages: [{ out: [\"gateway:auch\"] }]\n"))
        .containsExactly(
            new Outage(
                "gateway:auch",
                new Outages.Builder().gateway(1).build(),
                Long.MIN_VALUE,
                Long.MAX_VALUE));
  }

  @Test
  void a02_timesAreInstantsOrAfterTheStart() {
    Outage one =
        outages(
                "outages: [{ out: [\"pop:frankfurt\"], from: 2026-05-21T00:01:00Z, until: +10m"
                    + " }]\n")
            .getFirst();
    assertThat(one.fromNs()).isEqualTo(Utc.parseNs("2026-05-21T00:01:00Z"));
    assertThat(one.untilNs()).isEqualTo(START_NS + 10 * MINUTE_NS);
    Outage two = outages("outages: [{ out: [\"pop:frankfurt\"], from: +0s }]\n").getFirst();
    assertThat(two.fromNs()).isEqualTo(START_NS);
  }

  @Test
  void a03_everyKindOfElement_inOrder() {
    List<Outage> all =
        outages(
            """
            outages:
              - out:
                  - "gateway:a*"
                  - pop:frankfurt
                  - sat:s-1-2
                  - laser:s-0-1--s-0-2
                  - laser:s-2-0
                  - plane:s/1
                  - plane:s-2-3
                  - constellation:s
            """);
    assertThat(all)
        .extracting(Outage::name)
        .containsExactly(
            "gateway:a*",
            "pop:frankfurt",
            "sat:s-1-2",
            "laser:s-0-1--s-0-2",
            "laser:s-2-0",
            "plane:s/1",
            "plane:s/2",
            "constellation:s");
    assertThat(all.get(0).elements())
        .isEqualTo(new Outages.Builder().gateway(0).gateway(1).build());
    assertThat(all.get(2).elements()).isEqualTo(new Outages.Builder().satellite(6).build());
    assertThat(all.get(3).elements()).isEqualTo(new Outages.Builder().laser(2, 1).build());
    assertThat(all.get(4).elements()).isEqualTo(new Outages.Builder().lasersOf(8).build());
    assertThat(all.get(5).elements())
        .isEqualTo(
            new Outages.Builder().satellite(4).satellite(5).satellite(6).satellite(7).build());
    assertThat(all.get(7).elements().isSatelliteOut(11)).isTrue();
  }

  @Test
  void a04_everyProblemWithItsPlace() {
    assertThat(
            new Folder(temp)
                .problems(
                    NET
                        + """
                        outages:
                          - out: ["gateway:aerzn", auch, "sat:s-9-9", "plane:s/3", "laser:s-0-0--x"]
                          - out: ["pop:paris", "moon:x", "laser:s-0-0--s-0-0", "constellation:t"]
                        """))
        .isEqualTo(
            """
            net.yaml:10:11 outages[0].out[0]: is "gateway:aerzn"; did you mean aerzen?
            net.yaml:10:28 outages[0].out[1]: is "auch"; gateway:auch
            net.yaml:10:34 outages[0].out[2]: is "sat:s-9-9"; the name of a satellite of the 12 that \
            there are
            net.yaml:10:47 outages[0].out[3]: is "plane:s/3"; plane:s/0 to plane:s/2
            net.yaml:10:60 outages[0].out[4]: is "laser:s-0-0--x"; the name of a satellite of the 12 \
            that there are
            net.yaml:11:11 outages[1].out[0]: is "pop:paris"; the name of a PoP: frankfurt
            net.yaml:11:24 outages[1].out[1]: is "moon:x"; gateway:NAME, pop:NAME, sat:NAME, \
            laser:A--B, laser:A, plane:CONSTELLATION/INDEX, plane:SATELLITE or constellation:NAME
            net.yaml:11:34 outages[1].out[2]: is "laser:s-0-0--s-0-0"; two satellites, such as \
            laser:A--B
            net.yaml:11:56 outages[1].out[3]: is "constellation:t"; did you mean s?
            """);
  }

  @Test
  void a05_timesAreCheckedWithEverythingElse() {
    assertThat(
            new Folder(temp)
                .problems(
                    NET
                        + """
                        schedule: { strategy: higest }
                        outages:
                          - { out: ["pop:frankfurt"], from: "+10m", until: "+5m" }
                          - { out: ["pop:frankfurt"], from: tomorrow }
                          - { out: ["pop:frankfurt"], from: 2026-05-21T00:01:00Z, until: 1890-05-21T00:01:00Z }
                          - { until: "+5m" }
                        """))
        .isEqualTo(
            """
            net.yaml:9:23 schedule.strategy: is "higest"; did you mean highest?
            net.yaml:11:52 outages[0].until: is "+5m"; after +10m
            net.yaml:12:37 outages[1].from: is "tomorrow"; + and a length of time, such as +10m, or UTC \
            in ISO 8601 with Z, such as 2026-05-21T00:00:12Z
            net.yaml:13:66 outages[2].until: is "1890-05-21T00:01:00Z"; a year from 1957 to 2156
            net.yaml:14:5 outages[3].out: is missing; a list of texts, such as ["gateway:aerzen"]
            """);
  }

  @Test
  void a06_anEndBeforeTheBeginning_thoughWrittenDifferently() {
    assertThat(
            new Folder(temp)
                .problems(
                    NET
                        + "outages: [{ out: [\"pop:frankfurt\"], from: +1h, until:"
                        + " 2026-05-21T00:10:00Z }]\n"))
        .isEqualTo("net.yaml:9:55 outages[0].until: is \"2026-05-21T00:10:00Z\"; after +1h\n");
  }

  @Test
  void a07_anOutageOfNothing() {
    assertThat(new Folder(temp).problems(NET + "outages: [{ out: [], from: +1h }]\n"))
        .isEqualTo("net.yaml:9:18 outages[0].out: is empty; what is out, such as gateway:NAME\n");
  }

  private List<Outage> outages(String yaml) {
    Network network = new Folder(temp).network(NET + yaml);
    return network.outages().all();
  }
}
