package org.orbweaver.core.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and a port, as they are written.
 *
 * @param host a name, or an address; an IPv6 address without its brackets
 * @param port 0 to 65535
 */
public record HostPort(String host, int port) {
  static final String LOOPBACK = "127.0.0.1";

  private static final int LAST_PORT = 65_535;
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._-]{1,253})):([0-9]{1,5})");
  private static final Pattern LOOPBACK_IPV4 =
      Pattern.compile("127(?:\\.(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");

  /** Reads {@code HOST:PORT} or {@code [IPV6]:PORT}; null where it is none. */
  public static @Nullable HostPort parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    int port = Integer.parseInt(form.group(3));
    String host = form.group(1) == null ? form.group(2) : form.group(1);
    return port > LAST_PORT ? null : new HostPort(host, port);
  }

  /** The loopback address that it names: an IPv4 one or {@code ::1}; null where it is elsewhere. */
  public @Nullable String loopback() {
    if (host.equalsIgnoreCase("localhost")) {
      return LOOPBACK;
    }
    return host.equals("::1") || LOOPBACK_IPV4.matcher(host).matches() ? host : null;
  }
}
