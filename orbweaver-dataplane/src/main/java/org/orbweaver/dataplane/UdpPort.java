package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;

/**
 * The socket by which one program's datagrams leave and come back, as a translator of addresses has
 * it: one port for all far sockets, open while it is used, and only those may answer that were
 * written to (RFC 4787, address and port-dependent filtering).
 */
final class UdpPort implements AutoCloseable {
  private static final int LOOK_MS = 1000;
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Takes what comes; must not wait. */
  interface Receiver {
    /**
     * An answer.
     *
     * @param farPop as it was sent to
     * @param data belongs to the receiver
     */
    void received(InetSocketAddress from, int farPop, byte[] data, int length);
  }

  private record Known(int farPop, long lastNs) {}

  private final TimeSource time;
  private final long idleNs;
  private final int maxRemotes;
  private final Receiver receiver;
  private final LinkedHashMap<InetSocketAddress, Known> remotes =
      new LinkedHashMap<>(4, 0.75f, true);
  private @Nullable DatagramSocket socket;
  private boolean closed;

  UdpPort(TimeSource time, Duration idle, int maxRemotes, Receiver receiver) {
    this.time = time;
    this.idleNs = idle.toNanos();
    this.maxRemotes = maxRemotes;
    this.receiver = receiver;
  }

  /** Sends; what the system does not take is lost, as on any network. */
  void send(Datagram datagram, InetSocketAddress to, int farPop) {
    try {
      DatagramSocket open = opened(to, farPop);
      if (open != null) {
        open.send(new DatagramPacket(datagram.data(), datagram.length(), to));
      }
    } catch (IOException | IllegalArgumentException e) {
      // Nobody tells the sender of a datagram, either.
    }
  }

  private synchronized @Nullable DatagramSocket opened(InetSocketAddress to, int farPop)
      throws IOException {
    if (closed) {
      return null;
    }
    remotes.put(to, new Known(farPop, time.nowNs()));
    if (remotes.size() > maxRemotes) {
      remotes.pollFirstEntry();
    }
    DatagramSocket open = socket;
    if (open == null) {
      DatagramSocket made = new DatagramSocket();
      SocketEndpoint.widen(made);
      made.setSoTimeout(LOOK_MS);
      // A whole network is nobody's destination.
      made.setBroadcast(false);
      socket = made;
      open = made;
      Thread.ofVirtual().name("orbweaver-udp").start(() -> receive(made));
    }
    return open;
  }

  private void receive(DatagramSocket from) {
    byte[] buffer = new byte[Datagram.MAX_BYTES + 1];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!from.isClosed()) {
      try {
        packet.setData(buffer);
        from.receive(packet);
        InetSocketAddress sender = (InetSocketAddress) packet.getSocketAddress();
        Known known = known(sender);
        if (known != null) {
          byte[] data = new byte[packet.getLength()];
          System.arraycopy(buffer, 0, data, 0, data.length);
          receiver.received(sender, known.farPop(), data, data.length);
        }
      } catch (SocketTimeoutException e) {
        forgetIdle();
      } catch (IOException e) {
        LockSupport.parkNanos(RETRY_NS);
      }
    }
  }

  private synchronized @Nullable Known known(InetSocketAddress sender) {
    Known known = remotes.get(sender);
    if (known == null) {
      return null;
    }
    if (time.nowNs() - known.lastNs() > idleNs) {
      remotes.remove(sender);
      return null;
    }
    return known;
  }

  private synchronized void forgetIdle() {
    long nowNs = time.nowNs();
    Map.Entry<InetSocketAddress, Known> oldest = remotes.firstEntry();
    while (oldest != null && nowNs - oldest.getValue().lastNs() > idleNs) {
      remotes.pollFirstEntry();
      oldest = remotes.firstEntry();
    }
    DatagramSocket open = socket;
    if (remotes.isEmpty() && open != null) {
      open.close();
      socket = null;
    }
  }

  synchronized boolean isOpen() {
    return socket != null;
  }

  @Override
  public synchronized void close() {
    closed = true;
    remotes.clear();
    DatagramSocket open = socket;
    if (open != null) {
      open.close();
      socket = null;
    }
  }
}
