package org.orbweaver.app.live;

import java.nio.file.Path;
import java.util.Map;
import org.orbweaver.app.Failure;

/** The folder in which a network's state lies, for those who keep something there. */
public final class StateFolder {
  private StateFolder() {}

  /**
   * The folder, made where it is missing.
   *
   * @throws Failure where the name is none, or the folder cannot be made or written
   */
  public static Path of(Map<String, String> environment, String network) {
    if (!network.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw Failure.badInput("'" + network + "' is not the name of a network", null);
    }
    Places places = Places.of(environment);
    places.prepareState(network);
    return places.stateOf(network);
  }
}
