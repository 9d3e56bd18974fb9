package org.orbweaver.governance.accounts;

import java.util.function.Function;

/**
 * Where records are kept. What {@link #write} returns is durable; what it does not return has not
 * happened.
 */
public interface AccountsStore {
  /** Reads one state, in which nothing changes meanwhile. */
  <T> T read(Function<Records, T> work);

  /** Does all of it or, where it throws, nothing. May run the work again after a collision. */
  <T> T write(Function<Records, T> work);
}
