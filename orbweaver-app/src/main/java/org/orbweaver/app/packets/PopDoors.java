package org.orbweaver.app.packets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.orbweaver.dataplane.linux.NetNamespace;

/** The ports of PoPs' services, each opened in its PoP's own network. */
final class PopDoors implements AutoCloseable {
  private static final int HTTP = 80;
  private static final int WAITING = 128;

  private final PopServices services;
  private final ToIntFunction<InetAddress> terminals;
  private final Consumer<String> notices;
  private final List<ServerSocket> open = new ArrayList<>();

  PopDoors(PopServices services, ToIntFunction<InetAddress> terminals, Consumer<String> notices) {
    this.services = services;
    this.terminals = terminals;
    this.notices = notices;
  }

  /** Opens a PoP's; where the system refuses, says so and leaves the PoP without. */
  void open(String name, int pop, int namespace) {
    try {
      ServerSocket socket = NetNamespace.within(namespace, PopDoors::listen);
      open.add(socket);
      services.answerAt(socket, pop, terminals);
    } catch (IOException e) {
      notices.accept("PoP " + name + " has no services for packets: " + e.getMessage());
    }
  }

  private static ServerSocket listen() throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(HTTP), WAITING);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  @Override
  public void close() {
    for (ServerSocket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // Its network ends with the process in any case.
      }
    }
    open.clear();
  }
}
