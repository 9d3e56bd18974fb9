package org.orbweaver.dataplane.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/**
 * Functions of the C library. Those that fail throw what {@code errno} says; {@link #read} and
 * {@link #write}, which carry packets, return it negated instead and allocate nothing.
 *
 * <p>Pointers are passed as plain addresses: a segment as an argument is checked for its lifetime
 * at each call, which the packet path cannot afford. Whoever passes one keeps its memory alive.
 */
final class Libc {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

  /** Of the calling thread, so that no call allocates one. */
  private static final ThreadLocal<MemorySegment> CAPTURED =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(STATE));

  private static final MethodHandle OPEN = checked("open", JAVA_INT, 2, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = checked("close", JAVA_INT, -1, JAVA_INT);
  private static final MethodHandle FCNTL =
      checked("fcntl", JAVA_INT, 2, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle IOCTL =
      checked("ioctl", JAVA_INT, 2, JAVA_INT, JAVA_LONG, ADDRESS);
  private static final MethodHandle UNSHARE = checked("unshare", JAVA_INT, -1, JAVA_INT);
  private static final MethodHandle SETNS = checked("setns", JAVA_INT, -1, JAVA_INT, JAVA_INT);
  private static final MethodHandle SOCKET =
      checked("socket", JAVA_INT, -1, JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle SEND =
      checked("send", JAVA_LONG, -1, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle RECV =
      checked("recv", JAVA_LONG, -1, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle IF_INDEX = checked("if_nametoindex", JAVA_INT, -1, ADDRESS);
  private static final MethodHandle PRCTL = checked("prctl", JAVA_INT, 1, JAVA_INT, JAVA_LONG);
  private static final MethodHandle SCHEDULE =
      checked("sched_setscheduler", JAVA_INT, -1, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle EVENTFD = checked("eventfd", JAVA_INT, -1, JAVA_INT, JAVA_INT);
  private static final MethodHandle EPOLL_CREATE = checked("epoll_create1", JAVA_INT, -1, JAVA_INT);
  private static final MethodHandle EPOLL_CTL =
      checked("epoll_ctl", JAVA_INT, -1, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle MOUNT =
      checked("mount", JAVA_INT, -1, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
  private static final MethodHandle SIGMASK =
      checked("pthread_sigmask", JAVA_INT, -1, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle MMAP =
      checked("mmap", JAVA_LONG, -1, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle MUNMAP = checked("munmap", JAVA_INT, -1, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle EXECVP = checked("execvp", JAVA_INT, -1, ADDRESS, ADDRESS);

  // These wait, so the machine must be able to stop the thread meanwhile.
  private static final MethodHandle EPOLL_PWAIT2 =
      fast("epoll_pwait2", JAVA_INT, false, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle NANOSLEEP =
      fast("clock_nanosleep", JAVA_INT, false, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG);

  // These never wait: descriptors are non-blocking.
  private static final MethodHandle EPOLL_LOOK =
      fast("epoll_wait", JAVA_INT, true, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
  private static final MethodHandle READ =
      fast("read", JAVA_LONG, true, JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle READV =
      fast("readv", JAVA_LONG, true, JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle WRITE =
      fast("write", JAVA_LONG, true, JAVA_INT, JAVA_LONG, JAVA_LONG);

  private static final int CLOCK_MONOTONIC = 1;
  private static final int PROT_READ_WRITE = 1 | 2;
  private static final int MAP_PRIVATE_ANONYMOUS = 2 | 0x20;
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;
  private static final int SIG_SETMASK = 2;
  private static final int SIGSET_BYTES = 128;

  private Libc() {}

  private static MethodHandle checked(
      String name, MemoryLayout result, int firstVariadic, MemoryLayout... arguments) {
    FunctionDescriptor type = FunctionDescriptor.of(result, arguments);
    Linker.Option capture = Linker.Option.captureCallState("errno");
    return firstVariadic < 0
        ? LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, capture)
        : LINKER.downcallHandle(
            LINKER.defaultLookup().findOrThrow(name),
            type,
            capture,
            Linker.Option.firstVariadicArg(firstVariadic));
  }

  private static MethodHandle fast(
      String name, MemoryLayout result, boolean critical, MemoryLayout... arguments) {
    FunctionDescriptor type = FunctionDescriptor.of(result, arguments);
    MemorySegment function = LINKER.defaultLookup().findOrThrow(name);
    return critical
        ? LINKER.downcallHandle(function, type, Linker.Option.critical(false))
        : LINKER.downcallHandle(function, type);
  }

  /** A call through a handle, whose signature only the handle knows. */
  private interface Call<T> {
    T run(MemorySegment captured) throws Throwable;
  }

  private static long call(String what, Call<? extends Number> call) throws ErrnoException {
    MemorySegment captured = CAPTURED.get();
    long result = unchecked(() -> call.run(captured)).longValue();
    if (result < 0) {
      throw new ErrnoException(what, (int) ERRNO.get(captured, 0L));
    }
    return result;
  }

  private interface Body<T> {
    T run() throws Throwable;
  }

  private static <T> T unchecked(Body<T> body) {
    try {
      return body.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("a call of the C library throws nothing", e);
    }
  }

  static MemorySegment text(Arena arena, String text) {
    return arena.allocateFrom(text, StandardCharsets.UTF_8);
  }

  static int open(String path, int flags) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = text(arena, path);
      return (int) call("open " + path, c -> (int) OPEN.invokeExact(c, name, flags));
    }
  }

  /** Has a descriptor closed when this process becomes another program. */
  static void closeOnExec(int fd) {
    MemorySegment captured = CAPTURED.get();
    unchecked(() -> (int) FCNTL.invokeExact(captured, fd, F_SETFD, FD_CLOEXEC));
  }

  /** Closes a descriptor; there is nothing to be done where that fails. */
  static void close(int fd) {
    MemorySegment captured = CAPTURED.get();
    unchecked(() -> (int) CLOSE.invokeExact(captured, fd));
  }

  static int ioctl(String what, int fd, long request, MemorySegment argument)
      throws ErrnoException {
    return (int) call(what, c -> (int) IOCTL.invokeExact(c, fd, request, argument));
  }

  static void unshare(String what, int flags) throws ErrnoException {
    call(what, c -> (int) UNSHARE.invokeExact(c, flags));
  }

  static void setns(String what, int fd, int type) throws ErrnoException {
    call(what, c -> (int) SETNS.invokeExact(c, fd, type));
  }

  static int socket(int domain, int type, int protocol) throws ErrnoException {
    return (int) call("socket", c -> (int) SOCKET.invokeExact(c, domain, type, protocol));
  }

  static void send(int fd, MemorySegment bytes, long length) throws ErrnoException {
    call("send", c -> (long) SEND.invokeExact(c, fd, bytes, length, 0));
  }

  static long receive(int fd, MemorySegment into) throws ErrnoException {
    return call("recv", c -> (long) RECV.invokeExact(c, fd, into, into.byteSize(), 0));
  }

  /** Index of an interface of the calling thread's network namespace; 0 where there is none. */
  static int interfaceIndex(String name) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = text(arena, name);
      return (int) call("if_nametoindex", c -> (int) IF_INDEX.invokeExact(c, text));
    }
  }

  static void prctl(String what, int option, long value) throws ErrnoException {
    call(what, c -> (int) PRCTL.invokeExact(c, option, value));
  }

  /** For the calling thread. */
  static void schedule(int policy, int priority) throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
      call("sched_setscheduler", c -> (int) SCHEDULE.invokeExact(c, 0, policy, parameter));
    }
  }

  static int eventfd(int flags) throws ErrnoException {
    return (int) call("eventfd", c -> (int) EVENTFD.invokeExact(c, 0, flags));
  }

  static int epollCreate(int flags) throws ErrnoException {
    return (int) call("epoll_create1", c -> (int) EPOLL_CREATE.invokeExact(c, flags));
  }

  static void epollControl(int epoll, int operation, int fd, MemorySegment event)
      throws ErrnoException {
    call("epoll_ctl", c -> (int) EPOLL_CTL.invokeExact(c, epoll, operation, fd, event));
  }

  static void mount(
      MemorySegment source, MemorySegment target, MemorySegment type, long flags, String what)
      throws ErrnoException {
    call(what, c -> (int) MOUNT.invokeExact(c, source, target, type, flags, MemorySegment.NULL));
  }

  /** Address of bytes that are zero, and take no memory before they are touched. */
  static long map(long bytes) throws ErrnoException {
    return call(
        "map memory",
        c -> (long) MMAP.invokeExact(c, 0L, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L));
  }

  static void unmap(long address, long bytes) {
    MemorySegment captured = CAPTURED.get();
    unchecked(() -> (int) MUNMAP.invokeExact(captured, address, bytes));
  }

  /** For the calling thread: the Java machine keeps some signals to a thread of its own. */
  static void unblockSignals() throws ErrnoException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = arena.allocate(SIGSET_BYTES, Long.BYTES);
      call(
          "pthread_sigmask",
          c -> (int) SIGMASK.invokeExact(c, SIG_SETMASK, none, MemorySegment.NULL));
    }
  }

  /** Becomes another program; returns only by throwing. */
  static void execvp(MemorySegment file, MemorySegment arguments, String what)
      throws ErrnoException {
    call(what, c -> (int) EXECVP.invokeExact(c, file, arguments));
  }

  /**
   * Waits for events, or until a time has passed.
   *
   * @param events address of room for {@code most} events
   * @param timeout address of a {@code struct timespec}
   * @return how many; less than 0 where a signal came first
   */
  static int epollWait(int epoll, long events, int most, long timeout) {
    try {
      return (int) EPOLL_PWAIT2.invokeExact(epoll, events, most, timeout, 0L);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Sleeps; a signal may end it before its time.
   *
   * @param timespec address of how long
   */
  static void sleep(long timespec) {
    try {
      int ignored = (int) NANOSLEEP.invokeExact(CLOCK_MONOTONIC, 0, timespec, 0L);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Events that are there now. */
  static int epollLook(int epoll, long events, int most) {
    try {
      return (int) EPOLL_LOOK.invokeExact(epoll, events, most, 0);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Bytes read from a non-blocking descriptor; less than 0 where there are none. */
  static long read(int fd, long address, long length) {
    try {
      return (long) READ.invokeExact(fd, address, length);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The same into several places: {@code count} of {@code struct iovec} at an address. */
  static long readParts(int fd, long vectors, int count) {
    try {
      return (long) READV.invokeExact(fd, vectors, count);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Bytes written to a non-blocking descriptor; less than 0 where it takes none. */
  static long write(int fd, long address, long length) {
    try {
      return (long) WRITE.invokeExact(fd, address, length);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static AssertionError unexpected(Throwable e) {
    return new AssertionError("a call of the C library throws nothing", e);
  }
}
