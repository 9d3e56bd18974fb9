package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.orbweaver.app.Failure;
import org.orbweaver.core.Planner;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.scenario.OutageTargets;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.problem.Words;

/** From the names on a command line to outages: all of them or, where one is wrong, none. */
public final class OutageNames {
  private static final int FEW = 8;
  private static final String LASER = "laser:";

  private OutageNames() {}

  /**
   * Resolves every name.
   *
   * @param fromNs network time from which they are out, or {@link Long#MIN_VALUE}
   * @param untilNs network time, or {@link Long#MAX_VALUE}
   * @throws Failure wrong use, where a name is unknown, with those that are near
   */
  public static List<Outage> resolve(
      Network network, List<String> written, long fromNs, long untilNs) {
    OutageTargets targets = new OutageTargets(network);
    List<Outage> outages = new ArrayList<>();
    long planesAtNs = fromNs == Long.MIN_VALUE ? network.startNs() : fromNs;
    for (String name : written) {
      switch (targets.find(name, planesAtNs)) {
        case OutageTargets.Found found ->
            outages.add(new Outage(found.name(), found.elements(), fromNs, untilNs));
        case OutageTargets.NoSuchName no ->
            throw Failure.usage(
                "there is no " + no.kind() + " " + Words.quote(no.name()), near(no));
        case OutageTargets.NotThat not ->
            throw Failure.usage(
                Words.quote(name) + " cannot be out", "Give " + not.expected() + ".");
      }
    }
    return outages;
  }

  /**
   * Looks for lasers that there are not.
   *
   * @param atNs network time at which to look
   * @param notes told of links that there are not then, where others may be at another time
   * @throws Failure wrong use, where a link is never there
   */
  public static void checkLasers(
      Planner planner, List<Outage> outages, long atNs, Consumer<String> notes) {
    for (Outage outage : outages) {
      String name = outage.name();
      if (!name.startsWith(LASER) || planner.lasers().hasAnyOf(outage.elements(), atNs)) {
        continue;
      }
      String none = "there is no laser link " + Words.quote(name.substring(LASER.length()));
      if (planner.lasers().isFixed()) {
        throw Failure.usage(none, "Give one of the scenario's, or laser:A for all of one's.");
      }
      notes.accept(none + " at " + Utc.format(atNs));
    }
  }

  private static String near(OutageTargets.NoSuchName no) {
    Collection<String> known = no.known();
    String meant = Words.nearest(no.name(), known);
    if (meant != null) {
      return "Did you mean " + meant + "?";
    }
    return known.size() <= FEW
        ? "Known: " + String.join(", ", known) + "."
        : "There are " + known.size() + " of that kind.";
  }
}
