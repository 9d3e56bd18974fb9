package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.policy.Fix;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;

/**
 * Where terminals have said that they are since the network began. A report counts from the slot on
 * that is planned next, and holds for a minute: then nobody knows where the terminal is until it
 * says so again, and meanwhile it is taken to be where it was.
 */
final class LivePlaces {
  /** How long a report holds, nanoseconds of network time. */
  static final long HOLDS_NS = 60_000_000_000L;

  private final Planner atHome;

  /** A planner and the slot from which on it plans. */
  private record Since(long slot, Planner planner, Map<Integer, Track> reported) {}

  private volatile Map<Integer, Track> reported = Map.of();

  /** That of the running slot, and that of the next once it is planned; the newer last. */
  private volatile List<Since> planners;

  LivePlaces(Planner atHome) {
    this.atHome = atHome;
    planners = List.of(new Since(Long.MIN_VALUE, atHome, Map.of()));
  }

  /** A terminal says where it is, at an instant of network time. */
  synchronized void report(int terminal, GeodeticPoint place, double sigmaM, long atNs) {
    put(terminal, Track.reported(place, sigmaM, atNs, Math.addExact(atNs, HOLDS_NS)));
  }

  /** A terminal does not know any more where it is, from an instant of network time on. */
  synchronized void lose(int terminal, long atNs) {
    put(terminal, Track.reported(last(terminal, atNs), 0, atNs, atNs));
  }

  private void put(int terminal, Track track) {
    Map<Integer, Track> next = new HashMap<>(reported);
    next.put(terminal, track);
    reported = Map.copyOf(next);
  }

  private GeodeticPoint last(int terminal, long atNs) {
    Network network = atHome.network();
    Track track = reported.getOrDefault(terminal, network.track(terminal));
    return track == null ? network.terminals().point(terminal) : track.at(atNs);
  }

  /** What plans a slot, with terminals where they say that they are by now. */
  synchronized Planner next(Slot slot) {
    Map<Integer, Track> now = reported;
    Since last = planners.getLast();
    if (last.reported() == now) {
      return last.planner();
    }
    Planner planner = atHome.with(now);
    List<Since> kept = new ArrayList<>(planners);
    kept.removeIf(since -> since.slot() >= slot.index());
    kept.add(new Since(slot.index(), planner, now));
    planners = List.copyOf(kept.subList(Math.max(0, kept.size() - 2), kept.size()));
    return planner;
  }

  /** What planned a slot. */
  Planner of(Slot slot) {
    List<Since> known = planners;
    return known.reversed().stream()
        .filter(since -> since.slot() <= slot.index())
        .findFirst()
        .orElse(known.getFirst())
        .planner();
  }

  /** What rules come to in a slot that follows another, or in the first of all. */
  ServicePolicy policy(Planner planner, @Nullable SlotPlan previous, PolicyRules rules, long atNs) {
    ServicePolicy known =
        previous == null
            ? ServicePolicy.of(rules, planner.network().subjects(), atNs)
            : previous.policy();
    return planner.policy(known.moving(reported.keySet()), rules, atNs);
  }

  /** Where terminals were that move when a slot began. */
  List<Fix> fixes(Slot slot) {
    return of(slot).network().fixes(slot.startNs());
  }
}
