package org.orbweaver.app.top;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A person's terminal while something fills it again and again: a second screen without a cursor on
 * which long lines are cut, keys without Enter. Closing gives everything back as it was.
 */
final class Screen implements AutoCloseable {
  private static final File TTY = new File("/dev/tty");
  private static final String ENTER = "\033[?1049h\033[?25l\033[?7l";
  private static final String LEAVE = "\033[?7h\033[?25h\033[?1049l";
  private static final String HOME = "\033[H";
  private static final String ERASE_LINE = "\033[K";
  private static final String ERASE_BELOW = "\033[J";
  private static final int END_OF_INPUT = 4;

  private final PrintWriter out;
  private final Map<String, String> environment;
  private final @Nullable String settings;

  /**
   * Takes the terminal.
   *
   * @param out leads to it
   * @param stop completed when somebody types q
   */
  Screen(PrintWriter out, Map<String, String> environment, CompletableFuture<String> stop) {
    this.out = out;
    this.environment = environment;
    settings = stty("-g");
    if (settings != null) {
      stty("-icanon", "-echo", "min", "1", "time", "0");
    }
    Thread.ofPlatform().name("keys").daemon().start(() -> readKeys(stop));
    out.print(ENTER);
    out.flush();
  }

  private static void readKeys(CompletableFuture<String> stop) {
    try (InputStream keys = new FileInputStream(TTY)) {
      for (int key = keys.read(); key >= 0; key = keys.read()) {
        if (key == 'q' || key == 'Q' || key == END_OF_INPUT) {
          stop.complete("q");
        }
      }
    } catch (IOException e) {
      // Nobody can type; a signal ends it.
    }
  }

  /** Asks or tells the terminal's driver; null where it does not answer. */
  private static @Nullable String stty(String... words) {
    try {
      List<String> command = new ArrayList<>(List.of("stty"));
      command.addAll(List.of(words));
      Process stty =
          new ProcessBuilder(command)
              .redirectInput(TTY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.waitFor() == 0 ? said.strip() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** Lines and columns; 24 and 80 where nobody knows. */
  int[] size() {
    String said = stty("size");
    String[] words = said == null ? new String[0] : said.split(" ");
    int lines = words.length == 2 ? positive(words[0]) : 0;
    int columns = words.length == 2 ? positive(words[1]) : 0;
    return new int[] {
      lines > 0 ? lines : fromEnvironment("LINES", 24),
      columns > 0 ? columns : fromEnvironment("COLUMNS", 80)
    };
  }

  private int fromEnvironment(String name, int otherwise) {
    int value = positive(environment.getOrDefault(name, ""));
    return value > 0 ? value : otherwise;
  }

  private static int positive(String word) {
    return word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
  }

  /** Fills it anew. */
  void show(List<String> lines) {
    out.print(HOME);
    for (int i = 0; i < lines.size(); i++) {
      out.print(lines.get(i) + ERASE_LINE + (i < lines.size() - 1 ? "\r\n" : ""));
    }
    out.print(ERASE_BELOW);
    out.flush();
  }

  @Override
  public void close() {
    out.print(LEAVE);
    out.flush();
    if (settings != null) {
      stty(settings);
    }
  }
}
