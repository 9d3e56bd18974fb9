package org.orbweaver.format.elements;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.input.Text;
import org.orbweaver.format.problem.Problems;

/**
 * Reads element files: TLE of two or three lines with Alpha-5 catalogue numbers, OMM as JSON, CSV,
 * XML or KVN with catalogue numbers of nine digits, plain or gzipped. Never throws for what is in a
 * file.
 */
public final class ElementReader {
  /** Largest file, packed or unpacked: more than a hundred thousand objects in any format. */
  static final int LIMIT_BYTES = 128 << 20;

  private static final int SHOWN_WHERE_NOTHING_IS_USABLE = 10;

  private ElementReader() {}

  /** Reads a file. With {@code AUTO} its content tells its format. */
  public static ElementSets read(Path file, Format format) {
    return read(file, Input.shown(file), format);
  }

  /**
   * Reads a file.
   *
   * @param shownAs the file's name in messages
   */
  public static ElementSets read(Path file, String shownAs, Format format) {
    Problems problems = new Problems();
    byte[] bytes = Input.read(file, shownAs, LIMIT_BYTES, problems);
    return bytes == null ? unusable(format, problems) : read(bytes, shownAs, format);
  }

  /** Reads the content of a file, gzipped or not. */
  public static ElementSets read(byte[] content, String shownAs, Format format) {
    return read(content, shownAs, format, LIMIT_BYTES);
  }

  static ElementSets read(byte[] content, String shownAs, Format format, int limitBytes) {
    Problems problems = new Problems();
    byte[] bytes =
        Input.isGzip(content) ? Input.gunzip(content, shownAs, limitBytes, problems) : content;
    if (bytes == null) {
      return unusable(format, problems);
    }
    Format found = format == Format.AUTO ? ElementFormats.detect(bytes, shownAs, problems) : format;
    Problems skipped = new Problems();
    List<MeanElements> elements =
        switch (found) {
          case AUTO -> List.of();
          case TLE -> TleReader.read(bytes, shownAs, skipped);
          case OMM_JSON, OMM_CSV, OMM_XML, OMM_KVN -> omm(bytes, shownAs, found, skipped, problems);
        };
    if (elements.isEmpty() && problems.isEmpty()) {
      problems.add(
          shownAs,
          1,
          1,
          "file",
          "holds no usable element set"
              + (skipped.isEmpty() ? "" : ", " + skipped.count() + " bad"),
          "at least one");
      skipped.list().stream().limit(SHOWN_WHERE_NOTHING_IS_USABLE).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      return unusable(found, problems);
    }
    return new ElementSets(found, elements, skipped.count(), skipped.list(), List.of());
  }

  private static List<MeanElements> omm(
      byte[] bytes, String shownAs, Format found, Problems skipped, Problems problems) {
    @Nullable String text = Text.decode(bytes, shownAs, problems);
    if (text == null) {
      return List.of();
    }
    return switch (found) {
      case OMM_JSON -> OmmJsonReader.read(text, shownAs, skipped, problems);
      case OMM_CSV -> OmmCsvReader.read(text, shownAs, skipped, problems);
      case OMM_XML -> OmmXmlReader.read(text, shownAs, skipped, problems);
      default -> OmmKvnReader.read(text, shownAs, skipped);
    };
  }

  private static ElementSets unusable(Format format, Problems problems) {
    return new ElementSets(format, List.of(), 0, List.of(), problems.list());
  }
}
