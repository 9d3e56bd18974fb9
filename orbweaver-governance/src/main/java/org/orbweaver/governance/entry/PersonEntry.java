package org.orbweaver.governance.entry;

import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * What people do about themselves. {@code on} is the hash of the entry that last said something
 * about them, so that an old one cannot be repeated.
 */
public sealed interface PersonEntry extends Entry {
  /** Hash of the last entry about this person. */
  Hash on();

  /** A new key takes the place of the old; both sign. */
  @Kind("key.rotated")
  record KeyRotated(Header header, Hash on, VerifierKey key) implements PersonEntry {}

  /** A key is no longer to be believed; signed with it. A new one comes by a decision. */
  @Kind("key.revoked")
  record KeyRevoked(Header header, Hash on, String reason) implements PersonEntry {}

  /** An interest in an organisation's cases. */
  @Kind("interest.declared")
  record InterestDeclared(Header header, Hash on, String organisation) implements PersonEntry {}
}
