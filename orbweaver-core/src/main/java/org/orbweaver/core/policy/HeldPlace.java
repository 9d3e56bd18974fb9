package org.orbweaver.core.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a moving terminal is held to be, which near a border or without a fix is not where it was
 * seen last.
 *
 * @param terminal its index
 * @param areas ids of the areas that it is in, their ancestors not added
 * @param country ISO 3166-1 alpha-2, or null where it is in none
 * @param lost whether its place has been unknown for so long that its area's rule darkens it
 */
public record HeldPlace(int terminal, List<String> areas, @Nullable String country, boolean lost) {
  public HeldPlace {
    areas = List.copyOf(areas);
  }
}
