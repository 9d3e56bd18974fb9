package org.orbweaver.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;

/**
 * A file or folder in the making: it grows beside its place under another name, and comes to its
 * place whole or not at all.
 */
final class NewPath implements AutoCloseable {
  private static final int MOST_PARTIAL = 1000;
  private static final int MOST_REMOVALS = 100;

  private final Path place;
  private final Path partial;

  /** Ctrl-C ends the machine without coming by {@link #close}. */
  private final Thread atExit = new Thread(this::remove, "unfinished-output");

  private NewPath(Path place, Path partial) {
    this.place = place;
    this.partial = partial;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Makes an empty file or folder beside a place.
   *
   * @param force whether a file may be replaced, and files in a folder
   * @throws Failure where something is at that place, or nothing can be written there
   */
  static NewPath claim(Path written, boolean isFolder, boolean force) {
    if (written.toString().isEmpty()) {
      throw Failure.usage("--out is empty", "Name a " + (isFolder ? "folder." : "file."));
    }
    if (written.toString().equals("-")) {
      throw Failure.usage(
          "--out - is not standard output: what is written comes to its place whole",
          "Name a file or folder; ./- is one of that name.");
    }
    if (Files.exists(written) && Files.isDirectory(written) != isFolder) {
      throw Failure.usage(
          "'" + written + "' is " + (isFolder ? "a file, not a folder" : "a folder, not a file"),
          null);
    }
    if (!force && Files.exists(written) && !(isFolder && isEmpty(written))) {
      throw Failure.usage(
          "'" + written + "' is there already",
          "Add --force to replace it, or name another --out.");
    }
    Path place = written.toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (parent == null) {
      throw Failure.usage("'" + written + "' cannot be replaced", "Name another --out.");
    }
    try {
      Files.createDirectories(parent);
      return new NewPath(place, partialOf(parent, place, isFolder));
    } catch (IOException e) {
      throw Failure.environment(
          "cannot write beside " + written + ": " + Reasons.ofWriting(e),
          "Name another place with --out.");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static Path partialOf(Path parent, Path place, boolean isFolder) throws IOException {
    String name = prefix(place) + ProcessHandle.current().pid();
    for (int i = 0; i < MOST_PARTIAL; i++) {
      Path partial = parent.resolve(name + (i == 0 ? "" : "-" + i));
      try {
        return isFolder ? Files.createDirectory(partial) : Files.createFile(partial);
      } catch (FileAlreadyExistsException e) {
        continue; // Another command of this process, or the remains of one with its number.
      }
    }
    throw new IOException("too many unfinished ones beside it");
  }

  /** What a partial's name begins with; the number of its process follows. */
  private static String prefix(Path place) {
    return "." + place.getFileName() + ".partial-";
  }

  /**
   * What commands for the same place have left that were killed. It is only named: where a folder
   * is shared with another machine or container, its processes cannot be seen from here.
   */
  List<Path> remains() {
    String prefix = prefix(place);
    try {
      return listed(Objects.requireNonNull(place.getParent())).stream()
          .filter(path -> isLeft(String.valueOf(path.getFileName()), prefix))
          .toList();
    } catch (IOException e) {
      return List.of(); // Only a service; what is to be written can be written all the same.
    }
  }

  private static boolean isLeft(String name, String prefix) {
    if (!name.startsWith(prefix)) {
      return false;
    }
    String number = name.substring(prefix.length()).replaceFirst("-[0-9]+$", "");
    return number.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(number)).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** Where to write meanwhile. */
  Path partial() {
    return partial;
  }

  /** Puts it in its place; in a folder that is there, each file replaces the one of its name. */
  void publish() throws IOException {
    if (!Files.isDirectory(partial) || !Files.exists(place)) {
      move(partial, place);
      return;
    }
    for (Path file : listed(partial)) {
      move(file, place.resolve(file.getFileName()));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Path> listed(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      return; // The machine is ending, and the hook removes it.
    }
    remove();
  }

  /** More than once, since at the end of the machine the command may still be adding files. */
  private void remove() {
    for (int i = 0; i < MOST_REMOVALS && Files.exists(partial); i++) {
      try (Stream<Path> all = Files.walk(partial)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException | UncheckedIOException e) {
        continue; // Files came or went meanwhile; what is left at last is hidden and in no use.
      }
    }
  }
}
