package org.orbweaver.app.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.time.Instant;

/**
 * A program for the inside of a terminal's network: pings a name again and again, and prints what
 * the network says of it in ICMP messages (RFC 792) that destinations are unreachable.
 */
final class IcmpWatch {
  private static final int AF_INET = 2;
  private static final int SOCK_RAW = 3;
  private static final int IPPROTO_ICMP = 1;
  private static final int DESTINATION_UNREACHABLE = 3;
  private static final int PATIENCE_MS = 2_000;
  private static final long PAUSE_MS = 100;
  private static final int BUFFER = 2_048;

  private static final FunctionDescriptor SOCKET =
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final FunctionDescriptor RECV =
      FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);

  private IcmpWatch() {}

  /**
   * Prints {@code ping BEFORE AFTER true|false} for each ping, {@code icmp WHEN CODE} for each
   * message.
   *
   * @param arguments the name, and until when (UTC)
   */
  public static void main(String[] arguments) throws Throwable {
    InetAddress address = InetAddress.getByName(arguments[0]);
    Instant until = Instant.parse(arguments[1]);
    int socket = (int) function(SOCKET, "socket").invoke(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    if (socket < 0) {
      throw new IllegalStateException("no raw socket");
    }
    Thread.ofPlatform().daemon().start(() -> listen(socket));
    while (Instant.now().isBefore(until)) {
      Instant before = Instant.now();
      boolean reached = address.isReachable(PATIENCE_MS);
      System.out.println("ping " + before + " " + Instant.now() + " " + reached);
      Thread.sleep(PAUSE_MS);
    }
  }

  private static MethodHandle function(FunctionDescriptor type, String name) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), type);
  }

  private static void listen(int socket) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment packet = arena.allocate(BUFFER);
      MethodHandle recv = function(RECV, "recv");
      while (true) {
        long length = (long) recv.invoke(socket, packet, (long) BUFFER, 0);
        int header = length < 1 ? 0 : (packet.get(JAVA_BYTE, 0) & 15) * 4;
        if (length >= header + 8 && packet.get(JAVA_BYTE, header) == DESTINATION_UNREACHABLE) {
          System.out.println("icmp " + Instant.now() + " " + packet.get(JAVA_BYTE, header + 1));
        }
      }
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
