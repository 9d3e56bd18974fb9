package org.orbweaver.governance.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Who acts in the ledger: a person, or a program where the roles are a program's. Known by role and
 * organisation; a name is not asked for.
 *
 * @param id lower-case letters, digits, dots and hyphens
 * @param pool of an approver, else null
 * @param interests organisations in whose cases this person has an interest
 * @param key verifies what they sign; its name is theirs to choose
 */
public record Person(
    String id,
    String organisation,
    @Nullable Pool pool,
    List<Role> roles,
    List<String> interests,
    VerifierKey key) {
  public Person {
    roles = List.copyOf(roles);
    interests = List.copyOf(interests);
  }

  /** Whether it has a role. */
  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether it is a program. */
  public boolean isSoftware() {
    return roles.stream().anyMatch(Role::isSoftware);
  }
}
