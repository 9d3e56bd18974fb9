package org.orbweaver.study.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.governance.preview.Count;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;

/** From sums to what is public of them, and to what is sealed. */
final class ImpactCount {
  private final Network network;
  private final List<LineFacts> lines;
  private final Tally tally;
  private final int threshold;
  private final double hoursPerSlot;
  private final Outcome[] outcomes;

  /**
   * @param lines by terminal
   * @param hoursPerSlot that a planned slot stands for
   */
  ImpactCount(
      Network network, List<LineFacts> lines, Tally tally, int threshold, double hoursPerSlot) {
    this.network = network;
    this.lines = lines;
    this.tally = tally;
    this.threshold = threshold;
    this.hoursPerSlot = hoursPerSlot;
    this.outcomes =
        IntStream.range(0, lines.size()).mapToObj(tally::outcome).toArray(Outcome[]::new);
  }

  Outcome outcome(int terminal) {
    return outcomes[terminal];
  }

  private boolean loses(int t) {
    return outcomes[t].isLoss();
  }

  private boolean gains(int t) {
    return outcomes[t] == Outcome.GAINS;
  }

  private String className(int t) {
    return lines.get(t).lineClass().name().toLowerCase(Locale.ROOT);
  }

  private Count count(long exact) {
    return Count.of(exact, threshold);
  }

  private Count lines(IntPredicate which) {
    return count(IntStream.range(0, lines.size()).filter(which).count());
  }

  private Count sum(IntPredicate which, IntToLongFunction of) {
    return count(
        IntStream.range(0, lines.size()).filter(which).mapToLong(t -> of.applyAsLong(t)).sum());
  }

  private Count people(IntPredicate which) {
    return sum(which, t -> lines.get(t).people());
  }

  private Count hours(IntPredicate which, int[] slots) {
    long sum = IntStream.range(0, lines.size()).filter(which).mapToLong(t -> slots[t]).sum();
    return count((long) (sum * hoursPerSlot));
  }

  List<ImpactPreview.ClassImpact> classes() {
    return ImpactPreview.CLASSES.stream()
        .map(name -> new ImpactPreview.ClassImpact(name, impact(t -> className(t).equals(name))))
        .toList();
  }

  Impact total() {
    return impact(t -> true);
  }

  private Impact impact(IntPredicate of) {
    IntPredicate losing = of.and(this::loses);
    IntPredicate gaining = of.and(this::gains);
    return new Impact(
        lines(of.and(tally::isDecided)),
        lines(losing),
        lines(of.and(t -> outcomes[t] == Outcome.LOSES_ALL)),
        lines(gaining),
        people(losing),
        people(gaining),
        hours(losing, tally.lost),
        hours(gaining, tally.gained));
  }

  ImpactPreview.Moving moving() {
    IntPredicate moves = t -> lines.get(t).moving();
    return new ImpactPreview.Moving(
        lines(moves.and(tally::isDecided)), lines(moves.and(this::loses)));
  }

  List<ImpactPreview.GatewayLoad> gateways() {
    List<ImpactPreview.GatewayLoad> rows = new ArrayList<>();
    boolean enough = IntStream.range(0, lines.size()).filter(this::isTouched).count() >= threshold;
    for (int g = 0; g < network.gateways().size(); g++) {
      long without = kbps(tally.gatewayWithoutBps[g] / tally.slots);
      long with = kbps(tally.gatewayWithBps[g] / tally.slots);
      if (without != with) {
        rows.add(
            new ImpactPreview.GatewayLoad(
                network.gateways().name(g), enough ? without : null, enough ? with : null));
      }
    }
    return rows;
  }

  private boolean isTouched(int t) {
    return outcomes[t] != Outcome.SAME;
  }

  /** Rates near by: lines that the decision is not about and that keep their service. */
  ImpactPreview.Shift shift(String place, List<Integer> near) {
    double without = 0;
    double with = 0;
    for (int t : near) {
      without += tally.downWithoutBps[t] / tally.slots;
      with += tally.downWithBps[t] / tally.slots;
    }
    boolean few = near.size() < threshold;
    return new ImpactPreview.Shift(
        place, count(near.size()), rate(few, without, near), rate(few, with, near));
  }

  private static @Nullable Long rate(boolean few, double sumBps, List<Integer> near) {
    return few ? null : (Long) kbps(sumBps / near.size());
  }

  private static long kbps(double bps) {
    return Math.round(bps / 1000);
  }

  /** Milder measures, and what each would still take away; none where nobody loses. */
  List<ImpactPreview.Alternative> alternatives() {
    if (IntStream.range(0, lines.size()).noneMatch(t -> loses(t) && tally.isDecided(t))) {
      return List.of();
    }
    return List.of(
        alternative("essential lines exempt", t -> !lines.get(t).lineClass().isEssential()),
        alternative("consumer lines only", t -> className(t).equals("consumer")),
        alternative("terminals that move only", t -> lines.get(t).moving()),
        alternative("low rate instead of darkness", t -> false));
  }

  private ImpactPreview.Alternative alternative(String measure, IntPredicate still) {
    IntPredicate losing = t -> loses(t) && tally.isDecided(t) && still.test(t);
    return new ImpactPreview.Alternative(
        measure,
        lines(losing),
        lines(losing.and(t -> lines.get(t).lineClass().isEssential())),
        people(losing));
  }

  List<ImpactPreview.Payer> payers() {
    TreeMap<String, List<Integer>> byPayer = new TreeMap<>();
    for (int t = 0; t < lines.size(); t++) {
      if ((loses(t) || gains(t)) && !lines.get(t).payer().isEmpty()) {
        byPayer.computeIfAbsent(lines.get(t).payer(), key -> new ArrayList<>()).add(t);
      }
    }
    return byPayer.entrySet().stream()
        .map(entry ->
            new ImpactPreview.Payer(
                entry.getKey(),
                count(entry.getValue().size()),
                count(
                    entry.getValue().stream()
                        .filter(t -> lines.get(t).lineClass().isEssential())
                        .count())))
        .toList();
  }

  List<ImpactPreview.Notice> notices() {
    List<ImpactPreview.Notice> notices = new ArrayList<>();
    for (String name : ImpactPreview.CLASSES) {
      IntPredicate ofClass = t -> className(t).equals(name);
      notice(notices, "line holders", name, ofClass.and(this::loses), "their lines lose service");
      notice(notices, "line holders", name, ofClass.and(this::gains), "their lines gain service");
    }
    notice(
        notices,
        "terminals",
        "on the move",
        t -> lines.get(t).moving() && tally.isDecided(t),
        "a warning before the edge");
    notice(
        notices,
        "overseers",
        "all",
        t -> loses(t) && lines.get(t).lineClass().isEssential(),
        "essential lines lose service");
    notice(
        notices,
        "line holders",
        "near by",
        t -> !tally.isDecided(t) && outcomes[t] == Outcome.SLOWER,
        "their lines become slower");
    for (ImpactPreview.Payer payer : payers()) {
      notices.add(
          new ImpactPreview.Notice(
              "payer", payer.payer(), payer.lines(), "lines that they pay for are affected"));
    }
    return notices;
  }

  private void notice(
      List<ImpactPreview.Notice> notices, String role, String who, IntPredicate of, String why) {
    Count count = lines(of);
    if (count.isSome()) {
      notices.add(new ImpactPreview.Notice(role, who, count, why));
    }
  }

  ImpactDetail detail() {
    List<ImpactDetail.LineImpact> rows = new ArrayList<>();
    for (int t = 0; t < lines.size(); t++) {
      if (loses(t) || gains(t)) {
        rows.add(
            new ImpactDetail.LineImpact(
                lines.get(t).line(), className(t), tally.lost[t], tally.gained[t]));
      }
    }
    return new ImpactDetail(rows);
  }
}
