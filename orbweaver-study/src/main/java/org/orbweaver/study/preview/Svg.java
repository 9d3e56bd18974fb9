package org.orbweaver.study.preview;

/** Text of a drawing. Everything that is not written here by hand passes {@link #text}. */
final class Svg {
  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Markup as it stands. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text between tags or within quotes. */
  Svg text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return this;
  }

  /** A coordinate, to a tenth; the same on every machine. */
  Svg at(double value) {
    long tenths = Math.round(value * 10);
    if (tenths < 0) {
      out.append('-');
    }
    out.append(Math.abs(tenths) / 10);
    if (tenths % 10 != 0) {
      out.append('.').append(Math.abs(tenths) % 10);
    }
    return this;
  }

  /** A line of text. */
  Svg label(String style, double x, double y, String words) {
    return raw("<text class=\"" + style + "\" x=\"")
        .at(x)
        .raw("\" y=\"")
        .at(y)
        .raw("\">")
        .text(words)
        .raw("</text>\n");
  }

  /** A rectangle. */
  Svg box(String style, double x, double y, double width, double height) {
    return raw("<rect class=\"" + style + "\" x=\"")
        .at(x)
        .raw("\" y=\"")
        .at(y)
        .raw("\" width=\"")
        .at(width)
        .raw("\" height=\"")
        .at(height)
        .raw("\"/>\n");
  }

  /** A straight line. */
  Svg line(String style, double x1, double y1, double x2, double y2) {
    return raw("<line class=\"" + style + "\" x1=\"")
        .at(x1)
        .raw("\" y1=\"")
        .at(y1)
        .raw("\" x2=\"")
        .at(x2)
        .raw("\" y2=\"")
        .at(y2)
        .raw("\"/>\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
