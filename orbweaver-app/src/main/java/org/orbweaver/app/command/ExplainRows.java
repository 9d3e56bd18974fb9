package org.orbweaver.app.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.CandidateWays;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.schedule.SelectionStrategy;
import org.orbweaver.core.time.Utc;

/** One row a slot, terminal, admitted satellite and part of its score. */
final class ExplainRows {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.explain/1",
          Column.text("slot_start_utc", "start of the slot, UTC"),
          Column.text("terminal", "name of the terminal"),
          Column.text("satellite", "name of a satellite that it may use"),
          Column.number("norad_id", "its catalogue number; empty for a generated satellite"),
          Column.number("rank", "its place, as --candidates shows it"),
          Column.number("probability", "as --candidates shows it"),
          Column.number("score", "what it is tried by: higher ones first"),
          Column.text("term", "a part of the score; empty where the strategy does not tell"),
          Column.number("value", "what it adds to the score"),
          Column.flag("chosen", "whether the satellite serves the terminal"),
          CandidateRows.RTT,
          CandidateRows.DETOUR);

  private ExplainRows() {}

  static void write(
      RowWriter rows,
      Planner planner,
      SlotPlan plan,
      @Nullable SlotPlan previous,
      CandidateWays ways,
      int terminal) {
    List<Candidate> candidates = planner.candidates(plan, previous, terminal);
    double[] rttS = ways.roundTripsS(terminal, candidates);
    double limitS = ways.limitS(candidates, rttS);
    for (int k = 0; k < candidates.size(); k++) {
      Candidate candidate = candidates.get(k);
      if (!candidate.admitted()) {
        continue;
      }
      for (SelectionStrategy.Term term : candidate.terms()) {
        begin(rows, planner.network(), plan, terminal, candidate);
        rows.text(term.name()).number(term.value(), 4).flag(candidate.chosen());
        CandidateRows.way(rows, ways, rttS[k], limitS);
        rows.endRow();
      }
      if (candidate.terms().isEmpty()) {
        begin(rows, planner.network(), plan, terminal, candidate);
        rows.empty(2).flag(candidate.chosen());
        CandidateRows.way(rows, ways, rttS[k], limitS);
        rows.endRow();
      }
    }
  }

  private static void begin(
      RowWriter rows, Network network, SlotPlan plan, int terminal, Candidate candidate) {
    rows.text(Utc.format(plan.slot().startNs())).text(network.terminals().name(terminal));
    PlanRows.satellite(rows, network, candidate.satellite());
    rows.number(candidate.rank()).number(candidate.probability(), 5).number(candidate.score(), 4);
  }
}
