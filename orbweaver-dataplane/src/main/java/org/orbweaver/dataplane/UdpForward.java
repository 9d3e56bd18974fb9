package org.orbweaver.dataplane;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A forwarded port for datagrams. Each socket that writes to it has a way of its own, so that
 * answers find back; one that is long unused is forgotten.
 */
final class UdpForward implements ForwardDoor {
  private static final int LOOK_MS = 500;
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(20);

  private static final class Program {
    private final UdpLeg leg;
    private long lastNs;

    Program(UdpLeg leg) {
      this.leg = leg;
    }
  }

  private final Forward forward;
  private final DatagramSocket door;
  private final LinkedHashMap<InetSocketAddress, Program> programs =
      new LinkedHashMap<>(4, 0.75f, true);
  private long lookedNs;
  private boolean closed;

  private UdpForward(Forward forward, DatagramSocket door) {
    this.forward = forward;
    this.door = door;
  }

  static UdpForward open(Forward forward) throws IOException {
    DatagramSocket door =
        new DatagramSocket(new InetSocketAddress(forward.address(), forward.port()));
    try {
      SocketEndpoint.widen(door);
      door.setSoTimeout(LOOK_MS);
      return new UdpForward(forward.withPort(door.getLocalPort()), door);
    } catch (IOException e) {
      door.close();
      throw e;
    }
  }

  @Override
  public Forward forward() {
    return forward;
  }

  @Override
  public void serve(SessionContext context) {
    TerminalLink link = context.links().of(forward.terminal());
    Thread.ofVirtual().name("orbweaver-forward").start(() -> receive(context, link));
  }

  private void receive(SessionContext context, TerminalLink link) {
    byte[] buffer = new byte[Datagram.MAX_BYTES + 1];
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    while (!door.isClosed()) {
      try {
        packet.setData(buffer);
        door.receive(packet);
        InetSocketAddress sender = (InetSocketAddress) packet.getSocketAddress();
        UdpLeg leg = legOf(sender, context, link);
        if (leg == null) {
          link.droppedDatagrams.increment();
        } else {
          leg.send(Arrays.copyOf(buffer, packet.getLength()));
        }
      } catch (SocketTimeoutException e) {
        // Nothing came; those that are idle are looked for below.
      } catch (IOException e) {
        if (!door.isClosed()) {
          LockSupport.parkNanos(RETRY_NS);
        }
      }
      forgetIdle(context, link);
    }
  }

  private synchronized @Nullable UdpLeg legOf(
      InetSocketAddress sender, SessionContext context, TerminalLink link) {
    Program known = programs.get(sender);
    if (known != null) {
      known.lastNs = link.time.nowNs();
      return known.leg;
    }
    if (closed) {
      return null;
    }
    if (!context.admission().admit(link)) {
      ForwardDoor.sayRefused(context, link, forward, "too many programs use it already");
      return null;
    }
    Program made = new Program(leg(sender, context, link));
    made.lastNs = link.time.nowNs();
    programs.put(sender, made);
    return made.leg;
  }

  private UdpLeg leg(InetSocketAddress sender, SessionContext context, TerminalLink link) {
    Consumer<Datagram> home = d -> answer(d, sender);
    if (forward.inward()) {
      InetAddress behind = InetAddress.ofLiteral(loopback(forward.targetHost()));
      InetSocketAddress target = new InetSocketAddress(behind, forward.targetPort());
      return new UdpEntry(context, link, target, home);
    }
    UdpExit exit = new UdpExit(context, link, home);
    return new UdpLeg() {
      @Override
      public void send(byte[] data) {
        exit.send(forward.targetHost(), forward.targetPort(), data);
      }

      @Override
      public void close() {
        exit.close();
      }
    };
  }

  private static String loopback(String host) {
    return host.equals("localhost") ? "127.0.0.1" : host;
  }

  private void answer(Datagram datagram, InetSocketAddress to) {
    try {
      door.send(new DatagramPacket(datagram.data(), datagram.length(), to));
    } catch (IOException e) {
      // The program has closed its socket.
    }
  }

  private synchronized void forgetIdle(SessionContext context, TerminalLink link) {
    long nowNs = link.time.nowNs();
    if (nowNs - lookedNs < TimeUnit.MILLISECONDS.toNanos(LOOK_MS)) {
      return;
    }
    lookedNs = nowNs;
    long idleNs = context.limits().datagramIdle().toNanos();
    Map.Entry<InetSocketAddress, Program> oldest = programs.firstEntry();
    while (oldest != null && (closed || nowNs - oldest.getValue().lastNs > idleNs)) {
      programs.pollFirstEntry();
      oldest.getValue().leg.close();
      context.admission().release(link);
      oldest = programs.firstEntry();
    }
  }

  @Override
  public synchronized void end() {
    closed = true;
    door.close();
    programs.values().forEach(program -> program.leg.close());
    programs.clear();
  }

  @Override
  public synchronized boolean isOver() {
    return programs.isEmpty();
  }
}
