package org.orbweaver.app.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.GsoArc;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Slot;

/**
 * Plans the slots of a measurement, as {@code plan --candidates} would, and says where the
 * satellites that really served stand among the model's; and where they would stand if the highest
 * one far enough from the geostationary arc were always taken. The plans know nothing of the
 * measurement: the slot before is the model's own.
 */
public final class ChoiceCheck {
  private static final String NAME = "measured:terminal";

  /** A rank that no candidate has: the true satellite is not among the admitted ones. */
  public static final int MISSED = Integer.MAX_VALUE;

  private ChoiceCheck() {}

  /**
   * What came out. Elevations are those at the start of slots, as plans have them.
   *
   * @param rank by row the true satellite's place among the admitted by the model, or {@link
   *     #MISSED}
   * @param baselineRank the same by elevation
   * @param probability by row that which the model gave to it, 0 where missed
   * @param admittedCount by row how many satellites are admitted
   * @param trueElevationRad by row; {@code NaN} where the elements have no such satellite
   * @param modelElevationRad by row, of the one that the schedule chose; {@code NaN} where unserved
   * @param baselineElevationRad by row, of the highest admitted; {@code NaN} where there is none
   * @param gsoAtStartRad by row, of the one that the schedule chose
   * @param gsoInMiddleRad the same 7.5 s later
   * @param trueGsoRad of the true one, at the start
   * @param protectedShare by row the part of all in view that are too near the arc; {@code NaN}
   *     where none is in view
   */
  @SuppressWarnings("ArrayRecordComponent") // read by reports, which do not write
  public record Result(
      int[] rank,
      int[] baselineRank,
      double[] probability,
      int[] admittedCount,
      double[] trueElevationRad,
      double[] modelElevationRad,
      double[] baselineElevationRad,
      double[] gsoAtStartRad,
      double[] gsoInMiddleRad,
      double[] trueGsoRad,
      double[] protectedShare) {

    public int rows() {
      return rank.length;
    }

    /** Share of rows whose true satellite is admitted. */
    public double admitted() {
      return within(rank, MISSED - 1);
    }

    /** Share of rows whose true satellite is among the model's first. */
    public double top(int first) {
      return within(rank, first);
    }

    /** Share of rows whose true satellite is among the highest admitted. */
    public double baselineTop(int first) {
      return within(baselineRank, first);
    }

    private static double within(int[] ranks, int most) {
      return ranks.length == 0
          ? Double.NaN
          : (double) Arrays.stream(ranks).filter(r -> r <= most).count() / ranks.length;
    }

    /**
     * Mean of minus the logarithm of the probability that the model gave to the true satellite,
     * over the rows that admit it; the less the better, and a model that is certain and wrong fares
     * worse than one that does not know.
     */
    public double logLoss() {
      return Arrays.stream(probability)
          .filter(p -> p > 0)
          .map(p -> -Math.log(p))
          .average()
          .orElse(Double.NaN);
    }

    /** The same where all that are admitted are alike. */
    public double evenLogLoss() {
      return IntStream.range(0, rows())
          .filter(row -> probability[row] > 0)
          .mapToDouble(row -> Math.log(admittedCount[row]))
          .average()
          .orElse(Double.NaN);
    }

    /** Scheduled slots closer than an angle to the geostationary arc, at their start. */
    public long closerThan(double separationRad) {
      return Arrays.stream(gsoAtStartRad).filter(a -> a < separationRad).count();
    }

    /** The part of slots that would be too near it if one in view were taken blindly. */
    public double blindlyTooNear() {
      return Arrays.stream(protectedShare)
          .filter(share -> !Double.isNaN(share))
          .average()
          .orElse(Double.NaN);
    }

    /** The median of those that are numbers. */
    public static double median(double[] values) {
      double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
      if (known.length == 0) {
        return Double.NaN;
      }
      return (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
    }

    /**
     * Standard error of {@link #top}, by leaving out one of some blocks of successive rows after
     * the other (jackknife): neighbouring slots are not independent.
     */
    public double topError(int first, int blocks) {
      double[] left = new double[blocks];
      for (int b = 0; b < blocks; b++) {
        int from = (int) ((long) b * rows() / blocks);
        int to = (int) ((long) (b + 1) * rows() / blocks);
        int[] kept = new int[rows() - (to - from)];
        System.arraycopy(rank, 0, kept, 0, from);
        System.arraycopy(rank, to, kept, from, rows() - to);
        left[b] = within(kept, first);
      }
      double mean = Arrays.stream(left).average().orElse(Double.NaN);
      double sum = Arrays.stream(left).map(x -> (x - mean) * (x - mean)).sum();
      return Math.sqrt(sum * (blocks - 1) / blocks);
    }
  }

  /** Sees each row's plan and candidates as they come up. */
  @FunctionalInterface
  public interface Witness {
    void see(int row, SlotPlan plan, List<Candidate> candidates);
  }

  /** The network with a terminal where the measurement was made, as the last of its terminals. */
  public static Network withSite(Network network, GeodeticPoint place) {
    return network.withTerminals(
        List.of(
            new TerminalSpec(
                NAME,
                Math.toDegrees(place.latRad()),
                Math.toDegrees(place.lonRad()),
                Math.clamp(place.altM(), -500, 9000),
                null,
                250,
                30,
                null,
                1,
                null,
                null,
                null,
                null,
                null)));
  }

  /**
   * Plans all slots.
   *
   * @param network without the terminal; with the constellation and the strategy to judge
   * @param witness sees all, or null
   */
  public static Result run(
      Network network, ServedSlots rows, GeodeticPoint place, @Nullable Witness witness) {
    Planner planner = new Planner(withSite(network, place));
    int t = planner.network().terminals().size() - 1;
    GsoArc arc = new GsoArc(planner.network().terminals());
    int n = rows.size();
    Result result =
        new Result(
            new int[n],
            new int[n],
            new double[n],
            new int[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n],
            new double[n]);
    SlotPlan previous = null;
    for (int row = 0; row < n; row++) {
      Slot slot = planner.network().slots().at(rows.startNs(row));
      if (previous == null || previous.slot().endNs() != slot.startNs()) {
        previous = planner.plan(planner.network().slots().previous(slot), null);
      }
      SlotPlan plan = planner.plan(slot, previous);
      List<Candidate> candidates = planner.candidates(plan, previous, t);
      if (witness != null) {
        witness.see(row, plan, candidates);
      }
      judge(result, row, rows.satellite(row), plan, t, candidates);
      Snapshot middle = planner.network().ephemeris().at(slot.startNs() + slot.durationNs() / 2);
      int chosen = plan.schedule().satellite(t);
      result.gsoAtStartRad[row] = separation(arc, t, plan.start(), chosen);
      result.gsoInMiddleRad[row] = separation(arc, t, middle, chosen);
      result.trueGsoRad[row] = separation(arc, t, plan.start(), rows.satellite(row));
      previous = plan;
    }
    return result;
  }

  private static double separation(GsoArc arc, int terminal, Snapshot at, int satellite) {
    return satellite < 0
        ? Double.NaN
        : arc.separationRad(terminal, at.xM(satellite), at.yM(satellite), at.zM(satellite));
  }

  private static void judge(
      Result result, int row, int truth, SlotPlan plan, int terminal, List<Candidate> candidates) {
    List<Candidate> admitted = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.admitted()) {
        admitted.add(candidate);
      }
    }
    result.admittedCount[row] = admitted.size();
    result.protectedShare[row] = 1 - (double) admitted.size() / candidates.size();
    result.rank[row] = place(admitted, truth);
    result.probability[row] =
        result.rank[row] == MISSED ? 0 : admitted.get(result.rank[row] - 1).probability();
    admitted.sort(Comparator.comparingDouble(c -> -c.look().elevationRad()));
    result.baselineRank[row] = place(admitted, truth);
    result.baselineElevationRad[row] =
        admitted.isEmpty() ? Double.NaN : admitted.getFirst().look().elevationRad();
    result.modelElevationRad[row] = plan.schedule().elevationRad(terminal);
    Snapshot start = plan.start();
    result.trueElevationRad[row] =
        truth < 0
            ? Double.NaN
            : plan.terminals()
                .lookAngle(terminal, start.xM(truth), start.yM(truth), start.zM(truth))
                .elevationRad();
  }

  private static int place(List<Candidate> ordered, int satellite) {
    for (int k = 0; k < ordered.size(); k++) {
      if (ordered.get(k).satellite() == satellite) {
        return k + 1;
      }
    }
    return MISSED;
  }
}
