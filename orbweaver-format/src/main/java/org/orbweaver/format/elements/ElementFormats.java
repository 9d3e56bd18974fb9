package org.orbweaver.format.elements;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.orbweaver.core.scenario.ElementsSpec.Format;
import org.orbweaver.format.problem.Problems;

/** Tells the format of an element file by its beginning. */
final class ElementFormats {
  private static final int LOOKED_AT = 1 << 16;
  private static final String ANY = "TLE, or OMM as JSON, CSV, XML or KVN";
  private static final Pattern HTML = Pattern.compile("(?i)<(!doctype\\s+)?html\\b");
  private static final Pattern KVN =
      Pattern.compile("\\s*(CCSDS_OMM_VERS|OBJECT_NAME|OBJECT_ID|EPOCH)\\s*=.*");

  private ElementFormats() {}

  /** The format, or {@code AUTO} where there is none, which is reported. */
  static Format detect(byte[] bytes, String shownAs, Problems problems) {
    String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), StandardCharsets.UTF_8);
    String text = (head.startsWith("\uFEFF") ? head.substring(1) : head).stripLeading();
    if (text.isEmpty()) {
      return none(shownAs, "is empty", problems);
    }
    if (text.startsWith("[") || text.startsWith("{")) {
      return Format.OMM_JSON;
    }
    String firstLine = text.lines().findFirst().orElse("");
    if (firstLine.contains("MEAN_MOTION") && firstLine.contains(",")) {
      return Format.OMM_CSV;
    }
    if (text.startsWith("<")) {
      return HTML.matcher(text).find()
          ? none(shownAs, "is an HTML page", problems)
          : Format.OMM_XML;
    }
    if (text.lines().anyMatch(ElementFormats::isElementLine)) {
      return Format.TLE;
    }
    return text.lines().anyMatch(line -> KVN.matcher(line).matches())
        ? Format.OMM_KVN
        : none(shownAs, "has no element set in its beginning", problems);
  }

  private static Format none(String shownAs, String whatIsWrong, Problems problems) {
    problems.add(shownAs, 1, 1, "file", whatIsWrong, ANY);
    return Format.AUTO;
  }

  private static boolean isElementLine(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    return TleReader.isElementLine(bytes, 0, bytes.length, '1')
        || TleReader.isElementLine(bytes, 0, bytes.length, '2');
  }
}
