package org.orbweaver.core.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.time.Slot;

/**
 * All outages that are known, past, present and to come. An outage counts for the whole of every
 * slot that it touches: what is known beforehand is planned around. Immutable.
 */
public record OutagePlan(List<Outage> all) {
  public static final OutagePlan EMPTY = new OutagePlan(List.of());

  public OutagePlan {
    all = List.copyOf(all);
  }

  /** With some more. */
  public OutagePlan and(List<Outage> more) {
    List<Outage> both = new ArrayList<>(all);
    both.addAll(more);
    return new OutagePlan(both);
  }

  /** Everything that is out in any part of a slot. */
  public Outages in(Slot slot) {
    return union(outage -> outage.touches(slot));
  }

  /** Everything that is out at an instant (UTC, nanoseconds since the Unix epoch). */
  public Outages at(long unixNs) {
    return union(outage -> outage.holdsAt(unixNs));
  }

  private Outages union(Predicate<Outage> counts) {
    Outages union = Outages.NONE;
    for (Outage outage : all) {
      if (counts.test(outage)) {
        union = union.and(outage.elements());
      }
    }
    return union;
  }
}
