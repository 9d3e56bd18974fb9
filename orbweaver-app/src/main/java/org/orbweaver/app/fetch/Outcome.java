package org.orbweaver.app.fetch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of a fetch.
 *
 * @param state in a word
 * @param objects usable element sets in the kept copy
 * @param fetchedMs when the kept copy was received, milliseconds since the Unix epoch
 * @param file the kept copy, or null where there is none
 * @param message why it failed or was not tried, and what that means; null where it succeeded
 */
public record Outcome(
    State state, int objects, long fetchedMs, @Nullable Path file, @Nullable String message) {
  /** In a word. */
  public enum State {
    /** There is a new copy. */
    FETCHED,
    /** The server says that the copy is still the newest. */
    UNCHANGED,
    /** The copy is so young that the server was not asked. */
    YOUNG,
    /** There is no new copy; an older one, if there is any, stays. */
    FAILED
  }
}
