package org.orbweaver.app.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.EdgeWarning;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.format.problem.Words;
import org.orbweaver.governance.office.ServiceSnapshot;

/** What is told between two slots, because somebody asked for it. */
sealed interface Happening {
  /** Network time. */
  long timeNs();

  /**
   * Something is out.
   *
   * @param names what
   * @param untilNs network time; {@link Long#MAX_VALUE} where it has to be repaired
   * @param rerouted terminals that reach their PoP by another gateway, or another PoP
   * @param lost terminals that had service until now and have none for the rest of the slot
   * @param reset connections to services of PoPs that are out with it
   * @param slotEndNs when the slot ends, network time
   * @param tookNs from asking until the new plan was in force
   */
  record Failed(
      long timeNs,
      List<String> names,
      long untilNs,
      int rerouted,
      int lost,
      int reset,
      long slotEndNs,
      long tookNs)
      implements Happening {
    public Failed {
      names = List.copyOf(names);
    }

    static Failed of(
        long timeNs,
        List<String> names,
        long untilNs,
        SlotPlan before,
        SlotPlan after,
        int reset,
        long tookNs) {
      int rerouted = 0;
      int lost = 0;
      Schedule was = before.schedule();
      Schedule is = after.schedule();
      ForwardingTable wayBefore = before.forwarding();
      ForwardingTable way = after.forwarding();
      for (int t = 0; before != after && t < is.terminals(); t++) {
        if (was.isServed(t) && !is.isServed(t)) {
          lost++;
        } else if (is.isServed(t)
            && (was.gateway(t) != is.gateway(t) || wayBefore.homePop(t) != way.homePop(t))) {
          rerouted++;
        }
      }
      return new Failed(
          timeNs, names, untilNs, rerouted, lost, reset, after.slot().endNs(), tookNs);
    }
  }

  /**
   * Something is not out any more.
   *
   * @param names what
   * @param fromNs start of the slot from which on it is used again, network time
   */
  record Repaired(long timeNs, List<String> names, long fromNs) implements Happening {
    public Repaired {
      names = List.copyOf(names);
    }
  }

  /**
   * Network time runs at another rate.
   *
   * @param speed seconds of network time in one of the machine's; 0 where it stands still
   */
  record Runs(long timeNs, double speed) implements Happening {}

  /** What becomes of a decision as a slot begins. */
  enum Turn {
    /** It is in force as the network begins. */
    HOLDS,
    /** It takes effect. */
    BEGINS,
    /** It has no effect any more. */
    ENDS
  }

  /**
   * A decision takes effect or ends.
   *
   * @param timeNs start of the first slot that obeys it, or does not any more
   * @param terminals about how many it has the word, or had until now
   */
  record Decided(long timeNs, Turn turn, Decision decision, int terminals) implements Happening {
    /** What it is about: area or countries by name, terminals by how many are named. */
    String where() {
      return decision.scope() instanceof Scope.OfTerminals of
          ? Words.count(of.terminals().size(), "terminal") + " by name"
          : ServiceSnapshot.Obeyed.of(decision).where();
    }
  }

  /** More decisions take effect or end with a slot than are told one by one. */
  record ManyDecided(long timeNs, int more) implements Happening {}

  /** What is to be said of a terminal that moves. */
  enum Way {
    /** It nears a border beyond which it would not be served. */
    NEARS,
    /** Nobody knows where it is. */
    UNKNOWN,
    /** For so long that its area's rule darkens it. */
    LOST,
    /** It is known again. */
    FOUND
  }

  /**
   * Something about a terminal that moves.
   *
   * @param warning where it nears a border, else null
   */
  record Moves(long timeNs, Way way, String terminal, @Nullable EdgeWarning warning)
      implements Happening {}
}
