package org.orbweaver.app.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of terminals as names of files, on any file system. */
public final class FileNames {
  private static final int LONGEST = 60;

  private FileNames() {}

  /** One for each name, in order, different in more than the case of letters. */
  public static List<String> of(List<String> names, String suffix) {
    Set<String> taken = new HashSet<>();
    List<String> files = new ArrayList<>(names.size());
    for (String name : names) {
      StringBuilder safe = new StringBuilder();
      name.codePoints()
          .limit(LONGEST)
          .forEach(c -> {
            boolean kept = c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
            safe.append(kept ? (char) c : '_');
          });
      String unique = safe.toString();
      for (int count = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); count++) {
        unique = safe + "-" + count;
      }
      files.add(unique + suffix);
    }
    return files;
  }
}
