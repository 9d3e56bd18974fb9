package org.orbweaver.governance.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Who pays for lines.
 *
 * @param id such as {@code PAY-0001}
 * @param name of a person or organisation; stays in the store
 * @param sinceNs when they came, UTC, since the Unix epoch
 * @param leavesNs when they leave or left; null where they stay
 */
public record Payer(String id, String name, long sinceNs, @Nullable Long leavesNs) {
  public Payer {
    Checks.id("a payer's id", id);
    Checks.text("a name", name);
    if (leavesNs != null && leavesNs < sinceNs) {
      throw new RefusedException("the payer " + id + " cannot leave before they come");
    }
  }

  /** Whether they pay at a moment. */
  public boolean paysAt(long ns) {
    return sinceNs <= ns && (leavesNs == null || ns < leavesNs);
  }
}
