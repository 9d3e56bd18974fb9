package org.orbweaver.dataplane;

import java.io.IOException;
import java.time.Duration;

/** An end of a connection at which reading may be given up. */
interface TimedEndpoint extends Endpoint {
  /**
   * How long a read waits before it fails with a {@link java.net.SocketTimeoutException}; zero for
   * ever.
   */
  void readTimeout(Duration timeout) throws IOException;
}
