import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Draws lines of text as a terminal, in SVG: standard input to standard output. Lines that begin
 * with {@code $} are what a person typed.
 *
 * <p>Run by {@code doc/img/record.sh}: {@code java doc/img/TerminalPicture.java TITLE}.
 */
final class TerminalPicture {
  private static final double CHARACTER_WIDTH = 7.83;
  private static final int LINE_HEIGHT = 18;
  private static final int MARGIN = 18;
  private static final int BAR = 30;

  private TerminalPicture() {}

  public static void main(String[] args) throws IOException {
    List<String> lines;
    try (var in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      lines = in.lines().toList();
    }
    var out = new StringBuilder();
    int columns = lines.stream().mapToInt(String::length).max().orElse(0);
    long width = Math.round(columns * CHARACTER_WIDTH) + 2 * MARGIN;
    int height = BAR + lines.size() * LINE_HEIGHT + 2 * MARGIN;
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" \
        role="img" aria-label="%3$s">
        <style>
          text { font: 13px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; \
        fill: #d6dde6; white-space: pre; }
          .typed { fill: #ffffff; font-weight: 600; }
          .prompt { fill: #7fc8a9; }
          .title { fill: #8b98a9; }
        </style>
        <rect width="%1$d" height="%2$d" rx="8" fill="#10161f"/>
        <rect width="%1$d" height="%4$d" rx="8" fill="#1b2430"/>
        <rect y="%5$d" width="%1$d" height="8" fill="#1b2430"/>
        <text class="title" x="%6$d" y="20">%3$s</text>
        """
            .formatted(width, height, escaped(args[0]), BAR, BAR - 8, MARGIN));
    for (int i = 0; i < lines.size(); i++) {
      out.append(line(lines.get(i), BAR + MARGIN + i * LINE_HEIGHT + LINE_HEIGHT * 2 / 3));
    }
    out.append("</svg>\n");
    System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String line(String text, int y) {
    if (text.isBlank()) {
      return "";
    }
    if (text.startsWith("$ ")) {
      return element("prompt", 0, "$", y) + element("typed", 2, text.substring(2), y);
    }
    return element("said", 0, text, y);
  }

  private static String element(String kind, int column, String text, int y) {
    return String.format(
        Locale.ROOT,
        "<text class=\"%s\" x=\"%.2f\" y=\"%d\">%s</text>%n",
        kind,
        MARGIN + column * CHARACTER_WIDTH,
        y,
        escaped(text));
  }

  private static String escaped(String text) {
    // Blanks of the kind that is never folded.
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(" ", "\u00a0");
  }
}
