package org.orbweaver.dataplane.bpf;

import java.security.SecureRandom;

/**
 * Stamps of when packets came. Behind the end of each packet that leaves by a device, where its own
 * header's length says that it is over, the kernel writes {@value #BYTES} bytes: its monotonic
 * clock in nanoseconds, which is {@code System.nanoTime()} on Linux, and {@link #mark}, both in the
 * machine's own order. A packet that stands for many gets none, since the kernel could not cut it
 * up any more; so does one that the kernel cuts up later, for want of an offload.
 *
 * <p>A device must have offloads: without them the kernel completes checksums after this program,
 * over its bytes too. Whoever listens on a device with {@code tcpdump} sees the bytes as a trailer.
 * The first of {@link #attach} loads the program, once for the whole process. Any thread may ask.
 */
public final class ArrivalStamps {
  /** Length of a stamp, with its mark. */
  public static final int BYTES = 16;

  /** Random, so that nothing that a program sends ends like it by design or by accident. */
  private static final long MARK = new SecureRandom().nextLong();

  // Offsets in struct __sk_buff of Linux's bpf.h.
  private static final int LENGTH = 0;
  private static final int SEGMENT_BYTES = 176;

  // Numbers of bpf-helpers(7).
  private static final int KTIME_GET_NS = 5;
  private static final int SKB_STORE_BYTES = 9;
  private static final int SKB_CHANGE_TAIL = 38;

  /** Lets other programs at the device have their turn. */
  private static final int TCX_NEXT = -1;

  private ArrivalStamps() {}

  /** The last eight bytes of each stamp; the same while the process lives. */
  public static long mark() {
    return MARK;
  }

  /**
   * Has the packets of a device stamped, as long as it lives.
   *
   * @param index of the device, in the calling thread's network namespace
   * @return whether the system lets it: root, and Linux 6.6 or later
   */
  public static boolean attach(int index) {
    return Loaded.PROGRAM >= 0 && Bpf.attach(Loaded.PROGRAM, index) >= 0;
  }

  /** Loads when first asked, and for good: the program then lives in the devices too. */
  private static final class Loaded {
    static final int PROGRAM = Bpf.load(code(MARK));
  }

  private static byte[] code(long mark) {
    int packet = 6;
    int length = 7;
    int frame = 10;
    return new Instructions()
        .move(packet, 1)
        .loadWord(2, packet, SEGMENT_BYTES)
        .skipUnlessZero(2, 19)
        .loadWord(length, packet, LENGTH)
        .call(KTIME_GET_NS)
        .storeLong(frame, -BYTES, 0)
        .setLong(1, mark)
        .storeLong(frame, -Long.BYTES, 1)
        .move(1, packet)
        .move(2, length)
        .plus(2, BYTES)
        .set(3, 0)
        .call(SKB_CHANGE_TAIL)
        .skipUnlessZero(0, 7)
        .move(1, packet)
        .move(2, length)
        .move(3, frame)
        .plus(3, -BYTES)
        .set(4, BYTES)
        .set(5, 0)
        .call(SKB_STORE_BYTES)
        .set(0, TCX_NEXT)
        .exit()
        .bytes();
  }
}
