package org.orbweaver.governance.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.EndReason;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.CaseState;
import org.orbweaver.governance.state.GovernanceState;

/**
 * What the executor has to put down at a time: expiries, ends and reversions whose time has come.
 * What is in force does not depend on it, because time limits hold by themselves.
 */
public final class Calendar {
  private Calendar() {}

  /**
   * Entries that are due, for the executor to sign, oldest case first; what needs a preview or a
   * decision is not among them.
   *
   * @param by id of the executor
   */
  public static List<CaseEntry.Act> due(GovernanceState state, String by, Instant now) {
    Header header = new Header(state.origin(), now, by);
    List<CaseEntry.Act> due = new ArrayList<>();
    Map<String, String> successors = new HashMap<>();
    state
        .cases()
        .forEach(file -> {
          Measure measure = file.measure();
          if (measure != null && file.isInForce(now)) {
            measure.supersedes().forEach(before -> successors.put(before, file.id()));
          }
        });
    state
        .cases()
        .forEach(file -> {
          CaseEntry.Act act = due(file, header, now, successors.get(file.id()));
          if (act != null) {
            due.add(act);
          }
        });
    return due;
  }

  private static CaseEntry.@Nullable Act due(
      CaseFile file, Header header, Instant now, @Nullable String successor) {
    boolean inEffect = file.state() == CaseState.EFFECTIVE || file.state() == CaseState.RATIFIED;
    if (!inEffect) {
      return file.deadline() != null && now.isAfter(file.deadline())
          ? new CaseEntry.Expired(header, file.id(), file.on())
          : file.isGovernance() && file.state() == CaseState.APPROVED
              ? new CaseEntry.Executed(header, file.id(), file.on(), null, 0, 0)
              : null;
    }
    if (file.inForceUntil() != null && !now.isBefore(file.inForceUntil())) {
      if (file.isBreakGlass() && file.state() == CaseState.EFFECTIVE) {
        return new CaseEntry.AutoReverted(header, file.id(), file.on());
      }
      Instant planned = file.plannedEnd();
      EndReason reason =
          planned != null && !now.isBefore(planned) ? EndReason.EXPIRED : EndReason.REVERTED;
      return new CaseEntry.Ended(header, file.id(), file.on(), reason, null);
    }
    return successor == null
        ? null
        : new CaseEntry.Ended(header, file.id(), file.on(), EndReason.SUPERSEDED, successor);
  }
}
