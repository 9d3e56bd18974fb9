package org.orbweaver.governance.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.merkle.Hash;

/** All of a {@link GovernanceState}; what follows from the rest is not said twice. */
record Saved(
    String origin,
    long size,
    long caseCount,
    Instant now,
    @Nullable People people,
    List<CaseFile> cases,
    List<Attempt> attempts,
    List<Signed> lastSigned,
    List<SealFacts> seals,
    List<LineFacts> lines,
    List<TerminalFacts> terminals,
    List<Authorisation> authorisations,
    List<ListFacts> lists,
    List<Index> indexes) {
  /** A board. */
  record People(
      List<LogKeys.Term> logs,
      @Nullable String witnessPolicy,
      Settings settings,
      List<Member> members,
      Set<String> keys) {
    static @Nullable People of(@Nullable Board board) {
      return board == null
          ? null
          : new People(
              board.logs().terms(),
              board.witnessPolicy(),
              board.settings(),
              List.copyOf(board.members().values()),
              board.keys());
    }

    Board board() {
      Map<String, Member> byId = new LinkedHashMap<>();
      members.forEach(member -> byId.put(member.person().id(), member));
      return new Board(new LogKeys(logs), witnessPolicy, settings, byId, keys);
    }
  }

  /** An attempt that was put down. */
  record Attempt(Hash payload, long index) {}

  /** When somebody signed last. */
  record Signed(String person, Instant time) {}

  /** The entry that last changed an authorisation or allow-list. */
  record Index(String id, long index) {}

  static List<Attempt> attempts(Table<Hash, Long> table) {
    List<Attempt> all = new ArrayList<>();
    table.forEach((payload, index) -> all.add(new Attempt(payload, index)));
    return all;
  }

  static List<Signed> signed(Table<String, Instant> table) {
    List<Signed> all = new ArrayList<>();
    table.forEach((person, time) -> all.add(new Signed(person, time)));
    return all;
  }

  static List<Index> indexes(Table<String, Long> table) {
    List<Index> all = new ArrayList<>();
    table.forEach((id, index) -> all.add(new Index(id, index)));
    return all;
  }

  /** Lines, terminals, authorisations and allow-lists. */
  Services services() {
    Services services = new Services();
    lines.forEach(line -> services.lines.put(line.number(), line));
    terminals.forEach(terminal -> services.terminals.put(terminal.id(), terminal));
    authorisations.forEach(right -> services.authorisations.put(right.id(), right));
    lists.forEach(facts -> services.lists.put(facts.list().id(), facts));
    indexes.forEach(of -> services.indexes.put(of.id(), of.index()));
    return services;
  }
}
