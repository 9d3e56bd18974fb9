package org.orbweaver.governance.ledger.audit;

import org.jspecify.annotations.Nullable;

/**
 * What must hold for an entry by itself. It knows nothing of other entries and is asked by several
 * threads at once, in any order.
 */
@FunctionalInterface
public interface EntryCheck {
  /** Anything may be an entry. */
  EntryCheck ANY = (index, entry) -> null;

  /** What is wrong with an entry, or null where nothing is. */
  @Nullable String check(long index, byte[] entry);

  /** Both. */
  default EntryCheck and(EntryCheck other) {
    return (index, entry) -> {
      String wrong = check(index, entry);
      return wrong != null ? wrong : other.check(index, entry);
    };
  }
}
