package org.orbweaver.app.packets;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.ToIntFunction;

/** What answers at a PoP over HTTP. */
public interface PopServices {
  /**
   * Answers connections until the socket is closed.
   *
   * @param socket that listens in the PoP's own network
   * @param pop index of the PoP
   * @param terminals whose address it is; -1 where it is no terminal's
   */
  void answerAt(ServerSocket socket, int pop, ToIntFunction<InetAddress> terminals);
}
