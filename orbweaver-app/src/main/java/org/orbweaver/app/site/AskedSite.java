package org.orbweaver.app.site;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.format.problem.Located;

/**
 * A place that somebody asks about: either a terminal of the scenario, or one that is added to it.
 *
 * @param label what results call it
 * @param added the terminal to add; its name is not that of a terminal of any scenario. Null where
 *     the scenario's own terminal {@code label} is meant
 */
public record AskedSite(String label, @Nullable Located<TerminalSpec> added) {
  /** A colon stands in no name of a scenario, so that an added terminal never takes one. */
  private static final String PREFIX = "site:";

  static AskedSite adding(String label, Located<TerminalSpec> spec) {
    TerminalSpec s = spec.value();
    TerminalSpec named =
        new TerminalSpec(
            PREFIX + label,
            s.latDeg(),
            s.lonDeg(),
            s.altM(),
            s.pop(),
            s.downMbps(),
            s.upMbps(),
            s.elevationMaskDeg(),
            s.weight(),
            s.demandDownMbps(),
            s.demandUpMbps(),
            s.country(),
            null,
            null,
            s.serviceClass(),
            null);
    return new AskedSite(label, new Located<>(named, spec.placeOf()));
  }

  static AskedSite terminal(String name) {
    return new AskedSite(name, null);
  }
}
