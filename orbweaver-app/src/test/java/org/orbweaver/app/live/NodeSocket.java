package org.orbweaver.app.live;

import java.net.DatagramSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.dataplane.linux.NetNamespace;

/** Sockets in the networks of nodes. */
final class NodeSocket {
  private NodeSocket() {}

  /** One that a thread has opened which has entered the node's network. */
  static DatagramSocket open(Attached node) {
    CompletableFuture<DatagramSocket> opened = new CompletableFuture<>();
    Thread.ofPlatform()
        .start(() -> {
          try {
            NetNamespace.enter(Path.of("/proc/self/fd/" + node.namespace()));
            opened.complete(new DatagramSocket());
          } catch (Exception e) {
            opened.completeExceptionally(e);
          }
        });
    return opened.join();
  }
}
