package org.orbweaver.governance.accounts;

import java.util.List;
import org.orbweaver.core.geometry.GeodeticPoint;

/**
 * Where a line is used.
 *
 * @param id such as {@code ADR-0001}
 * @param account whose it is
 * @param position on the ellipsoid
 * @param lines as one writes it on a letter; may be empty
 * @param regionCode the country it lies in, ISO 3166-1 alpha-2
 */
public record Address(
    String id, String account, GeodeticPoint position, List<String> lines, String regionCode) {
  private static final int MOST_LINES = 8;

  public Address {
    Checks.id("an address's id", id);
    Checks.id("an account's number", account);
    lines = List.copyOf(lines);
    if (lines.size() > MOST_LINES) {
      throw new RefusedException("an address has at most " + MOST_LINES + " lines");
    }
    lines.forEach(line -> Checks.text("a line of an address", line));
    Checks.region(regionCode);
  }

  /** The lines in one, as lists show them. */
  public String formatted() {
    return String.join(", ", lines);
  }
}
