package org.orbweaver.app.validate;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.core.time.Utc;
import org.orbweaver.core.traffic.HandoverProcess;
import org.orbweaver.core.traffic.HandoverProfile;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/** When an idle terminal over lasers loses everything, and how long, beside what was measured. */
final class HandoverGaps {
  private static final int DRAWS = 2000;
  private static final double MS = 1e6;
  private static final double[] QUANTILES = {0.1, 0.5, 0.9};

  /** As the phase of the gap is told: 0.16 ± 0.05 s before the boundary, 0.50 to 0.54 s long. */
  private static final double NEAR_LEAD_MS = 50;

  private static final double NEAR_LENGTH_MS = 20;

  private final SlotGrid slots;
  private final List<Double> leadMs = new ArrayList<>();
  private final List<Double> lengthMs = new ArrayList<>();
  private final Set<Long> boundaries = new HashSet<>();
  private int others;

  private HandoverGaps(SlotGrid slots) {
    this.slots = slots;
  }

  /** Null where the file has no gap before a boundary, or cannot be used, which is reported. */
  static @Nullable Finding finding(
      SlotGrid slots, Path file, List<GapRow> rows, Problems problems) {
    HandoverGaps gaps = new HandoverGaps(slots);
    for (int k = 0; k < rows.size(); k++) {
      try {
        gaps.take(Utc.parseNs(rows.get(k).outageStartUtc()), rows.get(k).gapMs());
      } catch (DateTimeException | ArithmeticException e) {
        problems.add(
            Input.shown(file),
            k + 2,
            1,
            "outage_start_utc",
            "is " + Words.quote(rows.get(k).outageStartUtc()),
            "UTC in ISO 8601 with Z, such as 2024-08-12T19:00:11.850Z");
        return null;
      }
    }
    return gaps.leadMs.isEmpty() ? null : gaps.compared();
  }

  /** A gap that begins in the first half of a slot is another one than the boundary's. */
  private void take(long startNs, double gapMs) {
    Slot slot = slots.at(startNs);
    long leadNs = slot.endNs() - startNs;
    if (leadNs > slot.durationNs() / 2) {
      others++;
      return;
    }
    leadMs.add(leadNs / MS);
    lengthMs.add(gapMs);
    boundaries.add(slot.index());
  }

  private Finding compared() {
    HandoverProcess process = new HandoverProcess(HandoverProfile.hard(), 1);
    double[] modelLead = new double[DRAWS];
    double[] modelLength = new double[DRAWS];
    for (int k = 0; k < DRAWS; k++) {
      long boundaryNs = slots.of(k).endNs();
      long startNs = process.gapStartNs(0, boundaryNs);
      modelLead[k] = (boundaryNs - startNs) / MS;
      modelLength[k] = (process.gapEndNs(0, boundaryNs) - startNs) / MS;
    }
    List<Finding.Point> points = new ArrayList<>();
    add(points, "begins before the slot", modelLead, sorted(leadMs));
    add(points, "lasts", modelLength, sorted(lengthMs));
    return new Finding(
        "gaps",
        "Gaps of an idle terminal over lasers",
        "How long before a slot the gap begins and how long it lasts, quantiles; the profile `hard`"
            + " draws "
            + DRAWS
            + " of them. Baseline: no gap at all.",
        "ms",
        points,
        scores(modelLead, modelLength),
        remarks());
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static void add(
      List<Finding.Point> points, String what, double[] model, double[] measured) {
    double[] drawn = model.clone();
    Arrays.sort(drawn);
    for (double q : QUANTILES) {
      points.add(
          new Finding.Point(
              String.format(Locale.ROOT, "%s, p%.0f", what, 100 * q),
              Statistics.quantile(drawn, q),
              Statistics.quantile(measured, q),
              0));
    }
  }

  private List<Finding.Score> scores(double[] modelLead, double[] modelLength) {
    double lead = Statistics.mean(sorted(leadMs));
    double length = Statistics.mean(sorted(lengthMs));
    int n = leadMs.size();
    long first = boundaries.stream().min(Long::compare).orElseThrow();
    long last = boundaries.stream().max(Long::compare).orElseThrow();
    double share = boundaries.size() / (last - first + 1.0);
    return List.of(
        new Finding.Score(
            "mean time by which a gap begins before its slot, difference",
            "ms",
            n,
            Math.abs(Statistics.mean(modelLead) - lead),
            lead,
            NEAR_LEAD_MS,
            true),
        new Finding.Score(
            "mean length of a gap, difference",
            "ms",
            n,
            Math.abs(Statistics.mean(modelLength) - length),
            length,
            NEAR_LENGTH_MS,
            true),
        new Finding.Score(
            "share of slots that begin with one, difference",
            "",
            n,
            1 - share,
            share,
            Double.NaN,
            true));
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (others > 0) {
      remarks.add(
          others
              + (others == 1 ? " gap that began" : " gaps that began")
              + " in the first half of a slot, just behind another, has no counterpart here.");
    }
    remarks.add(
        "One terminal, idle, for some minutes: what terminals in use lose differs from one"
            + " measurement to the next, which is why there are profiles and no law"
            + " ([traffic.md](traffic.md)).");
    return remarks;
  }
}
