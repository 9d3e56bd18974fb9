package org.orbweaver.core.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One terminal's sky as a list to look at. */
final class CandidateList {
  private final Sky sky;
  private final SelectionStrategy strategy;
  private final boolean drawn;

  CandidateList(Sky sky, SelectionStrategy strategy) {
    this.sky = sky;
    this.strategy = strategy;
    drawn = sky.size() > 0 && !Double.isNaN(strategy.logOdds(sky, 0));
  }

  /** The admitted, best or most probable first, then the others by elevation. */
  List<Candidate> of(int serving) {
    List<Integer> order =
        IntStream.range(0, sky.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer k) -> !sky.isAdmitted(k))
                    .thenComparing(this::preference, Comparator.reverseOrder())
                    .thenComparing(sky::sinElevation, Comparator.reverseOrder())
                    .thenComparing(sky::satellite))
            .toList();
    double most = order.isEmpty() ? 0 : preference(order.getFirst());
    double sum = 0;
    for (int k : order) {
      sum += odds(k, most);
    }
    List<Candidate> result = new ArrayList<>();
    for (int k : order) {
      boolean admitted = sky.isAdmitted(k);
      result.add(
          new Candidate(
              sky.satellite(k),
              sky.lookAngle(k),
              sky.gsoSeparationRad(k),
              admitted,
              admitted ? result.size() + 1 : 0,
              drawn ? (admitted ? odds(k, most) / sum : 0) : Double.NaN,
              strategy.score(sky, k),
              strategy.terms(sky, k),
              sky.satellite(k) == serving));
    }
    return result;
  }

  private double odds(int candidate, double most) {
    return drawn && sky.isAdmitted(candidate)
        ? Math.exp(strategy.logOdds(sky, candidate) - most)
        : 0;
  }

  private double preference(int candidate) {
    if (!sky.isAdmitted(candidate)) {
      return sky.sinElevation(candidate);
    }
    return drawn ? strategy.logOdds(sky, candidate) : strategy.score(sky, candidate);
  }
}
