package org.orbweaver.app.packets;

import java.util.Locale;

/** A name as it stands in a domain name, which has letters, digits and hyphens: RFC 1123. */
public final class DomainLabel {
  private DomainLabel() {}

  /** In lower case, with hyphens for everything else. */
  public static String of(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
