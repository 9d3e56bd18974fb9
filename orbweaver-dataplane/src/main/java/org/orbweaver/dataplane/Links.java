package org.orbweaver.dataplane;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;

/** The links of all terminals, each made when it is first used. */
final class Links {
  private final PathView paths;
  private final TimeSource time;
  private final Limits limits;
  private final Lateness lateness;
  private final MemoryBudget budget;
  private final AtomicReferenceArray<@Nullable TerminalLink> links;

  Links(PathView paths, TimeSource time, Limits limits, Lateness lateness, MemoryBudget budget) {
    this.paths = paths;
    this.time = time;
    this.limits = limits;
    this.lateness = lateness;
    this.budget = budget;
    this.links = new AtomicReferenceArray<>(paths.terminals());
  }

  TerminalLink of(int terminal) {
    TerminalLink link = links.get(terminal);
    if (link != null) {
      return link;
    }
    TerminalLink made = new TerminalLink(paths, time, terminal, limits, budget, lateness);
    TerminalLink other = links.compareAndExchange(terminal, null, made);
    return other == null ? made : other;
  }

  Traffic traffic(int terminal) {
    TerminalLink link = links.get(terminal);
    return link == null ? Traffic.NONE : link.traffic();
  }

  void close() {
    for (int i = 0; i < links.length(); i++) {
      TerminalLink link = links.get(i);
      if (link != null) {
        link.close();
      }
    }
  }
}
