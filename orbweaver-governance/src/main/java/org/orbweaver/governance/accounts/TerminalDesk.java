package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;

/** What is done with terminals, each step kept in the terminal's history. */
public final class TerminalDesk {
  private final Records records;

  public TerminalDesk(Records records) {
    this.records = records;
  }

  /** Takes a new one into stock. */
  public void make(Terminal terminal, String note) {
    records.terminals().add(terminal);
    records.terminalEvents().add(TerminalEvent.of(terminal, note));
  }

  /** Keeps what has become of one. */
  public Terminal keep(Terminal next, String note) {
    records.terminals().update(next);
    records.terminalEvents().add(TerminalEvent.of(next, note));
    return next;
  }

  /**
   * Puts one on a line.
   *
   * @throws RefusedException where the line is not active, or its plan allows no more terminals
   */
  public Terminal assign(String terminal, String line, long nowNs, String note) {
    return keep(assigned(terminal, line, nowNs), note);
  }

  /**
   * What one would be on a line, nothing kept yet.
   *
   * @throws RefusedException where the line is not active, or its plan allows no more terminals
   */
  public Terminal assigned(String terminal, String line, long nowNs) {
    ServiceLine to = records.lines().get(line);
    if (!to.isActiveAt(nowNs)) {
      throw new RefusedException("the line " + line + " is not active");
    }
    int most = records.plans().get(to.plan()).mostTerminals();
    long on =
        records.terminals().of(line).stream()
            .filter(each -> each.state() == TerminalState.ASSIGNED)
            .count();
    if (on >= most) {
      throw new RefusedException("the plan of line " + line + " is for " + most + " at most");
    }
    return records.terminals().get(terminal).assigned(line, nowNs);
  }

  /** Gives one with a donation; the donation must be there. */
  public Terminal donate(String terminal, String donation, long nowNs, String note) {
    records.donations().get(donation);
    return keep(records.terminals().get(terminal).donated(donation, nowNs), note);
  }

  /**
   * Takes note of where a terminal is. Where that is not where its line is, a review is opened,
   * once until it is closed; service goes on.
   *
   * @param sigmaM standard deviation of the position, metres
   * @return the review that is open now, or null
   */
  public @Nullable LocationReview located(
      String terminal, GeodeticPoint at, double sigmaM, long nowNs, LocationRule rule) {
    Terminal found = records.terminals().get(terminal);
    if (found.state() != TerminalState.ASSIGNED) {
      throw new RefusedException("the terminal " + terminal + " is " + found.state());
    }
    LocationReview open = openReview(terminal);
    if (open != null) {
      return open;
    }
    ServiceLine line = records.lines().get(String.valueOf(found.line()));
    GeodeticPoint home = records.addresses().get(line.address()).position();
    Double beyondM = rule.unexpectedM(home, at, sigmaM);
    if (beyondM == null) {
      return null;
    }
    LocationReview review =
        new LocationReview(
            records.newNumber("REV"),
            terminal,
            at,
            beyondM,
            nowNs,
            LocationReview.Outcome.OPEN,
            "");
    records.reviews().add(review);
    return review;
  }

  private @Nullable LocationReview openReview(String terminal) {
    return records.reviews().of(terminal).stream()
        .filter(review -> review.outcome() == LocationReview.Outcome.OPEN)
        .findFirst()
        .orElse(null);
  }

  /**
   * Meters what a terminal's counters say since they were last read; the first reading only begins.
   *
   * @throws RefusedException where the terminal is on no line or the reading is older than the last
   */
  public void meter(Usage.Reading now) {
    Terminal terminal = records.terminals().get(now.terminal());
    String line = terminal.line();
    if (line == null) {
      throw new RefusedException("the terminal " + terminal.id() + " is on no line");
    }
    Usage.Reading before = records.usage().last(terminal.id());
    if (before != null) {
      if (now.readNs() <= before.readNs()) {
        throw new RefusedException("the counters of " + terminal.id() + " were read since then");
      }
      var down =
          UsageMeter.spread(
              before.readNs(),
              now.readNs(),
              UsageMeter.counted(before.downBytes(), now.downBytes()));
      var up =
          UsageMeter.spread(
              before.readNs(), now.readNs(), UsageMeter.counted(before.upBytes(), now.upBytes()));
      down.forEach((day, bytes) ->
          records.usage().add(new DailyUsage(line, day, bytes, up.getOrDefault(day, 0L))));
    }
    records.usage().keep(now);
  }
}
