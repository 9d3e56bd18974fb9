package org.orbweaver.app.packets;

import org.orbweaver.app.Failure;
import org.orbweaver.dataplane.linux.ErrnoException;
import org.orbweaver.dataplane.linux.Tun;
import org.orbweaver.dataplane.linux.UserNamespace;

/** What to do where the system refuses a network namespace or its device. */
public final class Refusals {
  private Refusals() {}

  /** In words. */
  public static Failure of(ErrnoException e) {
    return Failure.environment("cannot carry packets: " + e.getMessage(), remedy(e));
  }

  private static String remedy(ErrnoException e) {
    return switch (e.errno()) {
      case ErrnoException.EPERM, ErrnoException.EACCES -> {
        String obstacle = UserNamespace.mayMakeNetworks() ? null : UserNamespace.obstacle();
        yield (obstacle == null ? "" : "Without root it would work, but " + obstacle + ". ")
            + "Start the network as root (sudo orbweaver up ...), or use its SOCKS5 port, which"
            + " needs no right but is less real.";
      }
      case ErrnoException.ENOENT, ErrnoException.ENODEV, 6 ->
          "This needs a Linux with "
              + Tun.CLONE_DEVICE
              + ": load the module (modprobe tun), or give the container the device.";
      case ErrnoException.EMFILE ->
          "Let the network have more open files (ulimit -n), two for each terminal.";
      default -> "The SOCKS5 port works without it, but is less real.";
    };
  }
}
