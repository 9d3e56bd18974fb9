package org.orbweaver.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.choice.ChoiceCheck;
import org.orbweaver.app.choice.ServedSlots;
import org.orbweaver.app.choice.SiteEstimate;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.schedule.ChoiceWeights;
import org.orbweaver.format.problem.Problems;

/**
 * Fits the weights of the strategy {@code as-observed}: {@code ./orbweaver bench choice ELEMENTS
 * SERVED}, an element file and a table of which satellite served when. Tells the weights with their
 * errors, and how well they foretell blocks of time that they were not fitted to. What goes into
 * {@code as-observed.properties} is written there by hand, rounded: one site does not tell more.
 */
public final class FitChoice {
  private static final double[] TILTS_DEG = {0, 5, 8, 10, 12, 15, 20};
  private static final double[] KNEES_DEG = {60, 65, 70, 75, 80, 90};
  private static final int BLOCKS = 5;
  private static final int FEATURES = 3;

  private final List<Seen> seen = new ArrayList<>();
  private final double latRad;
  private int rows;

  /** One candidate of a slot. */
  private record Option(
      double sinElevation, double north, double logCapacity, boolean kept, boolean chosen) {}

  /** One slot whose satellite was admitted. */
  private record Seen(int row, List<Option> options) {}

  /** What is chosen from a grid, with the weights that go with it. */
  private record Fitted(double tiltDeg, double kneeDeg, double[] w, double loss) {}

  private FitChoice(double latRad) {
    this.latRad = latRad;
  }

  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: ./orbweaver bench choice ELEMENTS SERVED");
      System.exit(2);
    }
    Network network =
        Scenarios.load(
            Path.of(System.getProperty("orbweaver.home", "."), "scenarios/starlink/starlink.yaml"),
            Path.of(args[0]));
    Problems problems = new Problems();
    @Nullable ServedSlots served =
        ServedSlots.read(Path.of(args[1]), network.ephemeris(), problems);
    if (served == null) {
      throw new IllegalStateException(problems.list().toString());
    }
    SiteEstimate site = SiteEstimate.of(served, network.ephemeris());
    print(
        "site %.3f %.3f, directions %.1f s into slots, spread %.1f km",
        Math.toDegrees(site.place().latRad()),
        Math.toDegrees(site.place().lonRad()),
        site.momentS(),
        site.spreadM() / 1e3);
    FitChoice fit = new FitChoice(site.place().latRad());
    ChoiceCheck.Result shipped =
        ChoiceCheck.run(
            network,
            served,
            site.place(),
            (row, plan, candidates) -> fit.take(row, served, network, candidates));
    fit.report();
    print(
        "as shipped, slot after slot: admitted %.3f, top 5 %.3f +- %.3f, top 10 %.3f +- %.3f",
        shipped.admitted(),
        shipped.top(5),
        shipped.topError(5, 10),
        shipped.top(10),
        shipped.topError(10, 10));
    print(
        "highest admitted: top 5 %.3f, top 10 %.3f",
        shipped.baselineTop(5), shipped.baselineTop(10));
    print(
        "median elevation: true %.1f, model %.1f, highest %.1f",
        deg(shipped.trueElevationRad()),
        deg(shipped.modelElevationRad()),
        deg(shipped.baselineElevationRad()));
  }

  private static double deg(double[] rad) {
    return Math.toDegrees(ChoiceCheck.Result.median(rad));
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private void take(int row, ServedSlots served, Network network, List<Candidate> candidates) {
    rows++;
    int truth = served.satellite(row);
    boolean follows =
        row > 0 && served.startNs(row) - served.startNs(row - 1) == network.slots().durationNs();
    int before = follows ? served.satellite(row - 1) : -1;
    ChoiceWeights unit = unitWeights();
    List<Option> options = new ArrayList<>();
    boolean any = false;
    for (Candidate c : candidates) {
      if (c.admitted()) {
        LookAngle look = c.look();
        options.add(
            new Option(
                Math.sin(look.elevationRad()),
                Math.cos(look.elevationRad()) * Math.cos(look.azimuthRad()),
                unit.generationTerm(network.ephemeris().generation(c.satellite())),
                c.satellite() == before,
                c.satellite() == truth));
        any |= c.satellite() == truth;
      }
    }
    if (any) {
      seen.add(new Seen(row, options));
    }
  }

  /** The shipped capacities, by a power of one. */
  private static ChoiceWeights unitWeights() {
    ChoiceWeights w = ChoiceWeights.shipped();
    return new ChoiceWeights(
        w.tiltRad(),
        w.fullTiltLatRad(),
        w.kneeSin(),
        w.shortfall(),
        1,
        w.v1Gbps(),
        w.v15Gbps(),
        w.v2Gbps(),
        w.kept());
  }

  private void report() {
    tell("best of the grid", best(seen));
    ChoiceWeights shipped = ChoiceWeights.shipped();
    tell(
        "shipped tilt and knee",
        fitted(
            seen,
            Math.round(Math.toDegrees(shipped.tiltRad())),
            Math.round(Math.toDegrees(Math.asin(shipped.kneeSin())))));
    for (double tilt : TILTS_DEG) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "tilt %4.0f  loss", tilt));
      for (double knee : KNEES_DEG) {
        List<Logit.Choice> choices = choices(seen, tilt, knee);
        double loss = Logit.loss(choices, Logit.fit(choices, FEATURES));
        line.append(String.format(Locale.ROOT, "  %.0f: %.4f", knee, loss));
      }
      print("%s", line);
    }
    crossValidate();
  }

  private void tell(String what, Fitted fitted) {
    double[] errors = Logit.errors(choices(seen, fitted.tiltDeg, fitted.kneeDeg), fitted.w);
    print(
        "%s, %d slots: tilt %.0f, knee %.0f, shortfall %.2f +- %.2f, capacity_power %.3f +- %.3f,"
            + " kept %.3f +- %.3f; loss %.4f",
        what,
        seen.size(),
        fitted.tiltDeg,
        fitted.kneeDeg,
        fitted.w[0],
        errors[0],
        fitted.w[1],
        errors[1],
        fitted.w[2],
        errors[2],
        fitted.loss);
  }

  /** Each block of time foretold by what is fitted, tilt and knee too, to the others. */
  private void crossValidate() {
    int[] top5 = new int[2];
    int[] top10 = new int[2];
    double loss = 0;
    double even = 0;
    for (int block = 0; block < BLOCKS; block++) {
      int from = block * rows / BLOCKS;
      int to = (block + 1) * rows / BLOCKS;
      List<Seen> others = seen.stream().filter(s -> s.row < from || s.row >= to).toList();
      List<Seen> own = seen.stream().filter(s -> s.row >= from && s.row < to).toList();
      Fitted fitted = best(others);
      List<Logit.Choice> choices = choices(own, fitted.tiltDeg, fitted.kneeDeg);
      loss += Logit.loss(choices, fitted.w) * own.size();
      for (Logit.Choice choice : choices) {
        even += Math.log(choice.x().length);
        for (int knowing = 0; knowing < 2; knowing++) {
          double[] w = {fitted.w[0], fitted.w[1], knowing * fitted.w[2]};
          int rank = rank(Logit.probabilities(choice, w), choice.chosen());
          top5[knowing] += rank <= 5 ? 1 : 0;
          top10[knowing] += rank <= 10 ? 1 : 0;
        }
      }
      print(
          "block %d: tilt %.0f, knee %.0f, weights %.2f %.3f %.3f",
          block, fitted.tiltDeg, fitted.kneeDeg, fitted.w[0], fitted.w[1], fitted.w[2]);
    }
    print(
        "blocks not fitted to: loss %.4f (all alike %.4f), top 5 %.3f, top 10 %.3f;"
            + " knowing the true one of the slot before: top 5 %.3f, top 10 %.3f",
        loss / seen.size(),
        even / seen.size(),
        (double) top5[0] / rows,
        (double) top10[0] / rows,
        (double) top5[1] / rows,
        (double) top10[1] / rows);
  }

  private static int rank(double[] probability, int of) {
    int rank = 1;
    for (int k = 0; k < probability.length; k++) {
      rank +=
          probability[k] > probability[of] || (probability[k] == probability[of] && k < of) ? 1 : 0;
    }
    return rank;
  }

  private Fitted best(List<Seen> slots) {
    Fitted best = new Fitted(0, 0, new double[FEATURES], Double.POSITIVE_INFINITY);
    for (double tilt : TILTS_DEG) {
      for (double knee : KNEES_DEG) {
        Fitted other = fitted(slots, tilt, knee);
        best = other.loss < best.loss ? other : best;
      }
    }
    return best;
  }

  private Fitted fitted(List<Seen> slots, double tiltDeg, double kneeDeg) {
    List<Logit.Choice> choices = choices(slots, tiltDeg, kneeDeg);
    double[] w = Logit.fit(choices, FEATURES);
    return new Fitted(tiltDeg, kneeDeg, w, Logit.loss(choices, w));
  }

  private List<Logit.Choice> choices(List<Seen> slots, double tiltDeg, double kneeDeg) {
    double tilt = Math.toRadians(tiltDeg) * Math.signum(latRad);
    double knee = Math.sin(Math.toRadians(kneeDeg));
    List<Logit.Choice> choices = new ArrayList<>();
    for (Seen slot : slots) {
      double[][] x = new double[slot.options.size()][];
      int chosen = -1;
      for (int k = 0; k < x.length; k++) {
        Option o = slot.options.get(k);
        double lack =
            Math.max(0, knee - o.sinElevation * Math.cos(tilt) - o.north * Math.sin(tilt));
        x[k] = new double[] {-lack * lack, o.logCapacity, o.kept ? 1 : 0};
        chosen = o.chosen ? k : chosen;
      }
      choices.add(new Logit.Choice(x, chosen));
    }
    return choices;
  }
}
