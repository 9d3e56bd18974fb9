package org.orbweaver.app.packets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;

/**
 * A node that packets come from or go to.
 *
 * @param kind what it is
 * @param index of the terminal or the PoP; 0 for the internet
 * @param name as the scenario has it
 */
record NodeName(Kind kind, int index, String name) {
  static final String INTERNET = "internet";

  private static final String DOMAIN = ".orbweaver";
  private static final String POP_PREFIX = "pop:";
  private static final String TERMINAL_PREFIX = "terminal:";

  /** What a user means by a word; null where there is none of that name. */
  static @Nullable NodeName of(PathView paths, String word) {
    if (word.equals(INTERNET)) {
      return new NodeName(Kind.SERVICE, 0, INTERNET);
    }
    if (word.startsWith(POP_PREFIX)) {
      return pop(paths, word.substring(POP_PREFIX.length()));
    }
    return terminal(
        paths, word.startsWith(TERMINAL_PREFIX) ? word.substring(TERMINAL_PREFIX.length()) : word);
  }

  /** The node of a domain name in lower case; null where it is none of this network's nodes. */
  static @Nullable NodeName ofDomain(PathView paths, String domain) {
    if (!isOurs(domain)) {
      return null;
    }
    String stem = domain.substring(0, domain.length() - DOMAIN.length());
    if (stem.equals(INTERNET)) {
      return new NodeName(Kind.SERVICE, 0, INTERNET);
    }
    if (stem.endsWith(".pop")) {
      return pop(paths, stem.substring(0, stem.length() - ".pop".length()));
    }
    return stem.endsWith(".terminal")
        ? terminal(paths, stem.substring(0, stem.length() - ".terminal".length()))
        : null;
  }

  /** Whether names below it are this network's to know. */
  static boolean isOurs(String domain) {
    return domain.endsWith(DOMAIN);
  }

  /** The domain name that it answers to. */
  String domain() {
    return switch (kind) {
      case TERMINAL -> name.toLowerCase(Locale.ROOT) + ".terminal" + DOMAIN;
      case POP -> name.toLowerCase(Locale.ROOT) + ".pop" + DOMAIN;
      case SERVICE -> name + DOMAIN;
    };
  }

  /** As {@link #of} takes it. */
  String word() {
    return kind == Kind.POP ? POP_PREFIX + name : name;
  }

  private static @Nullable NodeName terminal(PathView paths, String name) {
    int index = paths.terminal(name);
    for (int i = 0; index < 0 && i < paths.terminals(); i++) {
      index = paths.terminalName(i).equalsIgnoreCase(name) ? i : -1;
    }
    return index < 0 ? null : new NodeName(Kind.TERMINAL, index, paths.terminalName(index));
  }

  private static @Nullable NodeName pop(PathView paths, String name) {
    int index = paths.pop(name);
    for (int i = 0; index < 0 && i < paths.pops(); i++) {
      index = paths.popName(i).equalsIgnoreCase(name) ? i : -1;
    }
    return index < 0 ? null : new NodeName(Kind.POP, index, paths.popName(index));
  }
}
