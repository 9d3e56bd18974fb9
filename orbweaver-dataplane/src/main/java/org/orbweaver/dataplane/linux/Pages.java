package org.orbweaver.dataplane.linux;

/**
 * Memory that is taken from the machine only where it is touched: what an {@code Arena} allocates
 * is cleared, and so all of it is touched at once. Source: Linux, mmap(2).
 */
public final class Pages implements AutoCloseable {
  private final long address;
  private final long bytes;

  private Pages(long address, long bytes) {
    this.address = address;
    this.bytes = bytes;
  }

  /**
   * Maps some, all zero.
   *
   * @throws OutOfMemoryError where the system has no room for so much
   */
  public static Pages of(long bytes) {
    try {
      return new Pages(Libc.map(bytes), bytes);
    } catch (ErrnoException e) {
      throw new OutOfMemoryError(e.getMessage());
    }
  }

  /** Where it begins: at a page's beginning. */
  public long address() {
    return address;
  }

  @Override
  public void close() {
    Libc.unmap(address, bytes);
  }
}
