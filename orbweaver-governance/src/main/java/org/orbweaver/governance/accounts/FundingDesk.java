package org.orbweaver.governance.accounts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the funding steward's hand does: finds the changes that a payer's leaving, a new payer or
 * the passing of time asks for. It changes nothing itself: in a governed network each change is an
 * entry of the ledger first.
 */
public final class FundingDesk {
  private final Records records;
  private final FundingTerms terms;

  /** Works by the terms that the records have. */
  public FundingDesk(Records records) {
    this.records = records;
    this.terms = records.terms();
  }

  /**
   * What follows for the lines of a payer who leaves: a line with a named successor who pays goes
   * to them without a gap, any other is at risk from the moment of the declaration.
   *
   * @param leavesNs until when they pay, UTC
   * @param nowNs when they say so
   */
  public List<FundingChange> leaving(String payer, long leavesNs, long nowNs) {
    List<FundingChange> changes = new ArrayList<>();
    for (ServiceLine line : records.lines().all()) {
      Funding funding = line.funding();
      if (payer.equals(funding.payer())
          && funding.state() == FundingState.FUNDED
          && line.isActiveAt(nowNs)) {
        String heir = payingSuccessor(funding, nowNs);
        Funding to =
            heir != null
                ? Funding.by(heir, nowNs)
                : new Funding(FundingState.AT_RISK, nowNs, payer, funding.successor(), leavesNs);
        String reason = heir == null ? "the payer leaves" : "the named successor pays";
        changes.add(
            new FundingChange(line.number(), line.serviceClass(), funding, to, reason, null));
      }
    }
    return List.copyOf(changes);
  }

  private @Nullable String payingSuccessor(Funding funding, long nowNs) {
    String successor = funding.successor();
    return successor != null
            && records.payers().find(successor).filter(heir -> heir.paysAt(nowNs)).isPresent()
        ? successor
        : null;
  }

  /** Somebody pays for a line from now on; it comes back in full, whatever its rung. */
  public FundingChange paidBy(String number, String payer, long nowNs) {
    ServiceLine line = line(number, nowNs);
    if (records.payers().get(payer).leavesNs() != null) {
      throw new RefusedException("the payer " + payer + " leaves or has left");
    }
    String successor = payer.equals(line.funding().successor()) ? null : line.funding().successor();
    Funding to = new Funding(FundingState.FUNDED, nowNs, payer, successor, 0);
    return new FundingChange(
        number, line.serviceClass(), line.funding(), to, "a payer is declared", null);
  }

  /** Names who is to pay when the payer leaves; null takes the name back. */
  public FundingChange succeeded(String number, @Nullable String successor, long nowNs) {
    ServiceLine line = line(number, nowNs);
    if (successor != null) {
      records.payers().get(successor);
    }
    Funding from = line.funding();
    Funding to =
        new Funding(from.state(), from.sinceNs(), from.payer(), successor, from.paidUntilNs());
    String reason = successor == null ? "no successor is named" : "a successor is named";
    return new FundingChange(number, line.serviceClass(), from, to, reason, null);
  }

  /** Steps down whose time has come and whose notice is old enough, as of now. */
  public List<FundingChange> due(long nowNs) {
    List<FundingChange> changes = new ArrayList<>();
    for (ServiceLine line : records.lines().all()) {
      FundingLadder.Step step = next(line);
      if (step != null && line.isActiveAt(nowNs)) {
        Long earliest = FundingLadder.earliestNs(step, noticedNs(line), terms);
        if (earliest != null && earliest <= nowNs) {
          changes.add(down(line, step.to(), nowNs));
        }
      }
    }
    return List.copyOf(changes);
  }

  private static FundingChange down(ServiceLine line, FundingState state, long nowNs) {
    Funding from = line.funding();
    Funding to = new Funding(state, nowNs, from.payer(), from.successor(), 0);
    return new FundingChange(
        line.number(), line.serviceClass(), from, to, "its time on this rung is over", null);
  }

  private @Nullable Long noticedNs(ServiceLine line) {
    return records.notices().firstSentNs(line.number(), line.funding().sinceNs());
  }

  /** The step that a line can take next by its rung alone, or null. */
  public FundingLadder.@Nullable Step next(ServiceLine line) {
    return FundingLadder.next(line.funding(), line.serviceClass().isEssential(), false, terms);
  }

  /**
   * When a line's next step comes at the earliest, or null where none comes or no notice is out.
   */
  public @Nullable Long nextNs(ServiceLine line) {
    FundingLadder.Step step = next(line);
    return step == null ? null : FundingLadder.earliestNs(step, noticedNs(line), terms);
  }

  /** Notices that should be out by now and are not. */
  public List<FundingNotice> notices(long nowNs) {
    List<FundingNotice> open = new ArrayList<>();
    for (ServiceLine line : records.lines().all()) {
      if (line.isActiveAt(nowNs) && line.funding().state() != FundingState.FUNDED) {
        for (FundingNotice notice :
            FundingNotice.due(line.number(), line.funding(), next(line), terms, nowNs)) {
          if (!records.notices().isSent(notice)) {
            open.add(notice);
          }
        }
      }
    }
    return List.copyOf(open);
  }

  /**
   * Carries a change out in the records.
   *
   * @throws RefusedException where the ladder forbids it or the line has changed meanwhile
   */
  public void apply(FundingChange change) {
    String refusal = change.refusal(terms);
    if (refusal != null) {
      throw new RefusedException("line " + change.line() + ": " + refusal);
    }
    ServiceLine line = records.lines().get(change.line());
    if (!line.funding().equals(change.from())) {
      throw new RefusedException("line " + change.line() + " has changed meanwhile");
    }
    records.lines().update(line.with(change.to()));
  }

  private ServiceLine line(String number, long nowNs) {
    ServiceLine line = records.lines().get(number);
    if (!line.isActiveAt(nowNs)) {
      throw new RefusedException("the line " + number + " is not active");
    }
    return line;
  }
}
