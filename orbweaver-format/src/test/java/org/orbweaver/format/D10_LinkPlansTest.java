package org.orbweaver.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.scenario.PacketsSpec;
import org.orbweaver.core.scenario.QueueKind;

/** How links treat packets, for all and for some. */
class D10_LinkPlansTest {
  private static final String NET =
      """
      format: orbweaver/1
      name: net
      time: { start: 2026-05-21T00:00:12Z }
      constellations:
        - name: s
          walker: { altitudeKm: 550, inclinationDeg: 53, planes: 3, perPlane: 4 }
      terminals: { sites: [{ name: berlin, latDeg: 52, lonDeg: 13 }, { name: accra, latDeg: 6, lonDeg: 0 }] }
      """;

  @TempDir Path temp;

  @Test
  void a01_aPlanSaysOnlyWhatIsDifferent() {
    PacketsSpec packets =
        Objects.requireNonNull(
                new Folder(temp)
                    .load(
                        NET
                            + """
                            packets:
                              queue: codel
                              lossPercent: 0.5
                              plans:
                                - { name: business, terminals: [accra], queue: fq-codel, reorder: true, mtu: 1300 }
                            """)
                    .network())
            .scenario()
            .packets();
    assertThat(packets.queue()).isEqualTo(QueueKind.CODEL);
    assertThat(packets.plans().getFirst().over(packets))
        .isEqualTo(
            new PacketsSpec(
                QueueKind.FQ_CODEL, 1_000, 4_000, 0.5, 1, true, 1300, true, List.of(), List.of()));
  }

  @Test
  void a02_everyProblemAtOnce() {
    assertThat(
            new Folder(temp)
                .problems(
                    NET
                        + """
                        packets:
                          queue: red
                          mtu: 900
                          plans:
                            - { name: a, terminals: [berlim, berlin] }
                            - { name: a, terminals: [berlin], lossPercent: 100 }
                        """))
        .isEqualTo(
            """
            net.yaml:9:10 packets.queue: is "red"; tail-drop, codel or fq-codel
            net.yaml:10:8 packets.mtu: is 900; a whole number from 1280 to 2000
            net.yaml:12:30 packets.plans[0].terminals[0]: is "berlim"; did you mean berlin?
            net.yaml:13:15 packets.plans[1].name: is "a" again; a name of its own
            net.yaml:13:30 packets.plans[1].terminals[0]: is "berlin", which has the plan a already; \
            each terminal in one plan
            net.yaml:13:52 packets.plans[1].lossPercent: is 100; a number from 0 to 99
            """);
  }
}
