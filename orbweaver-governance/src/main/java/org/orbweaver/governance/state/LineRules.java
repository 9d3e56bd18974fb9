package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingLadder;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.LineEntry;

/** What may be put down about lines and who pays. */
final class LineRules {
  private LineRules() {}

  static void apply(Services services, Step step, Cases cases, LineEntry entry) {
    LineFacts line = services.lines.get(entry.line());
    long nowNs = Utc.ofInstant(step.now());
    LineFacts next =
        switch (entry) {
          case LineEntry.Opened opened -> {
            require(line == null, Refusal.ID_TAKEN, entry.line());
            require(Identifiers.isNumber(entry.line()), Refusal.MALFORMED_ID, entry.line());
            String payer = opened.payer();
            Funding funding = payer == null ? Funding.none(nowNs) : Funding.by(payer, nowNs);
            yield new LineFacts(opened.line(), opened.serviceClass(), funding, step.index(), false);
          }
          case LineEntry.Closed closed -> {
            LineFacts open = open(line, entry);
            yield new LineFacts(
                open.number(), open.serviceClass(), open.funding(), open.fundingIndex(), true);
          }
          case LineEntry.SuccessorNamed named -> {
            LineFacts open = open(line, entry);
            Funding from = open.funding();
            yield open.with(
                new Funding(
                    from.state(),
                    from.sinceNs(),
                    from.payer(),
                    named.successor(),
                    from.paidUntilNs()),
                open.fundingIndex());
          }
          case LineEntry.FundingChanged changed ->
              changed(services, step, cases, open(line, entry), changed);
        };
    services.lines.put(next.number(), next);
  }

  private static LineFacts open(@Nullable LineFacts line, LineEntry entry) {
    if (line == null || line.closed()) {
      throw new RefusedException(Refusal.NO_SUCH_LINE, entry.line());
    }
    return line;
  }

  private static LineFacts changed(
      Services services, Step step, Cases cases, LineFacts line, LineEntry.FundingChanged changed) {
    boolean restricted = isRestricted(services, step, cases, line, changed);
    long nowNs = Utc.ofInstant(step.now());
    String refusal =
        FundingLadder.refusal(
            line.funding(),
            changed.state(),
            nowNs,
            line.serviceClass().isEssential(),
            restricted,
            step.settings().funding().terms());
    require(refusal == null, Refusal.FUNDING_STEP, String.valueOf(refusal));
    String successor = line.funding().successor();
    Instant paidUntil = changed.paidUntil();
    return line.with(
        new Funding(
            changed.state(),
            nowNs,
            changed.payer(),
            Objects.equals(successor, changed.payer()) ? null : successor,
            changed.state() == FundingState.AT_RISK && paidUntil != null
                ? Utc.ofInstant(paidUntil)
                : 0),
        step.index());
  }

  /**
   * Whether the case that an entry names is in force, takes away, and names the line's terminals.
   */
  private static boolean isRestricted(
      Services services, Step step, Cases cases, LineFacts line, LineEntry.FundingChanged changed) {
    String caseId = changed.caseId();
    if (caseId == null) {
      return false;
    }
    Set<String> on =
        services
            .terminals()
            .filter(terminal -> line.number().equals(terminal.line()))
            .map(TerminalFacts::id)
            .collect(Collectors.toSet());
    Decided.requireTaken(cases, caseId, step.now(), on);
    return true;
  }
}
