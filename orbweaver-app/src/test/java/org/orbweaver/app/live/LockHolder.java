package org.orbweaver.app.live;

import org.orbweaver.app.Failure;

/** A process that takes the lock of a network and keeps it until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws Exception {
    try (NetworkLock lock = NetworkLock.take(Places.of(System.getenv()), arguments[0])) {
      System.out.println("locked");
      System.in.read();
    } catch (Failure failure) {
      System.out.println(failure.message() + " | " + failure.hint());
      System.exit(failure.exitCode());
    }
  }
}
