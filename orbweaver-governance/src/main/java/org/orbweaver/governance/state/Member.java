package org.orbweaver.governance.state;

import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.merkle.Hash;

/**
 * Somebody in the ledger.
 *
 * @param active whether they still act here
 * @param keyRevoked whether their key is no longer to be believed
 * @param last leaf hash of the entry that last said something about them
 */
public record Member(Person person, boolean active, boolean keyRevoked, Hash last) {
  /** Whether they may act in a role now. */
  public boolean may(Role role) {
    return active && !keyRevoked && person.is(role);
  }
}
