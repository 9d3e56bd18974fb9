package org.orbweaver.dataplane;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forwarded ports of a data plane. */
final class Forwards implements Destinations.Inward {
  private final PathView paths;
  private final TerminalHome homes;
  private final List<ForwardDoor> doors = new ArrayList<>();

  /** Which PoP is a terminal's home, or -1. */
  interface TerminalHome {
    int homePop(int terminal);
  }

  Forwards(PathView paths, TerminalHome homes) {
    this.paths = paths;
    this.homes = homes;
  }

  /**
   * Opens a port; nothing is taken there before {@link #serve}.
   *
   * @throws PortUnavailableException where it is taken or not permitted
   */
  void open(Forward forward) throws PortUnavailableException {
    try {
      doors.add(
          forward.protocol() == Protocol.TCP ? TcpForward.open(forward) : UdpForward.open(forward));
    } catch (IOException e) {
      String terminal = paths.terminalName(forward.terminal());
      throw PortUnavailableException.of(
          forward.protocol(),
          forward.address(),
          forward.port(),
          "a forward through " + terminal,
          "give the forward another",
          e);
    }
  }

  /** Those that are open, with their real ports, in the order in which they were asked for. */
  List<Forward> open() {
    return doors.stream().map(ForwardDoor::forward).toList();
  }

  void serve(SessionContext context) {
    doors.forEach(door -> door.serve(context));
  }

  @Override
  public Destination.@Nullable Outside find(int terminal, Protocol protocol, int port) {
    return find(open(), terminal, protocol, port, homes.homePop(terminal));
  }

  /** The port on the internet that leads behind a terminal, or null. */
  static Destination.@Nullable Outside find(
      List<Forward> forwards, int terminal, Protocol protocol, int port, int homePop) {
    for (Forward f : forwards) {
      if (f.inward() && f.terminal() == terminal && f.protocol() == protocol && f.port() == port) {
        return new Destination.Outside(List.of(f.address()), port, homePop);
      }
    }
    return null;
  }

  /** Takes nothing more and ends everything; may be called again until it is over. */
  void end() {
    doors.forEach(ForwardDoor::end);
  }

  boolean isOver() {
    return doors.stream().allMatch(ForwardDoor::isOver);
  }
}
