package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.Failure;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.policy.EdgeWarning;
import org.orbweaver.core.policy.Fix;
import org.orbweaver.core.policy.HeldPlace;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.problem.Words;

/** Answers for {@link LiveControl} what concerns terminals that move. */
final class PlaceControl {
  private static final double HALF_TURN_DEG = 180;
  private static final double FARTHEST_M = 20_000_000;

  private final LiveNetwork live;
  private final LivePlaces places;
  private final NetworkClock clock;

  PlaceControl(LiveNetwork live, LivePlaces places, NetworkClock clock) {
    this.live = live;
    this.places = places;
    this.clock = clock;
  }

  /** NAME, then latitude and longitude in degrees, height and standard deviation in metres. */
  List<String> move(List<String> words) {
    int terminal = terminal(words, 5);
    double[] numbers = new double[4];
    try {
      for (int k = 0; k < numbers.length; k++) {
        numbers[k] = Double.parseDouble(words.get(k + 1));
      }
    } catch (NumberFormatException e) {
      throw Failure.usage("a place is four numbers", null);
    }
    // Said so that what is no number is refused too.
    if (!(Math.abs(numbers[0]) <= HALF_TURN_DEG / 2
        && Math.abs(numbers[1]) <= 2 * HALF_TURN_DEG
        && Math.abs(numbers[2]) <= FARTHEST_M
        && numbers[3] >= 0
        && numbers[3] <= FARTHEST_M)) {
      throw Failure.usage("that place is not on the Earth", null);
    }
    GeodeticPoint place = GeodeticPoint.ofDegrees(numbers[0], numbers[1], numbers[2]);
    places.report(terminal, place, numbers[3], clock.nowNs());
    List<String> answer = new ArrayList<>();
    answer.add("Counts from the slot that is planned next, for a minute.");
    EdgeWarning warning =
        live.live()
            .current()
            .policy()
            .warning(
                new Fix(terminal, new Fix.Place(place.latRad(), place.lonRad(), numbers[3], null)));
    if (warning != null) {
      answer.add("It is " + PlainHappening.warning(warning) + ".");
    }
    return answer;
  }

  /** NAME. */
  List<String> lose(List<String> words) {
    places.lose(terminal(words, 1), clock.nowNs());
    return List.of("Unknown from the slot that is planned next, until it says again where it is.");
  }

  private int terminal(List<String> words, int count) {
    Network network = network();
    int terminal = words.size() == count ? network.terminals().indexOf(words.getFirst()) : -1;
    if (terminal < 0) {
      throw Failure.usage(
          words.isEmpty()
              ? "which terminal?"
              : "there is no terminal " + Words.quote(words.getFirst()),
          "'orbweaver plan' lists the scenario's terminals.");
    }
    return terminal;
  }

  private Network network() {
    return places.of(live.live().current().slot()).network();
  }

  /**
   * A line for each terminal that moves, with tabs between: name, latitude, longitude, standard
   * deviation, {@code true} where it is known, areas and country that it is held to be in, reason,
   * decision, then the area whose border it nears, and how far that is in metres.
   */
  List<String> list() {
    SlotPlan plan = live.live().current();
    ServicePolicy policy = plan.policy();
    Network network = places.of(plan.slot()).network().at(plan.slot().startNs());
    List<String> lines = new ArrayList<>();
    for (Fix fix : places.fixes(plan.slot())) {
      GeodeticPoint point = network.terminals().point(fix.terminal());
      HeldPlace held = policy.held(fix.terminal());
      EdgeWarning warning = policy.warning(fix);
      Verdict verdict = policy.verdict(fix.terminal());
      lines.add(
          String.join(
              "\t",
              network.terminals().name(fix.terminal()),
              Double.toString(Math.toDegrees(point.latRad())),
              Double.toString(
                  Math.IEEEremainder(Math.toDegrees(point.lonRad()), 2 * HALF_TURN_DEG)),
              fix.place() == null ? "" : Double.toString(fix.place().sigmaM()),
              Boolean.toString(fix.place() != null),
              held == null ? "" : String.join(" ", held.areas()),
              held == null || held.country() == null ? "" : held.country(),
              plan.schedule().reason(fix.terminal()).name(),
              verdict.isDecided() ? verdict.byWhom() : "",
              warning == null ? "" : warning.area(),
              warning == null ? "" : Double.toString(warning.distanceM())));
    }
    return lines.stream().sorted().toList();
  }
}
