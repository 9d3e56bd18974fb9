package org.orbweaver.core.policy;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** The decisions that came, went, began or ended between two instants, by what they are about. */
final class Changes {
  private final Side old;
  private final Side now;

  /** Changed decisions by the numbers of one of the two rules. */
  private static final class Side {
    private final PolicyRules rules;
    private final BitSet areas = new BitSet();
    private final BitSet naming = new BitSet();
    private final Set<String> countries = new HashSet<>();
    private boolean everywhere;

    Side(PolicyRules rules) {
      this.rules = rules;
    }

    void add(int number) {
      switch (rules.decisions().get(number).scope()) {
        case Scope.Everywhere every -> everywhere = true;
        case Scope.InCountries in -> countries.addAll(in.countries());
        case Scope.InArea in -> areas.set(rules.areaOf(number));
        case Scope.OfTerminals of -> naming.set(number);
      }
    }

    boolean concerns(Standing standing) {
      return everywhere
          || (standing.country() != null && countries.contains(standing.country()))
          || any(areas, standing.areas())
          || any(naming, standing.naming());
    }

    private static boolean any(BitSet bits, int[] indices) {
      for (int index : indices) {
        if (bits.get(index)) {
          return true;
        }
      }
      return false;
    }
  }

  Changes(PolicyRules before, long beforeNs, PolicyRules after, long afterNs) {
    old = new Side(before);
    now = new Side(after);
    now.everywhere = before.servedByDefault() != after.servedByDefault();
    for (int d = 0; d < before.decisions().size(); d++) {
      Decision then = before.decisions().get(d);
      int number = before == after ? d : after.numberOf(then.id());
      if (number < 0) {
        old.add(d);
      } else if (!then.equals(after.decisions().get(number))
          || then.isInForce(beforeNs) != then.isInForce(afterNs)) {
        old.add(d);
        now.add(number);
      }
    }
    for (int d = 0; d < after.decisions().size(); d++) {
      if (before != after && before.numberOf(after.decisions().get(d).id()) < 0) {
        now.add(d);
      }
    }
  }

  /** Whether any of them is about a terminal that stood so by the old rules, or does by the new. */
  boolean concern(Standing then, Standing standing) {
    return old.concerns(then) || now.concerns(standing);
  }
}
