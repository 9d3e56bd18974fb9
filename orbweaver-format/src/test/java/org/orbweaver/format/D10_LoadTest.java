package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.SubscriberSpec;
import org.orbweaver.core.traffic.LinkRates;

/** Subscribers beside a scenario's terminals, from tables. */
class D10_LoadTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: shell
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 2, perPlane: 2, phasing: 0 }
      """;

  private static final String LOADED = NET + "load: { subscribers: [s.csv], drawn: true }\n";

  @TempDir Path temp;

  @Test
  void a01_noneWithoutATable() {
    assertThat(new Folder(temp).network(NET).subscribers()).isEmpty();
  }

  @Test
  void a02_rowsWithWhateverNotesTheyHave() {
    Network network =
        new Folder(temp)
            .with(
                "s.csv",
                "country,lat_deg,lon_deg,subscribers,source\n"
                    + "DE,52.5,13.4,20000,guess\n"
                    + "XK,42.6,21.1,0,\n")
            .network(LOADED);
    assertThat(network.subscribers())
        .containsExactly(
            new SubscriberSpec("DE", 52.5, 13.4, 20000), new SubscriberSpec("XK", 42.6, 21.1, 0));
    assertThat(network.scenario().load().drawn()).isTrue();
    assertThat(network.scenario().load().down().peakBps()).isEqualTo(500e6);
  }

  @Test
  void a03_everyProblemByItsPlace() {
    List<String> problems =
        new Folder(temp)
            .with(
                "s.csv",
                """
                country,lat_deg,lon_deg,subscribers
                UK,52.5,13.4,1
                DE,95,13.4,1
                DE,5,13.4,-1
                """)
            .problems(LOADED)
            .lines()
            .toList();
    assertThat(problems).hasSize(3);
    assertThat(problems.get(0)).contains("s.csv:2:1 country: is \"UK\"");
    assertThat(problems.get(1)).contains("s.csv:3:4 lat_deg");
    assertThat(problems.get(2)).contains("s.csv:4:11 subscribers");
    assertThat(new Folder(temp).problems(NET + "load: { subscribers: [none.csv] }\n"))
        .contains("none.csv");
  }

  private static final String WET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: shell
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 72, perPlane: 22, phasing: 39 }
      gateways: { sites: [{ name: g, latDeg: 50, lonDeg: 9 }] }
      pops: { sites: [{ name: p, latDeg: 50, lonDeg: 9 }] }
      terminals:
        sites:
          - { name: house, latDeg: 50, lonDeg: 8, downMbps: 1000, upMbps: 1000 }
          - { name: far, latDeg: 51.5, lonDeg: 8, downMbps: 1000, upMbps: 1000 }
      radio: { budget: {} }
      load: { subscribers: [s.csv] }
      """;

  private static final String RAIN =
      "weather: { rain: [{ latDeg: 50, lonDeg: 8, radiusKm: 20, mmPerH: 10 }] }\n";

  private SlotPlan plan(String scenario) {
    Network network =
        new Folder(temp)
            .with("s.csv", "country,lat_deg,lon_deg,subscribers\nDE,50,8,1000000\n")
            .network(scenario);
    return new Planner(network).plan(network.slots().at(network.startNs()), null);
  }

  @Test
  void a04_inRainATerminalKeepsItsPartOfWhatIsLeft() {
    SlotPlan dry = plan(WET);
    SlotPlan wet = plan(WET + RAIN);
    LinkRates dryLinks = Objects.requireNonNull(dry.links());
    LinkRates wetLinks = Objects.requireNonNull(wet.links());
    assertThat(wet.forwarding().downBps(1)).isEqualTo(dry.forwarding().downBps(1));
    double left = wetLinks.ceilingBps(0, false) / dryLinks.ceilingBps(0, false);
    assertThat(left).isBetween(0.1, 0.95);
    assertThat(wet.forwarding().downBps(0))
        .isCloseTo(left * dry.forwarding().downBps(0), within(1.0));
    assertThat(dry.forwarding().downBps(0)).isLessThan(500e6);
  }
}
