package org.orbweaver.governance.bundle;

/** Text of a page. Everything that is not written here by hand passes {@link #text}. */
final class Html {
  private final StringBuilder page = new StringBuilder(1 << 14);

  /** Markup as it stands. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Text between tags or within quotes. */
  Html text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> page.append("&amp;");
        case '<' -> page.append("&lt;");
        case '>' -> page.append("&gt;");
        case '"' -> page.append("&quot;");
        default -> page.append(Character.isISOControl(c) ? '?' : c);
      }
    }
    return this;
  }

  /** An element that holds only text. */
  Html element(String tag, String text) {
    return raw("<" + tag + ">").text(text).raw("</" + tag + ">");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
