package org.orbweaver.governance.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Pool;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;

/** Whether enough people, of enough kinds, agree. */
public final class Quorum {
  private Quorum() {}

  /** Whether these people meet a rule; who stands among them twice counts once. */
  public static boolean isMet(QuorumRule rule, Collection<Person> people) {
    Set<String> ids = new HashSet<>();
    Set<Pool> pools = new HashSet<>();
    Set<String> organisations = new HashSet<>();
    Set<String> overseers = new HashSet<>();
    for (Person person : people) {
      ids.add(person.id());
      organisations.add(person.organisation());
      if (person.pool() != null) {
        pools.add(person.pool());
      }
      if (person.is(Role.OVERSEER)) {
        overseers.add(person.id());
      }
    }
    return ids.size() >= rule.people()
        && pools.size() >= rule.pools()
        && organisations.size() >= rule.organisations()
        && overseers.size() >= rule.overseers();
  }
}
