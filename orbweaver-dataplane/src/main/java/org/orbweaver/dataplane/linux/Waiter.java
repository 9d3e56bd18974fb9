package org.orbweaver.dataplane.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Waits until one of many descriptors can be read, or until a deadline, to the microsecond: {@code
 * epoll_pwait2}. One thread waits; {@link #wake} may be called from any.
 */
public final class Waiter implements AutoCloseable {
  private static final int EPOLL_CLOEXEC = 0x8_0000;
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLL_CTL_DEL = 2;
  private static final int EPOLLIN = 1;
  private static final int EFD_CLOEXEC_NONBLOCK = 0x8_0000 | 0x800;
  private static final int MOST = 256;
  private static final long NS_PER_S = 1_000_000_000L;

  /** The event's structure has no padding on x86, and only there: Linux, eventpoll.h. */
  private static final boolean PACKED = System.getProperty("os.arch").matches("amd64|x86_64");

  private static final int STRIDE = PACKED ? 12 : 16;
  private static final int DATA = PACKED ? 4 : 8;

  private static final int PR_SET_TIMERSLACK = 29;
  private static final int SCHED_FIFO = 1;

  /** Threads that it starts are ordinary ones. */
  private static final int SCHED_RESET_ON_FORK = 0x4000_0000;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment events = arena.allocate((long) STRIDE * MOST, Long.BYTES);
  private final MemorySegment event = arena.allocate(STRIDE, Long.BYTES);
  private final MemorySegment timeout = arena.allocate(16, Long.BYTES);
  private final MemorySegment word = arena.allocate(JAVA_LONG);
  private final MemorySegment one = arena.allocateFrom(JAVA_LONG, 1L);
  private final int epoll;
  private final int alarm;

  /** The value that {@link #token} gives for a call of {@link #wake}. */
  public static final int WOKEN = -1;

  private Waiter(int epoll, int alarm) {
    this.epoll = epoll;
    this.alarm = alarm;
  }

  /** Makes one. */
  public static Waiter open() throws ErrnoException {
    int epoll = Libc.epollCreate(EPOLL_CLOEXEC);
    try {
      Waiter waiter = new Waiter(epoll, Libc.eventfd(EFD_CLOEXEC_NONBLOCK));
      waiter.add(waiter.alarm, WOKEN);
      return waiter;
    } catch (ErrnoException e) {
      Libc.close(epoll);
      throw e;
    }
  }

  /**
   * Waits also for a descriptor.
   *
   * @param token what {@link #token} will give for it
   */
  public synchronized void add(int fd, int token) throws ErrnoException {
    event.set(JAVA_INT_UNALIGNED, 0, EPOLLIN);
    event.set(JAVA_LONG_UNALIGNED, DATA, token);
    Libc.epollControl(epoll, EPOLL_CTL_ADD, fd, event);
  }

  /** Waits no more for a descriptor, which is still open. */
  public synchronized void remove(int fd) throws ErrnoException {
    Libc.epollControl(epoll, EPOLL_CTL_DEL, fd, event);
  }

  /**
   * Waits.
   *
   * @param ns at most so long; 0 looks only
   * @return how many descriptors can be read
   */
  public int await(long ns) {
    if (ns <= 0) {
      return Math.max(0, Libc.epollLook(epoll, events.address(), MOST));
    }
    timeout(ns);
    return Math.max(0, Libc.epollWait(epoll, events.address(), MOST, timeout.address()));
  }

  /**
   * Sleeps whatever comes meanwhile, then looks.
   *
   * @param ns at least so long, but for a signal
   * @return how many descriptors can be read
   */
  public int rest(long ns) {
    timeout(ns);
    Libc.sleep(timeout.address());
    return await(0);
  }

  private void timeout(long ns) {
    timeout.set(JAVA_LONG, 0, ns / NS_PER_S);
    timeout.set(JAVA_LONG, Long.BYTES, ns % NS_PER_S);
  }

  /** Of the descriptors that {@link #await} counted, the i-th one's token. */
  public int token(int i) {
    return (int) events.get(JAVA_LONG_UNALIGNED, (long) i * STRIDE + DATA);
  }

  /** Ends the present wait, or the next one. */
  public void wake() {
    Libc.write(alarm, one.address(), Long.BYTES);
  }

  /** Forgets calls of {@link #wake}; the waiting thread does so before it looks what they meant. */
  public void calm() {
    Libc.read(alarm, word.address(), Long.BYTES);
  }

  /**
   * Lets the calling thread wake up when it asked to, not up to 50 microseconds later, as the
   * kernel does to save power.
   */
  public static void wakePunctually() throws ErrnoException {
    Libc.prctl("set the timers' slack", PR_SET_TIMERSLACK, 1);
  }

  /**
   * Lets the calling thread go before all ordinary ones.
   *
   * @throws ErrnoException {@link ErrnoException#EPERM} where the process may not
   */
  public static void goFirst() throws ErrnoException {
    Libc.schedule(SCHED_FIFO | SCHED_RESET_ON_FORK, 1);
  }

  @Override
  public void close() {
    Libc.close(alarm);
    Libc.close(epoll);
    arena.close();
  }
}
