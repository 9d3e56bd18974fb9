package org.orbweaver.dataplane;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;
import org.orbweaver.dataplane.packet.Shares;

/** The links of all terminals, each made when it is first used. */
final class Links {
  private final PathView paths;
  private final TimeSource time;
  private final Limits limits;
  private final Lateness lateness;
  private final MemoryBudget budget;
  private final AtomicReferenceArray<@Nullable TerminalLink> links;
  private final List<TerminalLink> used = new CopyOnWriteArrayList<>();
  private volatile Shares shares = Shares.PLANNED;

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
    return link == null ? make(terminal) : link;
  }

  private synchronized TerminalLink make(int terminal) {
    TerminalLink link = links.get(terminal);
    if (link == null) {
      link =
          new TerminalLink(
              paths, time, terminal, used.size(), () -> shares, limits, budget, lateness);
      used.add(link);
      links.set(terminal, link);
    }
    return link;
  }

  /** Those that have been used, in the order in which they were first. */
  List<TerminalLink> used() {
    return used;
  }

  /** How they share with others from now on, by their places among those used. */
  void share(Shares newShares) {
    shares = newShares;
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
