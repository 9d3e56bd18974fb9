package org.orbweaver.governance.rebuild;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.accounts.AllowList;
import org.orbweaver.governance.accounts.Authorisation;
import org.orbweaver.governance.accounts.Funding;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.ServiceLine;
import org.orbweaver.governance.accounts.Terminal;
import org.orbweaver.governance.state.LineFacts;
import org.orbweaver.governance.state.ListFacts;
import org.orbweaver.governance.state.Services;
import org.orbweaver.governance.state.TerminalFacts;

/**
 * Compares what the ledger says of lines, terminals, authorisations and allow-lists with what a
 * store says, all of both. The ledger is right.
 */
public final class Rebuild {
  private final Services ledger;
  private final Records store;
  private final List<Difference> differences = new ArrayList<>();

  private Rebuild(Services ledger, Records store) {
    this.ledger = ledger;
    this.store = store;
  }

  /** Every difference, kind by kind. */
  public static List<Difference> differences(Services ledger, Records store) {
    Rebuild rebuild = new Rebuild(ledger, store);
    rebuild.lines();
    rebuild.terminals();
    rebuild.authorisations();
    rebuild.allowLists();
    return List.copyOf(rebuild.differences);
  }

  private void lines() {
    Map<String, ServiceLine> kept = byId(store.lines().all(), ServiceLine::number);
    ledger
        .lines()
        .forEach(facts -> {
          ServiceLine line = kept.remove(facts.number());
          if (line == null) {
            add("line", facts.number(), "line", "opened", null);
          } else {
            compare(facts, line);
          }
        });
    kept.values().forEach(line -> add("line", line.number(), "line", null, "opened"));
  }

  private void compare(LineFacts facts, ServiceLine line) {
    String id = facts.number();
    Funding says = facts.funding();
    Funding kept = line.funding();
    unequal("line", id, "class", facts.serviceClass(), line.serviceClass());
    unequal("line", id, "ended", facts.closed(), line.endNs() != null);
    unequal("line", id, "funding", says.state(), kept.state());
    unequal("line", id, "since", Utc.format(says.sinceNs()), Utc.format(kept.sinceNs()));
    unequal("line", id, "payer", says.payer(), kept.payer());
    unequal("line", id, "successor", says.successor(), kept.successor());
    unequal("line", id, "paid until", says.paidUntilNs(), kept.paidUntilNs());
  }

  private void terminals() {
    Map<String, Terminal> kept = byId(store.terminals().all(), Terminal::id);
    ledger
        .terminals()
        .forEach(facts -> {
          Terminal terminal = kept.remove(facts.id());
          if (terminal == null) {
            add("terminal", facts.id(), "terminal", facts.state().toString(), null);
          } else {
            compare(facts, terminal);
          }
        });
    kept.values()
        .forEach(terminal ->
            add("terminal", terminal.id(), "terminal", null, terminal.state().toString()));
  }

  private void compare(TerminalFacts facts, Terminal terminal) {
    String id = facts.id();
    unequal("terminal", id, "state", facts.state(), terminal.state());
    unequal("terminal", id, "line", facts.line(), terminal.line());
    unequal("terminal", id, "donation", facts.donation(), terminal.donation());
  }

  private void authorisations() {
    Map<String, Authorisation> kept = byId(store.authorisations().all(), Authorisation::id);
    ledger
        .authorisations()
        .forEach(facts -> {
          Authorisation right = kept.remove(facts.id());
          unequal("authorisation", facts.id(), "grant", written(facts), written(right));
        });
    kept.values().forEach(right -> add("authorisation", right.id(), "grant", null, written(right)));
  }

  private static @Nullable String written(@Nullable Authorisation right) {
    return right == null
        ? null
        : right.grant()
            + " "
            + right.terminal()
            + " "
            + Utc.format(right.fromNs())
            + (right.untilNs() == null ? "" : " until " + Utc.format(right.untilNs()))
            + (right.revokedNs() == null ? "" : " revoked " + Utc.format(right.revokedNs()));
  }

  private void allowLists() {
    Map<String, AllowList> kept = byId(store.allowLists().all(), AllowList::id);
    ledger
        .allowLists()
        .forEach(facts -> {
          AllowList says = facts.list();
          AllowList list = kept.remove(says.id());
          if (list == null) {
            add("allow-list", says.id(), "allow-list", "announced", null);
            return;
          }
          unequal("allow-list", says.id(), "area", says.area(), list.area());
          unequal("allow-list", says.id(), "enforced", says.enforced(), list.enforced());
          unequal("allow-list", says.id(), "waves", says.waves(), list.waves());
          listed(says, list);
        });
    kept.values().forEach(list -> add("allow-list", list.id(), "allow-list", null, "announced"));
  }

  private void listed(AllowList says, AllowList list) {
    Set<String> both = new HashSet<>(says.listed());
    both.retainAll(list.listed());
    for (String terminal : says.listed()) {
      if (!both.contains(terminal)) {
        add("allow-list", says.id(), "terminal", terminal, null);
      }
    }
    for (String terminal : list.listed()) {
      if (!both.contains(terminal)) {
        add("allow-list", says.id(), "terminal", null, terminal);
      }
    }
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    Map<String, T> map = new HashMap<>();
    all.forEach(each -> map.put(id.apply(each), each));
    return new java.util.TreeMap<>(map);
  }

  private void unequal(
      String kind, String id, String what, @Nullable Object says, @Nullable Object kept) {
    if (!Objects.equals(says, kept)) {
      add(kind, id, what, text(says), text(kept));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private void add(
      String kind, String id, String what, @Nullable String says, @Nullable String kept) {
    differences.add(new Difference(kind, id, what, says, kept));
  }

  /**
   * Makes the store say what the ledger says, as far as the ledger can: of a line or terminal that
   * the store does not have, whose it is and its serial numbers are not in the ledger, and what the
   * ledger does not have is not thrown away.
   *
   * @return what is different still
   */
  public static List<Difference> carryOver(Services ledger, Records store) {
    ledger.lines().forEach(facts -> carryOver(facts, store));
    ledger.terminals().forEach(facts -> carryOver(facts, store));
    ledger.authorisations().forEach(facts -> carryOver(facts, store));
    ledger.allowLists().forEach(facts -> carryOver(facts, store));
    return differences(ledger, store);
  }

  private static void carryOver(LineFacts facts, Records store) {
    store.numberTaken(facts.number());
    ServiceLine line = store.lines().find(facts.number()).orElse(null);
    if (line != null) {
      Funding funding = known(facts.funding(), store);
      Long endNs =
          facts.closed() ? (Long) Objects.requireNonNullElse(line.endNs(), end(line)) : null;
      ServiceLine next =
          new ServiceLine(
              line.number(),
              line.account(),
              line.address(),
              line.plan(),
              facts.serviceClass(),
              line.nickname(),
              line.startNs(),
              endNs,
              funding);
      if (!next.equals(line)) {
        store.lines().update(next);
      }
    }
  }

  private static Long end(ServiceLine line) {
    return Math.max(line.startNs(), line.funding().sinceNs());
  }

  /** Who pays is a payer of the store, or one that this store does not know. */
  private static Funding known(Funding funding, Records store) {
    for (String payer : new String[] {funding.payer(), funding.successor()}) {
      if (payer != null && store.payers().find(payer).isEmpty()) {
        store.numberTaken(payer);
        store
            .payers()
            .add(
                new org.orbweaver.governance.accounts.Payer(
                    payer, "unknown to this store", funding.sinceNs(), null));
      }
    }
    return funding;
  }

  private static void carryOver(TerminalFacts facts, Records store) {
    Terminal terminal = store.terminals().find(facts.id()).orElse(null);
    if (terminal == null || differ(facts, terminal)) {
      boolean hasAll =
          terminal != null
              && (facts.line() == null || store.lines().find(facts.line()).isPresent())
              && (facts.donation() == null || store.donations().find(facts.donation()).isPresent());
      if (terminal != null && hasAll) {
        store
            .terminals()
            .update(
                new Terminal(
                    terminal.id(),
                    terminal.kitSerial(),
                    terminal.dishSerial(),
                    facts.state(),
                    facts.sinceNs(),
                    facts.line(),
                    facts.donation()));
      }
    }
  }

  private static boolean differ(TerminalFacts facts, Terminal terminal) {
    return facts.state() != terminal.state()
        || !Objects.equals(facts.line(), terminal.line())
        || !Objects.equals(facts.donation(), terminal.donation());
  }

  private static void carryOver(Authorisation facts, Records store) {
    store.numberTaken(facts.id());
    Authorisation kept = store.authorisations().find(facts.id()).orElse(null);
    if (kept == null) {
      store.authorisations().add(facts);
    } else if (!kept.equals(facts)) {
      store.authorisations().update(facts);
    }
  }

  private static void carryOver(ListFacts facts, Records store) {
    AllowList says = facts.list();
    store.numberTaken(says.id());
    AllowList kept = store.allowLists().find(says.id()).orElse(null);
    if (kept == null) {
      store.allowLists().add(says);
    } else {
      AllowList next = kept.rehearsal() == null ? says : says.rehearsed(kept.rehearsal());
      if (!next.equals(kept)) {
        store.allowLists().update(next);
      }
    }
  }
}
