package org.orbweaver.core.policy;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a terminal stands toward policy: terminals that stand alike have the same verdict. Layout:
 * ascending indices, which hold for one {@link PolicyRules}; nobody writes to them.
 *
 * @param within the areas that it is in, their ancestors not added
 * @param areas the same with their ancestors
 * @param country ISO 3166-1 alpha-2, or null where it is in none
 * @param serviceClass what its line is for
 * @param naming numbers of the decisions that name it
 * @param lost whether its place has been unknown for so long that its area's rule darkens it
 */
record Standing(
    int[] within,
    int[] areas,
    @Nullable String country,
    ServiceClass serviceClass,
    int[] naming,
    boolean lost) {
  /** The smallest area that it is in itself; it must be in one. */
  int smallest() {
    return within[0];
  }

  /** The same with other decisions that name it. */
  Standing named(int[] others) {
    return new Standing(within, areas, country, serviceClass, others, lost);
  }

  /** What two have in common that stand alike; ancestors follow from it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Standing that
        && lost == that.lost
        && serviceClass == that.serviceClass
        && Objects.equals(country, that.country)
        && Arrays.equals(within, that.within)
        && Arrays.equals(naming, that.naming);
  }

  @Override
  public int hashCode() {
    int hash = 31 * Arrays.hashCode(within) + Arrays.hashCode(naming);
    return 31 * (31 * hash + Objects.hashCode(country)) + serviceClass.ordinal();
  }
}
