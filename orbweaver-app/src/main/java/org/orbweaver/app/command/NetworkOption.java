package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --network}: which of the networks that run. */
final class NetworkOption {
  @Option(
      names = "--network",
      paramLabel = "NAME",
      description = "Name of the network; the one that runs by default.")
  @Nullable String network;
}
