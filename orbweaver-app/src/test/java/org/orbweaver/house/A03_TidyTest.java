package org.orbweaver.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a formatter and a compiler cannot say about a source tree. */
class A03_TidyTest {
  private static final int MAX_LINES = 500;

  // Written in two parts so that this file passes its own test.
  private static final Pattern LEFTOVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b|@Dis" + "abled");

  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.:/*\"$}~])/(ho" + "me|ro" + "ot|Us" + "ers|wo" + "rk)/\\w");

  /** What is written by a test from the program is as long as the program is rich. */
  @Test
  void noFileIsLong() {
    assertThat(
            SourceTree.texts().stream()
                .filter(file -> List.of("java", "md", "sh").contains(SourceTree.extension(file)))
                .filter(file -> SourceTree.read(file).lines().count() > MAX_LINES)
                .filter(file -> !SourceTree.read(file).contains("do not edit. -->"))
                .map(SourceTree::name))
        .isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(lines(LEFTOVER.asPredicate())).isEmpty();
  }

  @Test
  void noTabsAndNoTrailingSpaces() {
    assertThat(lines(line -> line.indexOf('\t') >= 0 || line.endsWith(" "))).isEmpty();
  }

  @Test
  void noPathOfSomeonesMachine() {
    assertThat(lines(MACHINE_PATH.asPredicate())).isEmpty();
  }

  @Test
  void everyFileEndsWithOneNewline() {
    assertThat(
            SourceTree.texts().stream()
                .filter(file -> {
                  String text = SourceTree.read(file);
                  return !text.isEmpty() && (!text.endsWith("\n") || text.endsWith("\n\n"));
                })
                .map(SourceTree::name))
        .isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    List<String> wrong = new ArrayList<>();
    for (Path folder :
        SourceTree.withExtension("java").stream()
            .filter(file -> SourceTree.name(file).matches("orbweaver-.*/src/main/java/.*"))
            .map(Path::getParent)
            .distinct()
            .toList()) {
      Path info = folder.resolve("package-info.java");
      String text = Files.exists(info) ? SourceTree.read(info) : "";
      if (!text.contains("@NullMarked") || !text.contains("/**")) {
        wrong.add(SourceTree.name(folder));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> lines(Predicate<String> wrong) {
    return SourceTree.texts().stream().flatMap(file -> lines(file, wrong)).toList();
  }

  private static Stream<String> lines(Path file, Predicate<String> wrong) {
    List<String> lines = SourceTree.read(file).lines().toList();
    return IntStream.range(0, lines.size())
        .filter(i -> wrong.test(lines.get(i)))
        .mapToObj(i -> SourceTree.name(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
  }
}
