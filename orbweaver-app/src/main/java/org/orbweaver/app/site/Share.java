package org.orbweaver.app.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * In how many slots something was in use.
 *
 * @param name of a satellite, gateway, PoP or reason
 * @param slots in how many
 * @param percent of all slots, the unserved ones included
 */
public record Share(String name, int slots, double percent) {
  private static final Comparator<Share> ORDER =
      Comparator.comparingInt(Share::slots).reversed().thenComparing(Share::name);

  /** Shares of what each slot names, greatest first; a slot that names null counts for none. */
  static List<Share> of(int size, IntFunction<@Nullable String> name) {
    Map<String, Integer> slots = new HashMap<>();
    for (int k = 0; k < size; k++) {
      String used = name.apply(k);
      if (used != null) {
        slots.merge(used, 1, Integer::sum);
      }
    }
    List<Share> shares = new ArrayList<>();
    slots.forEach((used, count) -> shares.add(new Share(used, count, 100.0 * count / size)));
    shares.sort(ORDER);
    return shares;
  }
}
