package org.orbweaver.dataplane.linux;

import java.io.IOException;

/** What the system answered to a call that it refused. */
public final class ErrnoException extends IOException {
  /** Operation not permitted. */
  public static final int EPERM = 1;

  /** No such file, device or program. */
  public static final int ENOENT = 2;

  /** Permission denied. */
  public static final int EACCES = 13;

  /** No such device. */
  public static final int ENODEV = 19;

  /** Too many open files. */
  public static final int EMFILE = 24;

  private final String what;
  private final int errno;

  /**
   * A refusal.
   *
   * @param what the call, in words
   * @param errno as in Linux's errno.h
   */
  public ErrnoException(String what, int errno) {
    super(what + ": " + words(errno));
    this.what = what;
    this.errno = errno;
  }

  /** The number, as in Linux's errno.h. */
  public int errno() {
    return errno;
  }

  /** Whether this was the call, in the words in which it was made. */
  public boolean isOf(String call) {
    return what.equals(call);
  }

  private static String words(int errno) {
    return switch (errno) {
      case EPERM -> "not permitted";
      case ENOENT -> "there is none";
      case 12 -> "out of memory";
      case EACCES -> "permission denied";
      case 16 -> "in use";
      case 17 -> "exists already";
      case ENODEV, 6 -> "no such device";
      case 22 -> "refused as invalid";
      case 23, EMFILE -> "too many open files";
      case 28 -> "no room left (a limit of namespaces or of the disk)";
      case 105 -> "no room for it in the kernel";
      default -> "error " + errno + " of the system";
    };
  }
}
