package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.link.Outages;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.scenario.OutagePlan;
import org.orbweaver.core.time.Slot;
import org.orbweaver.format.problem.Words;

/**
 * Plans without what is known to be out: what the scenario says, and what is told while the network
 * runs; and with terminals where they say that they are. Changed only by a {@link
 * LiveNetwork.Change}, one at a time.
 */
final class LiveOutages implements SlotPlanner {
  private final Planner planner;
  private final NetworkClock clock;
  private final Supplier<PolicyRules> rules;
  private final LivePlaces places;
  private volatile OutagePlan known;

  /** By the scenario's own decisions. */
  LiveOutages(Planner planner, NetworkClock clock) {
    this(planner, clock, planner.network()::rules);
  }

  /**
   * By what is decided when a slot is planned.
   *
   * @param rules all that is decided by then
   */
  LiveOutages(Planner planner, NetworkClock clock, Supplier<PolicyRules> rules) {
    this.planner = planner;
    this.clock = clock;
    this.rules = rules;
    this.places = new LivePlaces(planner);
    this.known = planner.network().outages();
  }

  @Override
  public SlotPlan plan(Slot slot, @Nullable SlotPlan previous) {
    Planner now = places.next(slot);
    return now == planner
        ? now.plan(slot, previous, known.in(slot), rules.get())
        : now.plan(
            slot,
            previous,
            known.in(slot),
            places.policy(now, previous, rules.get(), slot.startNs()));
  }

  /** What was repaired within the slot comes back with the next one. */
  @Override
  public SlotPlan reroute(SlotPlan running) {
    return places
        .of(running.slot())
        .reroute(running, running.outages().and(known.at(clock.nowNs())));
  }

  /** Where terminals say that they are. */
  LivePlaces places() {
    return places;
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
   * Puts elements out from now on. What is out already under the same name gets the new end and
   * keeps its beginning.
   *
   * @param forNs network time until they are repaired by themselves; null for never
   * @throws Failure where a name is unknown, a laser link never there, or what it means is out
   *     already until the same end, or with something else for as long; nothing changes then
   */
  List<Outage> fail(List<String> names, @Nullable Long forNs) {
    long nowNs = clock.nowNs();
    long untilNs = forNs == null ? Long.MAX_VALUE : Math.addExact(nowNs, forNs);
    List<Outage> failed =
        OutageNames.resolve(planner.network(), names, nowNs, untilNs).stream().distinct().toList();
    OutageNames.checkLasers(planner, failed, nowNs, note -> {});
    List<Outage> kept = new ArrayList<>(list());
    List<Outage> added = new ArrayList<>();
    for (Outage outage : failed) {
      long sinceNs = nowNs;
      boolean again = false;
      for (Outage old : list()) {
        if (old.holdsAt(nowNs) && is(old, outage.name())) {
          refuseSameEnd(old, outage);
          sinceNs = Math.min(sinceNs, old.fromNs());
          kept.remove(old);
          again = true;
        }
      }
      if (!again) {
        refuseCovered(outage);
      }
      added.add(new Outage(outage.name(), outage.elements(), sinceNs, untilNs));
    }
    known = new OutagePlan(kept).and(added);
    return failed;
  }

  private static void refuseSameEnd(Outage old, Outage wanted) {
    if (old.untilNs() == wanted.untilNs()) {
      throw alreadyOut(wanted, "Give it another end with --for, or end it with orbweaver repair.");
    }
  }

  private void refuseCovered(Outage wanted) {
    Outages others = Outages.NONE;
    for (Outage other : list()) {
      if (other.holdsAt(wanted.fromNs()) && other.untilNs() >= wanted.untilNs()) {
        others = others.and(other.elements());
      }
    }
    if (others.and(wanted.elements()).equals(others)) {
      throw alreadyOut(wanted, "It is out with something else; orbweaver fail lists what is.");
    }
  }

  private static Failure alreadyOut(Outage outage, String hint) {
    return Failure.usage(Words.quote(outage.name()) + " is out already", hint);
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
