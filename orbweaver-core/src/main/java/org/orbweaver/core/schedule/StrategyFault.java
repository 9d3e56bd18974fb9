package org.orbweaver.core.schedule;

import org.jspecify.annotations.Nullable;

/**
 * A strategy that someone else wrote broke its contract: it threw, or gave a value that is none.
 * The message names it and says what it did.
 */
public final class StrategyFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  StrategyFault(String kind, String name, String what, @Nullable Throwable cause) {
    super("the " + kind + " strategy '" + name + "' " + what, cause);
  }

  /** Of a strategy that never came to have a name. */
  StrategyFault(String kind, Throwable error) {
    super(
        "a " + kind + " strategy cannot be loaded: " + error.getMessage() + because(error), error);
  }

  private static String because(Throwable error) {
    return error.getCause() == null ? "" : " (" + error.getCause() + ")";
  }
}
