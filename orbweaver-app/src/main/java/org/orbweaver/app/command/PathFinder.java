package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.InstantRoutes;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.forwarding.PlaceRoutes;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.time.Slot;

/** Paths at one moment after the other. */
interface PathFinder {
  /** Turns to a moment, not before the last one: UTC, nanoseconds since the Unix epoch. */
  void moveTo(long unixNs);

  /** The path at that moment, or null where there is none. */
  @Nullable Path path(Node from, Node to);

  /** Why there is no path, where an end of it is a terminal without service; else null. */
  default @Nullable Unserved unserved(Node from, Node to) {
    return null;
  }

  /**
   * A terminal without service.
   *
   * @param verdict by whose word it may be served or not
   */
  record Unserved(ReasonCode reason, Verdict verdict) {}

  /** Paths over all links in reach. */
  static PathFinder instant(Planner planner) {
    return new Instant(planner);
  }

  /** Paths as the schedule of each slot gives them, their delay that of the very moment. */
  static PathFinder scheduled(Planner planner) {
    return new Scheduled(planner);
  }

  /** See {@link #instant}. */
  final class Instant implements PathFinder {
    private final Planner planner;
    private @Nullable InstantRoutes routes;

    Instant(Planner planner) {
      this.planner = planner;
    }

    @Override
    public void moveTo(long unixNs) {
      routes = planner.instantRoutes(unixNs);
    }

    @Override
    public @Nullable Path path(Node from, Node to) {
      return routes == null ? null : routes.path(from, to);
    }
  }

  /** See {@link #scheduled}. */
  final class Scheduled implements PathFinder {
    private final Planner planner;
    private final Fold fold;
    private @Nullable SlotPlan plan;
    private @Nullable PlaceRoutes routes;
    private @Nullable Snapshot snapshot;

    Scheduled(Planner planner) {
      this.planner = planner;
      this.fold = new Fold(planner);
    }

    @Override
    public void moveTo(long unixNs) {
      Slot slot = planner.network().slots().at(unixNs);
      SlotPlan inForce = fold.at(slot);
      if (inForce != plan) {
        plan = inForce;
        routes = planner.placeRoutes(inForce);
      }
      snapshot =
          unixNs == slot.startNs() ? inForce.start() : planner.network().ephemeris().at(unixNs);
    }

    @Override
    public @Nullable Path path(Node from, Node to) {
      if (plan == null || routes == null || snapshot == null) {
        return null;
      }
      List<Node> nodes = routes.nodes(from, to);
      return nodes == null ? null : planner.pathDelay(plan).along(nodes, snapshot);
    }

    @Override
    public @Nullable Unserved unserved(Node from, Node to) {
      SlotPlan inForce = plan;
      for (Node end : List.of(from, to)) {
        if (inForce != null
            && end.kind() == Node.Kind.TERMINAL
            && !inForce.schedule().isServed(end.index())) {
          return new Unserved(
              inForce.schedule().reason(end.index()), inForce.schedule().verdict(end.index()));
        }
      }
      return null;
    }
  }
}
