package org.orbweaver.app.validate;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Problems;

/** A folder of measurements: which files are there, and which element sets are nearest in time. */
public final class Measured {
  private static final int DEPTH = 3;
  private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");

  private final Path folder;
  private final List<Path> files;
  private final Problems problems = new Problems();

  /**
   * Looks what is in a folder.
   *
   * @throws Failure bad input, where it is none
   */
  public Measured(Path folder) {
    this.folder = folder;
    this.files = list(folder);
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Failure.badInput(
          "there is no folder '" + folder + "'", "Name a folder with files of measurements.");
    }
    try (Stream<Path> all = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw Failure.badInput("'" + folder + "' cannot be read", null);
    }
  }

  /** What is wrong with the files that were read. */
  public Problems problems() {
    return problems;
  }

  /** Files whose names begin so and end with {@code .csv}. */
  public List<Path> tables(String begin) {
    return files.stream()
        .filter(file -> name(file).startsWith(begin) && name(file).endsWith(".csv"))
        .toList();
  }

  /** What a file's name says beside its kind, in letters, digits and hyphens. */
  static String which(Path file, String kind) {
    String rest = name(file).substring(kind.length()).replaceFirst("\\.csv$", "");
    String words = rest.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
    return words.isEmpty() ? "1" : words;
  }

  /** Files of that name. */
  public List<Path> named(String name) {
    return files.stream().filter(file -> name(file).equals(name)).toList();
  }

  /** The rows of a table; null where it cannot be used, which is then reported. */
  <R extends Record> @Nullable List<R> rows(Path file, Class<R> type) {
    List<Located<R>> rows = TableReader.read(file, Input.shown(file), type, problems);
    return rows == null ? null : rows.stream().map(Located::value).toList();
  }

  /** The date in a file's name; the middle of a month where it has no day; null for none. */
  static @Nullable LocalDate date(Path file) {
    Matcher date = DATE.matcher(name(file));
    if (!date.find()) {
      return null;
    }
    int month = Integer.parseInt(date.group(2));
    int day = date.group(3) == null ? 15 : Integer.parseInt(date.group(3));
    return month < 1 || month > 12 || day < 1 || day > 31
        ? null
        : LocalDate.of(Integer.parseInt(date.group(1)), month, 1).plusDays(day - 1L);
  }

  /**
   * The element file of Starlink whose date is nearest to that of a measurement, in the folder, in
   * {@code tle} beside it or inside it; null where there is none.
   */
  public @Nullable Path elements(Path measurement) {
    LocalDate when = date(measurement);
    Stream<Path> inside = files.stream();
    Path beside = folder.toAbsolutePath().normalize().resolveSibling("tle");
    Stream<Path> around = Files.isDirectory(beside) ? list(beside).stream() : Stream.empty();
    return Stream.concat(inside, around)
        .filter(file -> name(file).matches("starlink-.*\\.tle(\\.gz)?") && date(file) != null)
        .min(
            Comparator.comparingLong((Path file) -> daysApart(date(file), when))
                .thenComparing(Path::toString))
        .orElse(null);
  }

  private static long daysApart(@Nullable LocalDate a, @Nullable LocalDate b) {
    return a == null || b == null ? 0 : Math.abs(ChronoUnit.DAYS.between(a, b));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
