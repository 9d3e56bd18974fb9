package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.FundingDecisions;
import org.orbweaver.governance.accounts.FundingLadder;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.accounts.FundingTerms;
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
            yield LineFacts.opened(opened.line(), opened.serviceClass(), funding, step.index());
          }
          case LineEntry.Closed closed -> open(line, entry).closing();
          case LineEntry.SuccessorNamed named -> open(line, entry).succeededBy(named.successor());
          case LineEntry.Noticed noticed -> noticed(step, open(line, entry), noticed);
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

  /** A notice says what can come next, if by a decision only. */
  private static LineFacts noticed(Step step, LineFacts line, LineEntry.Noticed noticed) {
    FundingTerms terms = step.settings().funding().terms();
    FundingLadder.Step next = FundingLadder.next(line.funding(), false, false, terms);
    require(next != null && next.to() == noticed.next(), Refusal.FUNDING_STEP);
    return line.noticedAt(Utc.ofInstant(step.now()));
  }

  private static LineFacts changed(
      Services services, Step step, Cases cases, LineFacts line, LineEntry.FundingChanged changed) {
    boolean restricted = isRestricted(services, step, cases, line, changed);
    long nowNs = Utc.ofInstant(step.now());
    FundingTerms terms = step.settings().funding().terms();
    String refusal =
        FundingLadder.refusal(
            line.funding(),
            changed.state(),
            nowNs,
            line.serviceClass().isEssential(),
            restricted,
            terms);
    require(refusal == null, Refusal.FUNDING_STEP, String.valueOf(refusal));
    require(
        !FundingDecisions.lowers(changed.state()) || isNoticed(line, nowNs, terms),
        Refusal.HOLDER_NOT_TOLD,
        line.number());
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

  /** Whether its holder was told what comes, and long enough ago. */
  private static boolean isNoticed(LineFacts line, long nowNs, FundingTerms terms) {
    Long noticedNs = line.noticedNs();
    return noticedNs != null && nowNs - noticedNs >= terms.leastNoticeNs();
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
