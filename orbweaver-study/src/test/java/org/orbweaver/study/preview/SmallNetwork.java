package org.orbweaver.study.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.LoadResult;
import org.orbweaver.format.ScenarioLoader;

/**
 * A ring of 40 satellites above the equator, one gateway, and lines in two areas side by side that
 * share a satellite: 30 in the west, of them two of a hospital and one of an ambulance, and 20 in
 * the east.
 */
final class SmallNetwork {
  static final long START_NS = Utc.parseNs("2026-05-21T00:00:12Z");
  static final ServiceArea WEST = Samples.area("west", -1, -1, 0, -1, 0, 1, -1, 1);
  static final ServiceArea EAST = Samples.area("east", 0, -1, 1, -1, 1, 1, 0, 1);

  private SmallNetwork() {}

  static Network load(Path folder) {
    StringBuilder yaml =
        new StringBuilder(
            """
            format: orbweaver/1
            name: small
            time: { start: 2026-05-21T00:00:12Z }
            constellations:
              - name: ring
                walker: { altitudeKm: 550, inclinationDeg: 0, planes: 1, perPlane: 40 }
            radio: { satelliteDownMbps: 200, satelliteUpMbps: 100 }
            gateways:
              sites:
                - { name: gate, latDeg: 0, lonDeg: 5 }
            pops:
              sites:
                - { name: hub, latDeg: 0, lonDeg: 10 }
            terminals:
              sites:
            """);
    for (int i = 0; i < 50; i++) {
      yaml.append(
          String.format(
              Locale.ROOT,
              "    - { name: t%02d, latDeg: 0.02, lonDeg: %.4f }%n",
              i,
              i < 30 ? -0.0021 * (i + 1) : 0.0021 * (i - 29)));
    }
    try {
      Path file = Files.writeString(folder.resolve("small.yaml"), yaml.toString());
      LoadResult result = ScenarioLoader.load(file, new LoadOptions(START_NS, null, null));
      if (result.network() == null) {
        throw new IllegalStateException(result.problems().toString());
      }
      return Objects.requireNonNull(result.network());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<LineFacts> lines() {
    List<LineFacts> lines = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ServiceClass itsClass =
          i < 2
              ? ServiceClass.HOSPITAL
              : i == 2
                  ? ServiceClass.EMERGENCY
                  : i < 5 ? ServiceClass.GOVERNMENT : ServiceClass.CONSUMER;
      lines.add(
          new LineFacts(
              "SL-%04d".formatted(i),
              itsClass,
              i < 5 ? 40 : 3,
              i < 5 ? "PAY-1" : "PAY-2",
              i == 29));
    }
    return lines;
  }

  static PolicyRules rules(Decision... decisions) {
    return new PolicyRules(new AreaTable(List.of(WEST, EAST)), List.of(decisions), true);
  }
}
