package org.orbweaver.governance.state;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.entry.AllowListEntry;
import org.orbweaver.governance.entry.AuthorisationEntry;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.ServiceEntry;
import org.orbweaver.governance.entry.TerminalEntry;

/** Lines, terminals, authorisations and allow-lists as the ledger has them. */
public final class Services {
  final Table<String, LineFacts> lines;
  final Table<String, TerminalFacts> terminals;
  final Table<String, Authorisation> authorisations;
  final Table<String, ListFacts> lists;

  /** By authorisation and allow-list, the entry that last changed it. */
  final Table<String, Long> indexes;

  Services() {
    this(new Table<>(), new Table<>(), new Table<>(), new Table<>(), new Table<>());
  }

  private Services(
      Table<String, LineFacts> lines,
      Table<String, TerminalFacts> terminals,
      Table<String, Authorisation> authorisations,
      Table<String, ListFacts> lists,
      Table<String, Long> indexes) {
    this.lines = lines;
    this.terminals = terminals;
    this.authorisations = authorisations;
    this.lists = lists;
    this.indexes = indexes;
  }

  Services fork() {
    return new Services(
        lines.fork(), terminals.fork(), authorisations.fork(), lists.fork(), indexes.fork());
  }

  /** As they are now, whatever becomes of these. */
  public Services copy() {
    return new Services(
        lines.copy(), terminals.copy(), authorisations.copy(), lists.copy(), indexes.copy());
  }

  void join() {
    lines.join();
    terminals.join();
    authorisations.join();
    lists.join();
    indexes.join();
  }

  void apply(Step step, Cases cases, ServiceEntry entry) {
    try {
      switch (entry) {
        case LineEntry line -> LineRules.apply(this, step, cases, line);
        case TerminalEntry terminal -> TerminalRules.apply(this, step, terminal);
        case AuthorisationEntry right -> {
          AuthorisationRules.apply(this, step, cases, right);
          indexes.put(right.authorisation(), step.index());
        }
        case AllowListEntry list -> {
          AllowListRules.apply(this, step, cases, list);
          indexes.put(list.list(), step.index());
        }
      }
    } catch (org.orbweaver.governance.accounts.RefusedException e) {
      throw new RefusedException(Refusal.SERVICE_IMPOSSIBLE, e.message());
    }
  }

  /** A line, or null. */
  public @Nullable LineFacts line(String number) {
    return lines.get(number);
  }

  /** All lines, in the order in which they were opened. */
  public Stream<LineFacts> lines() {
    return lines.values();
  }

  /** A terminal, or null. */
  public @Nullable TerminalFacts terminal(String id) {
    return terminals.get(id);
  }

  /** All terminals, in the order in which they were first named. */
  public Stream<TerminalFacts> terminals() {
    return terminals.values();
  }

  /** All authorisations, in the order in which they were granted. */
  public Stream<Authorisation> authorisations() {
    return authorisations.values();
  }

  /** All allow-lists, in the order in which they were announced. */
  public Stream<ListFacts> allowLists() {
    return lists.values();
  }

  /** Index of the entry that last changed an authorisation or allow-list, which there must be. */
  long index(String id) {
    return Objects.requireNonNull(indexes.get(id));
  }
}
