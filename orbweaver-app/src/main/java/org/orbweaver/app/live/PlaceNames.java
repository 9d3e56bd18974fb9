package org.orbweaver.app.live;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.packets.DomainLabel;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.scenario.Network;

/** Satellites and gateways by name, as people write it, or as it stands in a domain name. */
final class PlaceNames {
  private final Network network;

  PlaceNames(Network network) {
    this.network = network;
  }

  String name(Node place) {
    return place.kind() == Node.Kind.GATEWAY
        ? network.gateways().name(place.index())
        : network.ephemeris().elements(place.index()).name();
  }

  /** The one of that name, else of that catalogue number, else whose label is that; null: none. */
  @Nullable Node find(Node.Kind kind, String name) {
    if (kind == Node.Kind.GATEWAY) {
      int index = network.gateways().indexOf(name);
      return index >= 0 ? new Node(kind, index) : byLabel(kind, network.gateways().size(), name);
    }
    int number = name.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(name) : -1;
    for (int i = 0; i < network.ephemeris().size(); i++) {
      if (network.ephemeris().elements(i).name().equals(name)
          || network.ephemeris().elements(i).noradId() == number) {
        return new Node(kind, i);
      }
    }
    return byLabel(kind, network.ephemeris().size(), name);
  }

  private @Nullable Node byLabel(Node.Kind kind, int size, String name) {
    String wanted = DomainLabel.of(name);
    for (int i = 0; i < size; i++) {
      Node place = new Node(kind, i);
      if (DomainLabel.of(name(place)).equals(wanted)) {
        return place;
      }
    }
    return null;
  }
}
