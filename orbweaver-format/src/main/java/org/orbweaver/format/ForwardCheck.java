package org.orbweaver.format;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.HostPort;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/** What must hold of forwarded ports, wherever they are written. */
public final class ForwardCheck {
  /** Tells where a key of an entry stands. */
  public interface Places {
    Place of(int index, String key);
  }

  private record Port(ForwardSpec.Protocol protocol, String address, int port) {}

  private final List<ForwardSpec> forwards;
  private final Places places;
  private final Collection<String> terminals;
  private final Problems problems;

  private ForwardCheck(
      List<ForwardSpec> forwards, Places places, Collection<String> terminals, Problems problems) {
    this.forwards = forwards;
    this.places = places;
    this.terminals = terminals;
    this.problems = problems;
  }

  /**
   * Checks each and all together; the problems of those before {@code first} have been told.
   *
   * @param terminals names of those that there are
   */
  public static void check(
      List<ForwardSpec> forwards,
      int first,
      Places places,
      Collection<String> terminals,
      Problems problems) {
    ForwardCheck check = new ForwardCheck(forwards, places, terminals, problems);
    for (int i = first; i < forwards.size(); i++) {
      check.one(i);
    }
    check.together(first);
  }

  private void one(int index) {
    ForwardSpec forward = forwards.get(index);
    if (!forward.terminal().isEmpty() && !terminals.contains(forward.terminal())) {
      say(
          index,
          "terminal",
          forward.terminal(),
          Suggest.known(forward.terminal(), terminals, "the name of a terminal"));
    }
    HostPort listen = forward.listenSocket();
    if (!forward.listen().isEmpty() && (listen == null || listen.loopback() == null)) {
      say(
          index,
          "listen",
          forward.listen(),
          "a port such as 8080, 127.0.0.1:8080 or [::1]:8080 on loopback, or internet:9000");
    }
    HostPort target = forward.targetSocket();
    if (forward.target().isEmpty()) {
      return;
    }
    if (target == null || target.port() == 0) {
      say(
          index,
          "target",
          forward.target(),
          "HOST:PORT, such as frankfurt.pop.orbweaver:80 or [2001:db8::1]:443");
    } else if (forward.inward() && target.loopback() == null) {
      say(
          index,
          "target",
          forward.target(),
          "a program on loopback, such as 127.0.0.1:5000, as what is behind a terminal");
    }
  }

  private void together(int first) {
    Map<Port, Integer> listening = new HashMap<>();
    for (int i = 0; i < forwards.size(); i++) {
      Port port = port(forwards.get(i), forwards.get(i).listenSocket());
      Integer other = port == null || port.port() == 0 ? null : listening.putIfAbsent(port, i);
      if (other != null && i >= first) {
        say(i, "listen", forwards.get(i).listen(), "a port of its own; another forward has this");
      }
    }
    for (int i = 0; i < forwards.size(); i++) {
      Port target = port(forwards.get(i), forwards.get(i).targetSocket());
      Integer met = target == null ? null : listening.get(target);
      if (target != null && met != null && Math.max(met, i) >= first) {
        boolean inward = forwards.get(met).inward();
        say(
            Math.max(i, first),
            "target",
            forwards.get(i).target(),
            inward
                ? "TERMINAL.terminal.orbweaver:" + target.port() + " to reach another terminal"
                : "something else than a forward, which would lead in a circle");
      }
    }
  }

  private static @Nullable Port port(ForwardSpec forward, @Nullable HostPort socket) {
    String address = socket == null ? null : socket.loopback();
    return socket == null || address == null
        ? null
        : new Port(forward.protocol(), address, socket.port());
  }

  private void say(int index, String key, String written, String expected) {
    problems.add(places.of(index, key).problem("is " + Words.quote(written), expected));
  }
}
