package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.scenario.OutagePlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.format.problem.Words;

/**
 * Plans without what is known to be out: what the scenario says, and what is told while the network
 * runs. Changed only by a {@link LiveNetwork.Change}, one at a time.
 */
final class LiveOutages implements SlotPlanner {
  private final Planner planner;
  private final NetworkClock clock;
  private volatile OutagePlan known;

  LiveOutages(Planner planner, NetworkClock clock) {
    this.planner = planner;
    this.clock = clock;
    this.known = planner.network().outages();
  }

  @Override
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
    return planner.plan(slot, previous, known.in(slot));
  }

  /** What was repaired within the slot comes back with the next one. */
  @Override
  public SlotPlan reroute(SlotPlan running) {
    return planner.reroute(running, running.outages().and(known.at(clock.nowNs())));
  }

  @Override
  public List<String> out(Slot slot) {
    TreeSet<String> names = new TreeSet<>();
    for (Outage outage : known.all()) {
      if (outage.touches(slot)) {
        names.add(outage.name());
      }
    }
    return List.copyOf(names);
  }

  /** What is out now or will be, in the order in which it became known. */
  List<Outage> list() {
    long nowNs = clock.nowNs();
    return known.all().stream().filter(outage -> outage.untilNs() > nowNs).toList();
  }

  /**
   * Puts elements out from now on.
   *
   * @param forNs network time until they are repaired by themselves; null for never
   * @throws Failure where a name is unknown; nothing is out then
   */
  List<Outage> fail(List<String> names, @Nullable Long forNs) {
    long nowNs = clock.nowNs();
    long untilNs = forNs == null ? Long.MAX_VALUE : Math.addExact(nowNs, forNs);
    List<Outage> failed = OutageNames.resolve(planner.network(), names, nowNs, untilNs);
    known = new OutagePlan(list()).and(failed);
    return failed;
  }

  /**
   * Ends outages now; from the next slot on their elements are used again, unless another outage
   * holds them.
   *
   * @param names as they are listed; empty for all
   * @throws Failure where one is not out; nothing is repaired then
   */
  List<Outage> repair(List<String> names) {
    long nowNs = clock.nowNs();
    List<String> wanted = new ArrayList<>();
    for (Outage written : OutageNames.resolve(planner.network(), names, nowNs, nowNs)) {
      if (known.all().stream().noneMatch(o -> o.holdsAt(nowNs) && is(o, written.name()))) {
        throw Failure.usage(
            Words.quote(written.name()) + " is not out", "orbweaver fail lists what is.");
      }
      wanted.add(written.name());
    }
    List<Outage> repaired = new ArrayList<>();
    List<Outage> left = new ArrayList<>();
    for (Outage outage : known.all()) {
      boolean chosen =
          outage.holdsAt(nowNs)
              && (names.isEmpty() || wanted.stream().anyMatch(name -> is(outage, name)));
      (chosen ? repaired : left).add(outage);
    }
    known = new OutagePlan(left);
    return repaired;
  }

  private static boolean is(Outage outage, String name) {
    return outage.name().equals(name);
  }
}
