package org.orbweaver.core.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers given to standings, each once. */
final class StandingGroups {
  private final Map<Standing, Integer> numbers = new HashMap<>();
  private final List<Standing> standings;

  StandingGroups() {
    standings = new ArrayList<>();
  }

  /** Standings that have their numbers already; where two are alike both keep theirs. */
  StandingGroups(List<Standing> known) {
    standings = new ArrayList<>(known);
    for (int g = 0; g < known.size(); g++) {
      numbers.putIfAbsent(known.get(g), g);
    }
  }

  int numberOf(Standing standing) {
    Integer number = numbers.putIfAbsent(standing, standings.size());
    if (number == null) {
      standings.add(standing);
      return standings.size() - 1;
    }
    return number;
  }

  List<Standing> standings() {
    return standings;
  }
}
