package org.orbweaver.format.problem;

import java.util.function.Function;

/**
 * A value with the way back to the file that it came from.
 *
 * @param placeOf where one of the value's keys stands, by the key's name in the record; where the
 *     file does not give the key, where the value itself stands
 */
public record Located<T>(T value, Function<String, Place> placeOf) {
  /** Where a key of the value stands. */
  public Place place(String key) {
    return placeOf.apply(key);
  }
}
