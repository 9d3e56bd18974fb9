package org.orbweaver.app;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a standard stream is a terminal. */
final class TerminalCheck {
  private TerminalCheck() {}

  /**
   * Where the system names open files under {@code /proc}, exact for each stream; elsewhere the
   * JDK's answer, which holds for input and output together.
   *
   * @param descriptor 1 for standard output, 2 for standard error
   */
  static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        return isTerminalName(Files.readSymbolicLink(link).toString());
      } catch (IOException e) {
        return false;
      }
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  static boolean isTerminalName(String file) {
    return file.startsWith("/dev/pts/")
        || file.startsWith("/dev/tty")
        || file.equals("/dev/console");
  }
}
