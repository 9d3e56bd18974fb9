package org.orbweaver.bench.packets;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Sockets of UDP over IPv4, with the kernel's stamps of arrival, in the network namespace of the
 * thread that opens them. The platform's own channels give no stamps.
 */
final class Sockets {
  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = call("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CONNECT =
      call("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle OPTION =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GET_OPTION =
      call("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle SENDTO =
      call("sendto", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle RECVMMSG =
      call("recvmmsg", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle CLOCK =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("clock_gettime"),
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS),
          Linker.Option.critical(false));

  private static final int AF_INET = 2;
  private static final int SOCK_DGRAM = 2;
  private static final int SOL_SOCKET = 1;
  private static final int SO_TIMESTAMPNS = 35;
  private static final int SO_SNDBUFFORCE = 32;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int SO_MEMINFO = 55;
  private static final int MEMINFO_WORDS = 9;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int ADDRESS_BYTES = 16;
  private static final int SEND_BYTES = 64 << 20;

  /** All of a measurement, should the receiver get no processor meanwhile. */
  private static final int RECEIVE_BYTES = 512 << 20;

  private static final long NS_PER_S = 1_000_000_000L;

  private Sockets() {}

  private static MethodHandle call(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  private interface Body {
    long run() throws Throwable;
  }

  private static long unchecked(Body body) {
    try {
      return body.run();
    } catch (Throwable e) {
      throw new IllegalStateException("a call of the C library throws nothing", e);
    }
  }

  private static int done(String what, long result) {
    if (result < 0) {
      throw new IllegalStateException(what + " was refused");
    }
    return (int) result;
  }

  /** Wall time, nanoseconds, by the clock of the kernel's stamps. */
  static long nowNs(MemorySegment timespec) {
    unchecked(() -> (int) CLOCK.invokeExact(0, timespec));
    return timespec.get(JAVA_LONG, 0) * NS_PER_S + timespec.get(JAVA_LONG, 8);
  }

  /** A socket in the calling thread's network. */
  static int open(Arena arena) {
    int fd = done("a socket", unchecked(() -> (int) SOCKET.invokeExact(AF_INET, SOCK_DGRAM, 0)));
    option(fd, SO_SNDBUFFORCE, arena.allocateFrom(JAVA_INT, SEND_BYTES));
    option(fd, SO_RCVBUFFORCE, arena.allocateFrom(JAVA_INT, RECEIVE_BYTES));
    return fd;
  }

  private static void option(int fd, int option, MemorySegment value) {
    done(
        "a socket's option",
        unchecked(
            () -> (int) OPTION.invokeExact(fd, SOL_SOCKET, option, value, (int) value.byteSize())));
  }

  /** Takes what comes to a port, with stamps. */
  static void receiveAt(Arena arena, int fd, int port) {
    option(fd, SO_TIMESTAMPNS, arena.allocateFrom(JAVA_INT, 1));
    MemorySegment any = address(arena, 0, port);
    done("a port", unchecked(() -> (int) BIND.invokeExact(fd, any, ADDRESS_BYTES)));
  }

  /** Packets that came to a socket and found no room in it. */
  static long overrun(Arena arena, int fd) {
    MemorySegment words = arena.allocate(JAVA_INT, MEMINFO_WORDS);
    MemorySegment length = arena.allocateFrom(JAVA_INT, (int) words.byteSize());
    done(
        "a socket's state",
        unchecked(() -> (int) GET_OPTION.invokeExact(fd, SOL_SOCKET, SO_MEMINFO, words, length)));
    return Integer.toUnsignedLong(words.getAtIndex(JAVA_INT, MEMINFO_WORDS - 1));
  }

  /** Sets where all goes. */
  static void connect(Arena arena, int fd, int v4, int port) {
    MemorySegment to = address(arena, v4, port);
    done("a way", unchecked(() -> (int) CONNECT.invokeExact(fd, to, ADDRESS_BYTES)));
  }

  /** {@code struct sockaddr_in}. */
  static MemorySegment address(Arena arena, int v4, int port) {
    MemorySegment address = arena.allocate(ADDRESS_BYTES, 8);
    address.set(JAVA_SHORT, 0, (short) AF_INET);
    address.set(JAVA_SHORT, 2, Short.reverseBytes((short) port));
    address.set(JAVA_INT, 4, Integer.reverseBytes(v4));
    return address;
  }

  /** Sends; false where the kernel does not take it now. */
  static boolean send(int fd, MemorySegment bytes, MemorySegment to) {
    return unchecked(() ->
        (long)
            SENDTO.invokeExact(
                fd,
                bytes,
                bytes.byteSize(),
                MSG_DONTWAIT,
                to,
                to.equals(MemorySegment.NULL) ? 0 : ADDRESS_BYTES))
        > 0;
  }

  /** Room for several packets that have come, with their stamps. */
  static final class Batch {
    private static final int MOST = 64;
    private static final int HEADER_BYTES = 64;
    private static final int ROOM = 2048;
    private static final int CONTROL = 64;

    private final MemorySegment headers;
    private final MemorySegment data;
    private final MemorySegment control;

    Batch(Arena arena) {
      headers = arena.allocate((long) MOST * HEADER_BYTES, 8);
      data = arena.allocate((long) MOST * ROOM, 64);
      control = arena.allocate((long) MOST * CONTROL, 8);
      MemorySegment vectors = arena.allocate(MOST * 16L, 8);
      for (int i = 0; i < MOST; i++) {
        vectors.set(ADDRESS, i * 16L, data.asSlice((long) i * ROOM, ROOM));
        vectors.set(JAVA_LONG, i * 16L + 8, ROOM);
        long h = (long) i * HEADER_BYTES;
        headers.set(ADDRESS, h + 16, vectors.asSlice(i * 16L, 16));
        headers.set(JAVA_LONG, h + 24, 1);
        headers.set(ADDRESS, h + 32, control.asSlice((long) i * CONTROL, CONTROL));
      }
    }

    /** Takes what is there now; how many. */
    int receive(int fd) {
      for (int i = 0; i < MOST; i++) {
        headers.set(JAVA_LONG, (long) i * HEADER_BYTES + 40, CONTROL);
      }
      return Math.max(
          0,
          (int)
              unchecked(() ->
                  (int) RECVMMSG.invokeExact(fd, headers, MOST, MSG_DONTWAIT, MemorySegment.NULL)));
    }

    /** A word of the i-th packet. */
    long word(int i, int index) {
      return data.get(JAVA_LONG_UNALIGNED, (long) i * ROOM + index * 8L);
    }

    /** When the i-th one came, by the kernel. */
    long stampNs(int i) {
      long c = (long) i * CONTROL + 16;
      return control.get(JAVA_LONG, c) * NS_PER_S + control.get(JAVA_LONG, c + 8);
    }
  }
}
