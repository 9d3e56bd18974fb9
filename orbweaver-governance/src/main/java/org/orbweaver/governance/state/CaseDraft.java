package org.orbweaver.governance.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.merkle.Hash;

/** A case while an entry is applied to it. */
final class CaseDraft {
  final String id;
  final CaseEntry.Opening opening;
  final long openedIndex;
  final Set<String> parties;
  final Set<String> handlers;
  final Set<String> excluded;
  final List<Ballot> ballots;
  final List<Ballot> restoring;
  List<Change> changes;
  CaseState state;
  Hash on;
  long lastIndex;
  Instant since;
  @Nullable Instant deadline;
  @Nullable Measure measure;
  @Nullable Impact impact;
  long effectIndex = -1;
  @Nullable Instant inForceFrom;
  @Nullable Instant inForceUntil;
  boolean reopened;
  boolean ratified;

  /** A new case. */
  CaseDraft(CaseEntry.Opening opening, CaseState state, Hash on, long index, Instant now) {
    this.id = opening.caseId();
    this.opening = opening;
    this.openedIndex = index;
    this.state = state;
    this.on = on;
    this.since = now;
    this.changes = List.of();
    this.parties = new HashSet<>();
    this.handlers = new HashSet<>();
    this.excluded = new HashSet<>();
    this.ballots = new ArrayList<>();
    this.restoring = new ArrayList<>();
  }

  /** A case as it is. */
  CaseDraft(CaseFile file) {
    this.id = file.id();
    this.opening = file.opening();
    this.openedIndex = file.openedIndex();
    this.state = file.state();
    this.on = file.on();
    this.lastIndex = file.lastIndex();
    this.since = file.since();
    this.deadline = file.deadline();
    this.changes = file.changes();
    this.measure = file.measure();
    this.parties = new HashSet<>(file.parties());
    this.handlers = new HashSet<>(file.handlers());
    this.excluded = new HashSet<>(file.excluded());
    this.impact = file.impact();
    this.ballots = new ArrayList<>(file.ballots());
    this.restoring = new ArrayList<>(file.restoring());
    this.effectIndex = file.effectIndex();
    this.inForceFrom = file.inForceFrom();
    this.inForceUntil = file.inForceUntil();
    this.reopened = file.reopened();
    this.ratified = file.ratified();
  }

  /** Another state, with its time limit. */
  void enter(CaseState next, Instant now, @Nullable Instant until) {
    state = next;
    since = now;
    deadline = until;
  }

  /** Whether somebody said yes to the text as it is. */
  boolean hasAgreed(String person) {
    return ballots.stream().anyMatch(ballot -> ballot.yes() && ballot.person().equals(person));
  }

  /** When its measure ends by itself, grace included; null where it does not. */
  @Nullable Instant plannedEnd() {
    return measure == null ? null : measure.end();
  }

  /** Whether its effect is over by time. */
  boolean isOver(Instant now) {
    return inForceUntil != null && !now.isBefore(inForceUntil);
  }

  CaseFile file() {
    return new CaseFile(
        id,
        opening,
        state,
        on,
        openedIndex,
        lastIndex,
        since,
        deadline,
        changes,
        measure,
        parties,
        handlers,
        excluded,
        impact,
        ballots,
        restoring,
        effectIndex,
        inForceFrom,
        inForceUntil,
        reopened,
        ratified);
  }
}
