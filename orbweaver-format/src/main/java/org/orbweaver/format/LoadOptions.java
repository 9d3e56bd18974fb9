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
 * @param strategies names of the scheduling strategies that exist
 */
public record LoadOptions(
    long nowNs,
    @Nullable Path elementsOverride,
    @Nullable String startOverride,
    Set<String> strategies) {
  public LoadOptions {
    strategies = Set.copyOf(strategies);
  }

  /** With the strategies that core finds. */
  public LoadOptions(long nowNs, @Nullable Path elementsOverride, @Nullable String startOverride) {
    this(nowNs, elementsOverride, startOverride, Strategies.names());
  }

  /** Nothing overridden. */
  public static LoadOptions at(long nowNs) {
    return new LoadOptions(nowNs, null, null);
  }

  public LoadOptions withElements(@Nullable Path file) {
    return new LoadOptions(nowNs, file, startOverride, strategies);
  }

  public LoadOptions withStart(@Nullable String start) {
    return new LoadOptions(nowNs, elementsOverride, start, strategies);
  }

  public LoadOptions withStrategies(Set<String> names) {
    return new LoadOptions(nowNs, elementsOverride, startOverride, names);
  }
}
