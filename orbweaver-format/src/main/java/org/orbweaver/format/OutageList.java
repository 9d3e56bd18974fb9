package org.orbweaver.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.Outage;
import org.orbweaver.core.scenario.OutagePlan;
import org.orbweaver.core.scenario.OutageSpec;
import org.orbweaver.core.scenario.OutageTargets;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;
import org.orbweaver.format.yaml.Binder;

/** A scenario's outages: their times are checked first, their names once there is a network. */
final class OutageList {
  private final Binder binder;
  private final Problems problems;
  private final List<Timed> outages = new ArrayList<>();

  private record Timed(OutageSpec spec, @Nullable Moment from, @Nullable Moment until) {}

  /** Reads and checks the times. */
  OutageList(Scenario scenario, Binder binder, Problems problems) {
    this.binder = binder;
    this.problems = problems;
    for (int i = 0; i < scenario.outages().size(); i++) {
      OutageSpec spec = scenario.outages().get(i);
      Moment from = Moment.parse(spec.from(), place(i, "from"), problems);
      Moment until = Moment.parse(spec.until(), place(i, "until"), problems);
      outages.add(new Timed(spec, from, until));
      if (from != null && until != null && from.afterStart() == until.afterStart()) {
        checkOrder(i, from.ns(), until.ns());
      }
    }
  }

  private Place place(int outage, String key) {
    return binder.place("outages[" + outage + "]." + key);
  }

  private void checkOrder(int outage, long fromNs, long untilNs) {
    if (untilNs <= fromNs) {
      OutageSpec spec = outages.get(outage).spec();
      problems.add(
          place(outage, "until")
              .problem("is " + Words.quote(String.valueOf(spec.until())), "after " + spec.from()));
    }
  }

  /** Looks every name up; to be used only where there are no problems then. */
  OutagePlan resolve(Network network) {
    OutageTargets targets = new OutageTargets(network);
    List<Outage> resolved = new ArrayList<>();
    for (int i = 0; i < outages.size(); i++) {
      Timed timed = outages.get(i);
      long fromNs = timed.from() == null ? Long.MIN_VALUE : timed.from().unixNs(network.startNs());
      long untilNs =
          timed.until() == null ? Long.MAX_VALUE : timed.until().unixNs(network.startNs());
      checkOrder(i, fromNs, untilNs);
      if (timed.spec().out().isEmpty()) {
        problems.add(place(i, "out").problem("is empty", "what is out, such as gateway:NAME"));
      }
      for (int k = 0; k < timed.spec().out().size(); k++) {
        String written = timed.spec().out().get(k);
        Place place = place(i, "out[" + k + "]");
        long planesAtNs = timed.from() == null ? network.startNs() : fromNs;
        switch (targets.find(written, planesAtNs)) {
          case OutageTargets.Found found ->
              resolved.add(new Outage(found.name(), found.elements(), fromNs, untilNs));
          case OutageTargets.NoSuchName no ->
              problems.add(
                  place.problem(
                      "is " + Words.quote(written),
                      Suggest.known(no.name(), no.known(), "the name of a " + no.kind())));
          case OutageTargets.NotThat not ->
              problems.add(place.problem("is " + Words.quote(written), not.expected()));
        }
      }
    }
    return new OutagePlan(resolved);
  }
}
