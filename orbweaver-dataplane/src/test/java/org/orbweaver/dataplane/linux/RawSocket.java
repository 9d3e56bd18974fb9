package org.orbweaver.dataplane.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;

/**
 * Sends bytes into an interface of the calling thread's network namespace as they are, whatever the
 * kernel would say of them: packet(7).
 */
public final class RawSocket implements AutoCloseable {
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW_CLOEXEC = 3 | 0x8_0000;
  private static final int ADDRESS_BYTES = 20;

  private final int fd;

  private RawSocket(int fd) {
    this.fd = fd;
  }

  /** Opens one for an interface. */
  public static RawSocket open(String device) throws ErrnoException {
    int fd = Libc.socket(AF_PACKET, SOCK_RAW_CLOEXEC, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(ADDRESS_BYTES, 8);
      address.set(JAVA_SHORT_UNALIGNED, 0, (short) AF_PACKET);
      address.set(
          JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 2, (short) 0x0800 /* ETH_P_IP */);
      address.set(JAVA_INT, 4, Tun.index(device));
      bind(fd, address);
      return new RawSocket(fd);
    } catch (ErrnoException e) {
      Libc.close(fd);
      throw e;
    }
  }

  private static void bind(int fd, MemorySegment address) {
    Linker linker = Linker.nativeLinker();
    try {
      int result =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("bind"),
                      FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT))
                  .invokeExact(fd, address, ADDRESS_BYTES);
      if (result != 0) {
        throw new IllegalStateException("bind is refused");
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** Sends bytes. */
  public void send(byte[] bytes) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment packet = arena.allocateFrom(JAVA_BYTE, bytes);
      Libc.send(fd, packet, bytes.length);
    }
  }

  @Override
  public void close() {
    Libc.close(fd);
  }
}
