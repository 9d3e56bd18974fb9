package org.orbweaver.app.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;

/** Stops a network that runs in another process. */
public final class Down {
  /** As a scenario may name its network; anything else is not a folder of ours. */
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

  private static final long LOOK_MS = 20;

  /** Twice what an orderly end may take, and some for a busy machine. */
  private static final long PATIENCE_MS = 10_000;

  private final Places places;

  public Down(Map<String, String> environment) {
    places = Places.of(environment);
  }

  /** The names of the networks that run, sorted. */
  public List<String> running() {
    List<String> running = new ArrayList<>();
    if (Files.isDirectory(places.state())) {
      try (Stream<Path> folders = Files.list(places.state())) {
        folders
            .map(folder -> folder.getFileName().toString())
            .sorted()
            .filter(name -> name.matches(NAME))
            .filter(name -> NetworkLock.holder(places, name).isPresent())
            .forEach(running::add);
      } catch (IOException e) {
        throw Failure.environment(
            "the folder " + places.state() + " cannot be read: " + Reasons.of(e), null);
      }
    }
    return running;
  }

  /**
   * Asks the process that runs a network to stop, and waits until it has.
   *
   * @return its pid, or empty where the network does not run
   * @throws Failure where it does not stop within ten seconds
   */
  public OptionalLong stop(String network) throws InterruptedException {
    OptionalLong pid =
        network.matches(NAME) ? NetworkLock.holder(places, network) : OptionalLong.empty();
    if (pid.isEmpty()) {
      return pid;
    }
    boolean asked = ProcessHandle.of(pid.getAsLong()).map(ProcessHandle::destroy).orElse(true);
    if (!asked) {
      throw Failure.environment(
          "the network " + network + ", pid " + pid.getAsLong() + ", cannot be asked to stop",
          "Ask as the user who started it.");
    }
    for (long waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += LOOK_MS) {
      if (!NetworkLock.holder(places, network).equals(pid)) {
        return pid;
      }
      Thread.sleep(LOOK_MS);
    }
    throw Failure.environment(
        "the network " + network + ", pid " + pid.getAsLong() + ", does not stop",
        "End it with: kill -9 " + pid.getAsLong());
  }
}
