package org.orbweaver.app.fetch;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be fetched.
 *
 * @param name under which it is kept
 * @param uri where it is
 * @param isGroup whether it is a group that Orbweaver knows, whose server sets the pace
 */
public record Source(String name, URI uri, boolean isGroup) {
  /** The server of the known groups. */
  public static final URI CELESTRAK = URI.create("https://celestrak.org");

  /** What a source may be called. */
  public static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

  /** CSV, since a TLE has no room for catalogue numbers above 339,999. */
  private static final String QUERY = "/NORAD/elements/gp.php?GROUP=%s&FORMAT=csv";

  private static final Map<String, String> GROUPS =
      new TreeMap<>(
          Map.of(
              "starlink", "starlink",
              "oneweb", "oneweb",
              "kuiper", "kuiper",
              "iridium", "iridium-NEXT"));

  /** Names of the known groups, sorted. */
  public static List<String> groups() {
    return List.copyOf(GROUPS.keySet());
  }

  /**
   * A known group, or null.
   *
   * @param server in place of CelesTrak's
   */
  public static @Nullable Source group(String name, URI server) {
    String group = GROUPS.get(name);
    String base = server.toString().replaceAll("/+$", "");
    return group == null ? null : new Source(name, URI.create(base + QUERY.formatted(group)), true);
  }

  /** Whether {@code --force} may ask earlier than every two hours. */
  boolean mayBeForced() {
    String host = uri.getHost() == null ? "" : uri.getHost();
    return !isGroup && !host.equals("celestrak.org") && !host.endsWith(".celestrak.org");
  }
}
