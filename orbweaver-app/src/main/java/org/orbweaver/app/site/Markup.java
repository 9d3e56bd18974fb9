package org.orbweaver.app.site;

import org.orbweaver.app.output.Decimals;

/** Text of a page. Everything that is not written here by hand passes {@link #text}. */
final class Markup {
  private final StringBuilder page = new StringBuilder(1 << 16);

  /** Markup as it stands. */
  Markup raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Text between tags or within quotes. */
  Markup text(String text) {
    page.append(escape(text));
    return this;
  }

  /** A coordinate of a drawing, to a tenth. */
  Markup at(double value) {
    Decimals.append(page, value, 1);
    return this;
  }

  /** An element that holds only text. */
  Markup element(String tag, String text) {
    return raw("<" + tag + ">").text(text).raw("</" + tag.replaceFirst(" .*", "") + ">");
  }

  /** A row of a table: its first cell is the row's header. */
  Markup row(String header, String... cells) {
    raw("<tr>").element("th scope=\"row\"", header);
    for (String cell : cells) {
      element("td", cell);
    }
    return raw("</tr>\n");
  }

  /** Headers of columns. */
  Markup head(String... headers) {
    raw("<thead><tr>");
    for (String header : headers) {
      element("th scope=\"col\"", header);
    }
    return raw("</tr></thead>\n");
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
