package org.orbweaver.study.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.policy.HeldPlace;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.format.geo.Countries;

/**
 * The same slots planned twice, by the policy without a decision and by the policy with it. While
 * both say the same the plan is made once; from the slot in which they part on, the two go their
 * own ways, since each slot's plan depends on the one before. Where slots are left out, each slot
 * that is planned begins anew.
 */
final class TwoFolds {
  private final Network network;
  private final PolicyRules rules;
  private final Side without;
  private final Side with;
  private final Tally tally;

  /** One of the two, with a planner of its own, since planners remember where terminals were. */
  private static final class Side {
    private final Planner planner;
    private ServicePolicy policy;
    private @Nullable SlotPlan previous;

    Side(Network network, ServicePolicy policy) {
      this.planner = new Planner(network);
      this.policy = policy;
    }

    SlotPlan plan(Slot slot) {
      SlotPlan before = previous;
      boolean follows = before != null && before.end().timeNs() == slot.startNs();
      return planner.plan(
          slot, follows ? before : null, planner.network().outages().in(slot), policy);
    }
  }

  /**
   * @param without the policy without the decision, at any instant
   * @param with what is decided with it
   */
  TwoFolds(Network network, ServicePolicy without, PolicyRules with) {
    this.network = network;
    this.rules = with;
    this.without = new Side(network, without);
    this.with = new Side(network, without.at(with, without.atNs()));
    this.tally = new Tally(without.terminals(), network.gateways().size());
  }

  /**
   * Plans slots.
   *
   * @param first the first
   * @param slots how many, those that are left out not counted
   * @param everySlots 1 for each slot, 4 for each fourth
   * @param beside what plans the one side while the caller plans the other; the outcome is the same
   *     whatever it is
   * @param progress told the number of slots that are done
   */
  Tally run(Slot first, int slots, int everySlots, Executor beside, IntConsumer progress) {
    SlotGrid grid = network.slots();
    if (everySlots == 1) {
      // A slot before the first, so that handovers into it are known on both sides.
      planBoth(grid.previous(first), beside);
    }
    for (int done = 0; done < slots; done++) {
      boolean[] differs = planBoth(grid.of(first.index() + (long) done * everySlots), beside);
      tally.add(previous(without), previous(with), differs);
      progress.accept(done + 1);
    }
    return tally;
  }

  private boolean[] planBoth(Slot slot, Executor beside) {
    List<HeldPlace> places = places(slot.startNs());
    without.policy = without.policy.at(slot.startNs()).with(places);
    with.policy = with.policy.at(slot.startNs()).with(places);
    boolean[] differs = new boolean[without.policy.terminals()];
    boolean same = without.previous == with.previous;
    for (int t = 0; t < differs.length; t++) {
      differs[t] = differ(without.policy.verdict(t), with.policy.verdict(t));
    }
    same &= !contains(differs);
    if (same) {
      without.previous = without.plan(slot);
      with.previous = without.previous;
    } else {
      CompletableFuture<SlotPlan> other =
          CompletableFuture.supplyAsync(() -> with.plan(slot), beside);
      without.previous = without.plan(slot);
      with.previous = other.join();
    }
    return differs;
  }

  /** Where terminals are that move: on either side of a border as their tracks are. */
  private List<HeldPlace> places(long atNs) {
    List<HeldPlace> places = new ArrayList<>();
    for (int t = 0; network.anyMoves() && t < network.terminals().size(); t++) {
      Track track = network.track(t);
      if (track != null) {
        GeodeticPoint place = track.at(atNs);
        List<String> areas = new ArrayList<>();
        for (int area :
            rules
                .areas()
                .at(Nanodegrees.ofRad(place.latRad()), Nanodegrees.ofRad(place.lonRad()))) {
          areas.add(rules.areas().area(area).id());
        }
        String country =
            Countries.at(Math.toDegrees(place.latRad()), Math.toDegrees(place.lonRad()));
        places.add(new HeldPlace(t, areas, country, false));
      }
    }
    return places;
  }

  private static boolean differ(Verdict one, Verdict other) {
    return one != other && one.reason() != other.reason();
  }

  private static boolean contains(boolean[] any) {
    for (boolean each : any) {
      if (each) {
        return true;
      }
    }
    return false;
  }

  private static SlotPlan previous(Side side) {
    SlotPlan plan = side.previous;
    if (plan == null) {
      throw new IllegalStateException("nothing has been planned");
    }
    return plan;
  }
}
