package org.orbweaver.app.spec;

import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.yaml.Binder;
import org.orbweaver.format.yaml.YamlNode;
import org.orbweaver.format.yaml.YamlReader;

/**
 * Reads spec files, as strictly as scenarios: unknown and duplicate keys, anchors and impossible
 * values are problems with their line, all listed at once. Never throws for what is in a file.
 */
public final class SpecReader {
  private static final int LARGEST_BYTES = 1 << 20;

  private SpecReader() {}

  /** The spec file that belongs to a scenario: {@code NAME.spec.yml} beside {@code NAME.yaml}. */
  public static Path beside(Path scenario) {
    String name = String.valueOf(scenario.getFileName());
    int dot = name.lastIndexOf('.');
    return scenario.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".spec.yml");
  }

  /** The spec, or null where there are problems. */
  public static @Nullable Spec read(Path file, Problems problems) {
    String shownAs = Input.shown(file);
    int before = problems.count();
    String text = Text.read(file, shownAs, LARGEST_BYTES, problems);
    YamlNode root = text == null ? null : YamlReader.read(text, shownAs, problems);
    if (root == null) {
      return null;
    }
    Binder binder = new Binder(shownAs, problems, "spec");
    Spec spec = binder.bind(root, Spec.class);
    if (spec != null && problems.count() == before) {
      check(spec, binder, problems);
    }
    return problems.count() == before ? spec : null;
  }

  private static void check(Spec spec, Binder binder, Problems problems) {
    String start = spec.start();
    if (start != null && !isMoment(start)) {
      problems.add(
          binder
              .place("start")
              .problem("is no moment", "UTC in ISO 8601 with Z, such as 2026-05-21T00:00:12Z"));
    }
    List<String> codes = Arrays.stream(ReasonCode.values()).map(Enum::name).toList();
    for (int k = 0; k < spec.service().reasons().size(); k++) {
      String reason = spec.service().reasons().get(k);
      if (!codes.contains(reason) || reason.equals(ReasonCode.SERVED.name())) {
        problems.add(
            binder
                .place("service.reasons[" + k + "]")
                .problem("is no reason to be unserved", "one of " + String.join(", ", codes)));
      }
    }
    for (int k = 0; k < spec.satellites().size(); k++) {
      SatelliteCount count = spec.satellites().get(k);
      if (count.atLeast() > count.atMost()) {
        problems.add(
            binder
                .place("satellites[" + k + "].atMost")
                .problem("is less than atLeast", "at least " + count.atLeast()));
      }
    }
    for (int k = 0; k < spec.paths().size(); k++) {
      PathSpec path = spec.paths().get(k);
      if (path.minRttMs() > path.maxRttMs()) {
        problems.add(
            binder
                .place("paths[" + k + "].maxRttMs")
                .problem("is less than minRttMs", "at least " + path.minRttMs()));
      }
    }
  }

  private static boolean isMoment(String written) {
    try {
      Utc.parseNs(written);
      return true;
    } catch (DateTimeParseException | ArithmeticException e) {
      return false;
    }
  }
}
