package org.orbweaver.app.packets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.packet.AddressPlan.Kind;
import org.orbweaver.format.problem.Words;

/**
 * A node that packets come from or go to.
 *
 * @param kind what it is
 * @param index of the terminal, PoP, gateway or satellite; 0 for the internet
 * @param name as the scenario has it
 */
record NodeName(Kind kind, int index, String name) {
  static final String INTERNET = "internet";

  private static final String DOMAIN = ".orbweaver";
  private static final String POP_PREFIX = "pop:";
  private static final String GATEWAY_PREFIX = "gateway:";
  private static final String SATELLITE_PREFIX = "sat:";
  private static final String TERMINAL_PREFIX = "terminal:";

  /** What a user means by a word; null where there is none of that name. */
  static @Nullable NodeName of(PathView paths, String word) {
    if (word.equals(INTERNET)) {
      return new NodeName(Kind.SERVICE, 0, INTERNET);
    }
    if (word.startsWith(POP_PREFIX)) {
      return pop(paths, word.substring(POP_PREFIX.length()));
    }
    if (word.startsWith(GATEWAY_PREFIX)) {
      return place(paths, Node.Kind.GATEWAY, word.substring(GATEWAY_PREFIX.length()));
    }
    if (word.startsWith(SATELLITE_PREFIX)) {
      return place(paths, Node.Kind.SATELLITE, word.substring(SATELLITE_PREFIX.length()));
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
    int dot = stem.lastIndexOf('.');
    String name = stem.substring(0, Math.max(0, dot));
    return switch (stem.substring(dot + 1)) {
      case "terminal" -> terminal(paths, name);
      case "pop" -> pop(paths, name);
      case "gateway" -> place(paths, Node.Kind.GATEWAY, name);
      case "sat" -> place(paths, Node.Kind.SATELLITE, name);
      default -> null;
    };
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
      case GATEWAY -> DomainLabel.of(name) + ".gateway" + DOMAIN;
      case SATELLITE -> DomainLabel.of(name) + ".sat" + DOMAIN;
      case SERVICE -> name + DOMAIN;
    };
  }

  /** As {@link #of} takes it. */
  String word() {
    return switch (kind) {
      case POP -> POP_PREFIX + name;
      case GATEWAY -> GATEWAY_PREFIX + name;
      case SATELLITE -> SATELLITE_PREFIX + name;
      case TERMINAL, SERVICE -> name;
    };
  }

  /** What to say to a word that no node has. */
  static String near(PathView paths, String word) {
    List<String> words = new ArrayList<>();
    words.add(INTERNET);
    for (int i = 0; i < paths.pops(); i++) {
      words.add(POP_PREFIX + paths.popName(i));
    }
    for (int i = 0; i < paths.terminals(); i++) {
      words.add(paths.terminalName(i));
    }
    String meant = Words.nearest(word, words);
    return meant != null
        ? "Did you mean " + meant + "?"
        : "Nodes are a terminal's name, pop:NAME, gateway:NAME, sat:NAME, and internet.";
  }

  private static @Nullable NodeName place(PathView paths, Node.Kind kind, String name) {
    Node place = paths.place(kind, name);
    return place == null
        ? null
        : new NodeName(
            kind == Node.Kind.GATEWAY ? Kind.GATEWAY : Kind.SATELLITE,
            place.index(),
            paths.placeName(place));
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
