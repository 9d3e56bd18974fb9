package org.orbweaver.app.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Text that grows in any number of files at once, with few of them open and little memory: it waits
 * until there is much of it and is then appended, file after file.
 */
final class ManyFiles {
  private static final int MOST_WAITING = 32 << 20;

  private static final String INDEX = "index.csv";

  private final Path folder;
  private final List<String> names;
  private final StringBuilder[] waiting;
  private long waitingChars;

  private ManyFiles(Path folder, List<String> names) {
    this.folder = folder;
    this.names = names;
    this.waiting = new StringBuilder[names.size()];
    for (int i = 0; i < waiting.length; i++) {
      waiting[i] = new StringBuilder(0);
    }
  }

  /**
   * A file for each terminal, and a table that says which.
   *
   * @param folder empty, and there
   * @param terminals their names
   * @param suffix of the files' names, such as {@code .csv}
   */
  static ManyFiles of(Path folder, List<String> terminals, String suffix) throws IOException {
    List<String> names = FileNames.of(terminals, suffix);
    StringBuilder index = new StringBuilder("terminal,file\n");
    for (int i = 0; i < names.size(); i++) {
      index.append(terminals.get(i)).append(',').append(names.get(i)).append('\n');
    }
    Files.writeString(folder.resolve(INDEX), index);
    return new ManyFiles(folder, names);
  }

  /** Where the text of a file is to be appended; to be followed by {@link #appended}. */
  StringBuilder of(int file) {
    waitingChars -= waiting[file].length();
    return waiting[file];
  }

  /** Says that a file's text has been appended. */
  void appended(int file) throws IOException {
    waitingChars += waiting[file].length();
    if (waitingChars > MOST_WAITING) {
      flush();
    }
  }

  /** Writes what waits. */
  void flush() throws IOException {
    for (int i = 0; i < waiting.length; i++) {
      if (!waiting[i].isEmpty()) {
        Files.writeString(
            folder.resolve(names.get(i)),
            waiting[i],
            StandardCharsets.UTF_8,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        waiting[i] = new StringBuilder(0);
      }
    }
    waitingChars = 0;
  }
}
