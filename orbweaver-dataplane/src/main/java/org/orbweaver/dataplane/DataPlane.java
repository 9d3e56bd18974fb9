package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.function.Consumer;
import org.orbweaver.core.time.TimeSource;

/** The data plane of one process: a SOCKS5 door on loopback, and the PoPs' services behind it. */
public final class DataPlane implements AutoCloseable {

  private DataPlane() {}

  /**
   * Opens the door; returns once it accepts connections.
   *
   * @param paths what the paths are
   * @param whoAmI what {@code /whoami} answers
   * @param rules which destinations may be reached beside the PoPs' services
   * @param time network time
   * @param socksPort on 127.0.0.1; 0 for any free one
   * @param notices one line for the operator, without a newline; called from any thread, at most a
   *     few times a second
   * @throws PortUnavailableException where the port is taken or may not be opened
   */
  public static DataPlane start(
      PathView paths,
      WhoAmIView whoAmI,
      DestinationRules rules,
      TimeSource time,
      int socksPort,
      Consumer<String> notices)
      throws IOException {
    throw new IllegalStateException("being written");
  }

  /** The port that is really open. */
  public int socksPort() {
    return 0;
  }

  /** What a terminal's connections have carried. */
  public Traffic traffic(int terminal) {
    return Traffic.NONE;
  }

  /** Ends all connections and closes the port, within two seconds. Does nothing the second time. */
  @Override
  public void close() {}
}
