package org.orbweaver.dataplane.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * A TUN device: packets that the kernel routes into it are read from its descriptor, and what is
 * written there arrives from it. Source: Linux, Documentation/networking/tuntap.rst.
 */
public final class Tun {
  /** The device from which TUN devices are made. */
  public static final String CLONE_DEVICE = "/dev/net/tun";

  /** Length of the header before each packet of a device with offloads: struct virtio_net_hdr. */
  public static final int OFFLOAD_HEADER_BYTES = 10;

  private static final int O_RDWR_NONBLOCK_CLOEXEC = 2 | 0x800 | 0x8_0000;
  private static final long TUNSETIFF = 0x4004_54caL;
  private static final long TUNSETPERSIST = 0x4004_54cbL;
  private static final long TUNSETOFFLOAD = 0x4004_54d0L;
  private static final short IFF_TUN_NO_PI = 0x1001;
  private static final short IFF_VNET_HDR = 0x4000;
  private static final long CHECKSUM_AND_TCP = 1 | 2 | 4 | 8;
  private static final long DATAGRAMS = 0x20 | 0x40;
  private static final int NAME_BYTES = 16;
  private static final int REQUEST_BYTES = 40;

  private Tun() {}

  /**
   * Makes a device in the calling thread's network namespace, with which it ends.
   *
   * @param name at most 15 bytes
   * @param offloads whether packets may be longer than the MTU and without checksums, each after a
   *     header of {@value #OFFLOAD_HEADER_BYTES} bytes
   * @return its descriptor, non-blocking
   * @throws ErrnoException where the system refuses
   */
  public static int open(String name, boolean offloads) throws ErrnoException {
    byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
    if (bytes.length >= NAME_BYTES) {
      throw new IllegalArgumentException(name + " is too long for an interface");
    }
    int fd = Libc.open(CLONE_DEVICE, O_RDWR_NONBLOCK_CLOEXEC);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment request = arena.allocate(REQUEST_BYTES, Long.BYTES);
      MemorySegment.copy(MemorySegment.ofArray(bytes), 0, request, 0, bytes.length);
      request.set(JAVA_SHORT, NAME_BYTES, (short) (IFF_TUN_NO_PI | (offloads ? IFF_VNET_HDR : 0)));
      Libc.ioctl("make the TUN device " + name, fd, TUNSETIFF, request);
      Libc.ioctl("leave a device to its namespace", fd, TUNSETPERSIST, MemorySegment.ofAddress(1));
      if (offloads) {
        offload(fd);
      }
      return fd;
    } catch (ErrnoException e) {
      Libc.close(fd);
      throw e;
    }
  }

  /** Datagrams of UDP in one piece came with Linux 6.2; older kernels do without. */
  private static void offload(int fd) throws ErrnoException {
    String what = "switch offloads on";
    MemorySegment all = MemorySegment.ofAddress(CHECKSUM_AND_TCP | DATAGRAMS);
    try {
      Libc.ioctl(what, fd, TUNSETOFFLOAD, all);
    } catch (ErrnoException e) {
      Libc.ioctl(what, fd, TUNSETOFFLOAD, MemorySegment.ofAddress(CHECKSUM_AND_TCP));
    }
  }

  /** Removes a device. */
  public static void close(int fd) {
    try {
      Libc.ioctl("take a device away", fd, TUNSETPERSIST, MemorySegment.ofAddress(0));
    } catch (ErrnoException e) {
      // It then goes with its namespace.
    }
    Libc.close(fd);
  }

  /**
   * Lets go of a device, which is without carrier from then on and ends with its network namespace:
   * the kernel then removes all such devices together, where one after another takes it some 20 ms
   * each. The same happens where this process is killed.
   */
  public static void leave(int fd) {
    Libc.close(fd);
  }

  /** Packet bytes read; less than 0 where none waits. Never blocks, allocates nothing. */
  public static int read(int fd, long address, int length) {
    return (int) Libc.read(fd, address, length);
  }

  /** Packet bytes written; less than 0 where the device takes none. Never blocks. */
  public static int write(int fd, long address, int length) {
    return (int) Libc.write(fd, address, length);
  }

  /** Index of an interface in the calling thread's network namespace. */
  public static int index(String name) throws ErrnoException {
    return Libc.interfaceIndex(name);
  }

  /** Reads packets into two places, the second for what the first has no room for. */
  public static final class Scatter implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment vectors = arena.allocate(4 * Long.BYTES, Long.BYTES);

    /** Bytes read in all; less than 0 where no packet waits. Never blocks, allocates nothing. */
    public int read(int fd, long first, int firstBytes, long second, int secondBytes) {
      vectors.set(JAVA_LONG, 0, first);
      vectors.set(JAVA_LONG, 8, firstBytes);
      vectors.set(JAVA_LONG, 16, second);
      vectors.set(JAVA_LONG, 24, secondBytes);
      return (int) Libc.readParts(fd, vectors.address(), 2);
    }

    @Override
    public void close() {
      arena.close();
    }
  }
}
