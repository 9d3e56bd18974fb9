package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;

/** Connects one session to its destination; can be broken off from another thread. */
final class Dialler {
  /** No connection came about. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    private final SocksReply reply;

    Failed(SocksReply reply, String message) {
      super(message, null, false, false);
      this.reply = reply;
    }

    SocksReply reply() {
      return reply;
    }
  }

  private volatile @Nullable Socket socket;
  private volatile boolean aborted;

  /** Tries the addresses in turn until one answers or the time is over. */
  Endpoint dial(Destination.Outside destination, TimeSource time, Duration timeout) throws Failed {
    long deadlineNs = time.nowNs() + timeout.toNanos();
    Failed last = new Failed(SocksReply.HOST_UNREACHABLE, "no answer in time");
    for (InetAddress address : destination.addresses()) {
      long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - time.nowNs());
      if (leftMs <= 0 || aborted) {
        break;
      }
      Socket made = new Socket();
      socket = made;
      try {
        if (address.isLoopbackAddress()) {
          made.setReceiveBufferSize(SocketEndpoint.BUFFER_BYTES);
        }
        made.setTcpNoDelay(true);
        made.setKeepAlive(true);
        made.connect(new InetSocketAddress(address, destination.port()), (int) leftMs);
        if (!aborted) {
          return new SocketEndpoint(made);
        }
        SocketEndpoint.close(made);
      } catch (IOException e) {
        SocketEndpoint.close(made);
        last = failed(e);
      }
    }
    throw last;
  }

  private static Failed failed(IOException e) {
    String message = String.valueOf(e.getMessage());
    SocksReply reply =
        e instanceof ConnectException && message.contains("refused")
            ? SocksReply.CONNECTION_REFUSED
            : SocksReply.HOST_UNREACHABLE;
    return new Failed(reply, message);
  }

  /** Breaks off. */
  void abort() {
    aborted = true;
    Socket trying = socket;
    if (trying != null) {
      SocketEndpoint.close(trying);
    }
  }
}
