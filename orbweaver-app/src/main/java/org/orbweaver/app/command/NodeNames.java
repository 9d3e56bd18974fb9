package org.orbweaver.app.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.scenario.Network;

/**
 * From names to nodes and back, for one network. A name is that of a terminal, else of a PoP, else
 * of a gateway, else of a satellite; {@code terminal:}, {@code pop:}, {@code gateway:} or {@code
 * sat:} before it says which, and {@code sat:} takes a catalogue number too.
 */
final class NodeNames {
  private static final int MOST_SUGGESTIONS = 5;

  /** What a bare name means where several kinds have it: cities often name both ends of a path. */
  private static final List<Node.Kind> PREFERENCE =
      List.of(Node.Kind.TERMINAL, Node.Kind.POP, Node.Kind.GATEWAY, Node.Kind.SATELLITE);

  private final Network network;
  private final Set<String> notes = new LinkedHashSet<>();

  NodeNames(Network network) {
    this.network = network;
  }

  /** The name of a node, without its kind. */
  String nameOf(Node node) {
    return name(node.kind(), node.index());
  }

  /** The names along a path, joined by {@code >}. */
  String join(Path path) {
    StringBuilder joined = new StringBuilder();
    for (Node node : path.nodes()) {
      joined.append(joined.isEmpty() ? "" : ">").append(nameOf(node));
    }
    return joined.toString();
  }

  /**
   * The one node that a name means.
   *
   * @throws Failure wrong use, where none or several satellites have that name
   */
  Node resolve(String written) {
    int colon = written.indexOf(':');
    Node.Kind asked = colon < 0 ? null : kindOf(written.substring(0, colon));
    String name = asked == null ? written : written.substring(colon + 1);
    List<Node> found = new ArrayList<>();
    for (Node.Kind kind : PREFERENCE) {
      if (asked != null && asked != kind) {
        continue;
      }
      if (found.isEmpty()) {
        find(kind, name, found);
      } else {
        noteOther(found.getFirst(), kind, name);
      }
    }
    if (found.isEmpty()) {
      throw Failure.usage(
          "there is no "
              + (asked == null ? "node" : asked.name().toLowerCase(Locale.ROOT))
              + " '"
              + name
              + "'",
          suggestion(asked, name));
    }
    if (found.size() > 1) {
      throw ambiguous(name, found);
    }
    return found.getFirst();
  }

  /** Names so far that were taken for a node of one kind though one of another kind has them. */
  Collection<String> notes() {
    return notes;
  }

  private void noteOther(Node taken, Node.Kind kind, String name) {
    SiteTable sites = sites(kind);
    if (sites != null && sites.indexOf(name) >= 0) {
      notes.add(
          "'"
              + name
              + "' is taken for "
              + word(taken.kind())
              + ":"
              + name
              + "; there is also "
              + word(kind)
              + ":"
              + name);
    }
  }

  /** The index of a terminal; the prefix {@code terminal:} may be left out. */
  int terminal(String written) {
    Node node = written.startsWith("terminal:") ? resolve(written) : resolve("terminal:" + written);
    return node.index();
  }

  private void find(Node.Kind kind, String name, List<Node> found) {
    SiteTable sites = sites(kind);
    if (sites != null) {
      int index = sites.indexOf(name);
      if (index >= 0) {
        found.add(new Node(kind, index));
      }
      return;
    }
    int number = name.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
    for (int i = 0; i < network.ephemeris().size(); i++) {
      if (network.ephemeris().elements(i).name().equals(name)
          || network.ephemeris().elements(i).noradId() == number) {
        found.add(new Node(kind, i));
      }
    }
  }

  private Failure ambiguous(String name, List<Node> found) {
    List<String> ways = new ArrayList<>();
    for (Node node : found) {
      int number =
          node.kind() == Node.Kind.SATELLITE
              ? network.ephemeris().elements(node.index()).noradId()
              : 0;
      ways.add(word(node.kind()) + ":" + (number > 0 ? Integer.toString(number) : nameOf(node)));
    }
    return Failure.usage(
        "'" + name + "' means " + found.size() + " nodes",
        "Say which one: " + String.join(" or ", ways.subList(0, Math.min(8, ways.size()))));
  }

  private @Nullable String suggestion(Node.@Nullable Kind asked, String name) {
    record Near(String name, int distance) {}
    List<Near> near = new ArrayList<>();
    for (Node.Kind kind : PREFERENCE) {
      for (int i = 0; (asked == null || asked == kind) && i < size(kind); i++) {
        int distance = Likeness.distance(name, name(kind, i));
        if (distance < Likeness.FAR) {
          near.add(new Near(name(kind, i), distance));
        }
      }
    }
    near.sort(Comparator.comparingInt(Near::distance));
    List<String> names = near.stream().map(Near::name).distinct().limit(MOST_SUGGESTIONS).toList();
    return names.isEmpty() ? null : "Did you mean " + String.join(" or ", names) + "?";
  }

  private int size(Node.Kind kind) {
    SiteTable sites = sites(kind);
    return sites == null ? network.ephemeris().size() : sites.size();
  }

  private String name(Node.Kind kind, int index) {
    SiteTable sites = sites(kind);
    return sites == null ? network.ephemeris().elements(index).name() : sites.name(index);
  }

  private @Nullable SiteTable sites(Node.Kind kind) {
    return switch (kind) {
      case SATELLITE -> null;
      case GATEWAY -> network.gateways();
      case POP -> network.pops();
      case TERMINAL -> network.terminals();
    };
  }

  private static String word(Node.Kind kind) {
    return kind == Node.Kind.SATELLITE ? "sat" : kind.name().toLowerCase(Locale.ROOT);
  }

  private static Node.@Nullable Kind kindOf(String word) {
    for (Node.Kind kind : Node.Kind.values()) {
      if (word(kind).equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
