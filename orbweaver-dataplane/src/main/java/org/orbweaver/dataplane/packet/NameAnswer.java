package org.orbweaver.dataplane.packet;

import java.net.InetAddress;
import java.util.List;

/** What is known of a name. */
public sealed interface NameAnswer {
  /** A node has it. */
  record Known(Address address) implements NameAnswer {}

  /**
   * It is another network's.
   *
   * @param addresses none where nobody there has it
   */
  record Elsewhere(List<InetAddress> addresses) implements NameAnswer {
    public Elsewhere {
      addresses = List.copyOf(addresses);
    }
  }

  /** Nobody has it. */
  enum Unknown implements NameAnswer {
    /** It is a name of this network. */
    OURS,
    /** It is no name of this network, which does not speak for others. */
    NOT_OURS
  }
}
