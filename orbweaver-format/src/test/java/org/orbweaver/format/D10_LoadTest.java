package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.SubscriberSpec;

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
                "country,lat_deg,lon_deg,subscribers\nUK,52.5,13.4,1\nDE,95,13.4,1\nDE,5,13.4,-1\n")
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
}
