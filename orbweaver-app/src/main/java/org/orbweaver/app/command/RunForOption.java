package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --for}: when a command that goes on by itself stops by itself. */
final class RunForOption {
  /** Nanoseconds; null for never. */
  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      description = "Stop by itself after this long, such as 30s or 10m.")
  @Nullable Long ns;
}
