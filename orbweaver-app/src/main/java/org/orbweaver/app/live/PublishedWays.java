package org.orbweaver.app.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.PathDelay;
import org.orbweaver.core.forwarding.PlaceRoutes;

/** Delays of ways between any nodes in the plans lately in force, each way found once a plan. */
final class PublishedWays {
  /** The plan in force, the next one, and one whose slot has just ended. */
  private static final int PLANS = 3;

  private record Ends(@Nullable Node from, @Nullable Node to) {}

  private record Delay(double startS, double endS) {
    static final Delay NONE = new Delay(Double.NaN, Double.NaN);
  }

  private record OfPlan(SlotPlan plan, PlaceRoutes routes, Map<Ends, Delay> known) {}

  private final Planner planner;
  private final Deque<OfPlan> plans = new ArrayDeque<>();

  PublishedWays(Planner planner) {
    this.planner = planner;
  }

  /**
   * One way, propagation only, seconds; {@code NaN} where nothing leads there.
   *
   * @param from null for the internet, which is as near to every PoP
   * @param to likewise
   * @param fraction of the slot that has passed, 0 to 1
   */
  synchronized double oneWayS(
      SlotPlan plan, @Nullable Node from, @Nullable Node to, double fraction) {
    OfPlan here = of(plan);
    Delay delay = here.known.computeIfAbsent(new Ends(from, to), ends -> find(here, ends));
    return delay.startS + fraction * (delay.endS - delay.startS);
  }

  private OfPlan of(SlotPlan plan) {
    for (OfPlan known : plans) {
      if (known.plan == plan) {
        return known;
      }
    }
    OfPlan made = new OfPlan(plan, planner.placeRoutes(plan), new HashMap<>());
    plans.addFirst(made);
    if (plans.size() > PLANS) {
      plans.removeLast();
    }
    return made;
  }

  private Delay find(OfPlan here, Ends ends) {
    if (ends.from != null && ends.to != null) {
      return along(here, ends.from, ends.to);
    }
    Delay nearest = Delay.NONE;
    for (int i = 0; i < planner.network().pops().size(); i++) {
      Node pop = new Node(Node.Kind.POP, i);
      Delay delay =
          along(here, ends.from == null ? pop : ends.from, ends.to == null ? pop : ends.to);
      if (!(delay.startS >= nearest.startS)) {
        nearest = Double.isNaN(delay.startS) ? nearest : delay;
      }
    }
    return nearest;
  }

  private Delay along(OfPlan here, Node from, Node to) {
    List<Node> nodes = here.routes.nodes(from, to);
    if (nodes == null) {
      return Delay.NONE;
    }
    PathDelay delay = planner.pathDelay(here.plan);
    return new Delay(
        delay.oneWayS(nodes, here.plan.start()), delay.oneWayS(nodes, here.plan.end()));
  }
}
