package org.orbweaver.format;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.schedule.Strategies;

/**
 * What a command adds to a scenario file.
 *
 * @param nowNs the present: UTC, nanoseconds since the Unix epoch
 * @param elementsOverride element file of {@code --elements}, or null
 * @param startOverride start of {@code --start}, written as in the scenario, or null
 * @param strategies names of the selection strategies that exist
 * @param routings names of the routing strategies that exist
 * @param fetched folder of fetched element sets, each as {@code NAME.elements}; null where there is
 *     none
 */
public record LoadOptions(
    long nowNs,
    @Nullable Path elementsOverride,
    @Nullable String startOverride,
    Set<String> strategies,
    Set<String> routings,
    @Nullable Path fetched) {
  public LoadOptions {
    strategies = Set.copyOf(strategies);
    routings = Set.copyOf(routings);
  }

  /** With the strategies that core finds. */
  public LoadOptions(long nowNs, @Nullable Path elementsOverride, @Nullable String startOverride) {
    this(
        nowNs,
        elementsOverride,
        startOverride,
        Strategies.SELECTION.names(),
        Strategies.ROUTING.names(),
        null);
  }

  /** Nothing overridden. */
  public static LoadOptions at(long nowNs) {
    return new LoadOptions(nowNs, null, null);
  }

  public LoadOptions withElements(@Nullable Path file) {
    return new LoadOptions(nowNs, file, startOverride, strategies, routings, fetched);
  }

  public LoadOptions withStart(@Nullable String start) {
    return new LoadOptions(nowNs, elementsOverride, start, strategies, routings, fetched);
  }

  public LoadOptions withStrategies(Set<String> names) {
    return new LoadOptions(nowNs, elementsOverride, startOverride, names, routings, fetched);
  }

  public LoadOptions withFetched(@Nullable Path folder) {
    return new LoadOptions(nowNs, elementsOverride, startOverride, strategies, routings, folder);
  }
}
