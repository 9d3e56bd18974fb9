package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.sharing.Sharing;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.traffic.FairShare;

/**
 * Shares a running slot's capacity, and that of the next one, anew as terminals ask for more or
 * less: max-min fair, as planned. Plans stay as they are.
 */
final class LiveSharing implements Sharing {
  /** Rates are told apart from nothing down to here, bit/s. */
  private static final double LEAST_BPS = 1_000;

  private final Planner planner;
  private final Supplier<LiveSlot> live;
  private final LongSupplier networkNs;
  private final List<Direction> directions = new ArrayList<>();
  private double[] asPlanned = {};

  LiveSharing(Planner planner, Supplier<LiveSlot> live, LongSupplier networkNs) {
    this.planner = planner;
    this.live = live;
    this.networkNs = networkNs;
  }

  @Override
  public double[] ofPlanned(boolean inNext, boolean isUp, int[] terminals, double[] demandBps) {
    LiveSlot published = live.get();
    long nowNs = networkNs.getAsLong();
    SlotPlan now = published.at(nowNs);
    SlotPlan next = published.after(nowNs);
    directions.removeIf(each -> each.plan != now && each.plan != next);
    SlotPlan plan = inNext ? next : now;
    return plan == null
        ? asPlanned(terminals.length)
        : direction(plan, isUp, terminals).asking(demandBps);
  }

  /** The next slot is not planned yet. */
  private double[] asPlanned(int size) {
    if (asPlanned.length != size) {
      asPlanned = new double[size];
      Arrays.fill(asPlanned, 1);
    }
    return asPlanned;
  }

  private Direction direction(SlotPlan plan, boolean isUp, int[] terminals) {
    for (Direction each : directions) {
      if (each.plan == plan && each.isUp == isUp) {
        if (Arrays.equals(each.terminals, terminals)) {
          return each;
        }
        directions.remove(each);
        break;
      }
    }
    Direction made = new Direction(plan, isUp, terminals);
    directions.add(made);
    return made;
  }

  /** One direction of a slot. */
  private final class Direction {
    private final SlotPlan plan;
    private final boolean isUp;
    private final int[] terminals;
    private final FairShare share;
    private final double[] askedBps;
    private double @Nullable [] ofPlanned;

    Direction(SlotPlan plan, boolean isUp, int[] terminals) {
      this.plan = plan;
      this.isUp = isUp;
      this.terminals = terminals.clone();
      share = planner.share(plan, isUp, terminals);
      askedBps = new double[terminals.length];
      Arrays.fill(askedBps, Double.POSITIVE_INFINITY);
    }

    double[] asking(double[] demandBps) {
      int[] changed = new int[terminals.length];
      double[] wanted = new double[terminals.length];
      int count = 0;
      for (int k = 0; k < terminals.length; k++) {
        if (demandBps[k] != askedBps[k]) {
          askedBps[k] = demandBps[k];
          changed[count] = terminals[k];
          wanted[count++] = demandBps[k];
        }
      }
      if (count > 0) {
        share.setDemands(Arrays.copyOf(changed, count), Arrays.copyOf(wanted, count));
      }
      double[] known = ofPlanned;
      if (known == null || count > 0) {
        known = Arrays.stream(terminals).mapToDouble(this::ofPlanned).toArray();
        ofPlanned = known;
      }
      return known;
    }

    private double ofPlanned(int terminal) {
      double plannedBps =
          isUp ? plan.forwarding().upBps(terminal) : plan.forwarding().downBps(terminal);
      return Math.max(LEAST_BPS, share.rateBps(terminal)) / Math.max(LEAST_BPS, plannedBps);
    }
  }
}
