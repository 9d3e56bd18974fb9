package org.orbweaver.format;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.format.shape.Scalars;

/** The syntax of {@code internet.allow}: HOST:PORT. */
final class Destinations {
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
  private static final int LONGEST_NAME = 253;

  private Destinations() {}

  /** What would be right where a rule is malformed, or null where it is well formed. */
  static @Nullable String fault(String rule) {
    int colon = rule.lastIndexOf(':');
    boolean bracketed = rule.startsWith("[");
    int bracket = rule.indexOf(']');
    if (colon < 1 || (bracketed && bracket != colon - 1)) {
      return "HOST:PORT, such as example.org:443";
    }
    String port = rule.substring(colon + 1);
    if (!port.equals("*") && !isNumber(port, 1, 65535)) {
      return "a port from 1 to 65535, or *";
    }
    String host = bracketed ? rule.substring(1, bracket) : rule.substring(0, colon);
    if (bracketed) {
      return isBlock(host, 128) ? null : "an IPv6 address or block such as [2001:db8::/32]:443";
    }
    if (host.contains(":")) {
      return "brackets around an IPv6 address, such as [2001:db8::1]:443";
    }
    boolean numeric = host.matches("[0-9./]+");
    if (numeric || host.contains("/")) {
      return isBlock(host, 32) ? null : "an IPv4 address or block such as 192.0.2.0/24:443";
    }
    return host.length() <= LONGEST_NAME && isName(host)
        ? null
        : "a name such as example.org or *.example.org";
  }

  private static boolean isName(String host) {
    String bare = host.startsWith("*.") ? host.substring(2) : host;
    for (String label : bare.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlock(String text, int bits) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (slash >= 0 && !isNumber(text.substring(slash + 1), 0, bits)) {
      return false;
    }
    try {
      if (bits == 32) {
        Inet4Address.ofLiteral(address);
        return address.chars().filter(c -> c == '.').count() == 3;
      }
      return !address.contains("%") && Inet6Address.ofLiteral(address) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isNumber(String text, int min, int max) {
    Integer number = Scalars.integer(text);
    return number != null && number >= min && number <= max && text.equals(number.toString());
  }
}
