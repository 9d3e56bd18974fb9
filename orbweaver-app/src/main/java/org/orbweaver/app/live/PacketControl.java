package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.List;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.dataplane.packet.Address;

/** Answers for {@link LiveControl} what concerns nodes with networks of their own. */
final class PacketControl {
  private final PacketNetwork packets;
  private final NodeFacts facts;
  private final NetworkClock clock;

  PacketControl(PacketNetwork packets, NodeFacts facts, NetworkClock clock) {
    this.packets = packets;
    this.facts = facts;
    this.clock = clock;
  }

  List<String> attach(List<String> words) {
    if (words.size() != 1) {
      throw Failure.usage("attach needs the name of one node", null);
    }
    if (clock.speed() != 1) {
      throw Failure.usage(
          "packets need the machine's own time, and this network's runs at another speed",
          "Tell it orbweaver speed 1, or orbweaver resume.");
    }
    Attached node = packets.attach(words.getFirst());
    Address resolver = packets.resolver();
    return List.of(
        String.join(
            "\t",
            Long.toString(ProcessHandle.current().pid()),
            Integer.toString(node.namespace()),
            node.address().inet4().getHostAddress(),
            node.address().text6(),
            resolver.inet4().getHostAddress()));
  }

  ControlReply record(List<String> words) {
    if (words.size() < 2 || !words.getFirst().matches("[0-9]{1,5}")) {
      throw Failure.usage("record needs a number of bytes and terminals", null);
    }
    long offsetNs = clock.carrierNs() - System.nanoTime();
    Recording recording =
        Recording.begin(
            packets, words.subList(1, words.size()), Integer.parseInt(words.getFirst()));
    return new ControlReply(ExitCode.DONE, List.of(Long.toString(offsetNs)), recording::send);
  }

  List<String> list() {
    List<String> lines = new ArrayList<>();
    lines.add(facts.engine().line());
    facts.nodes().forEach(node -> lines.add(node.line()));
    return lines;
  }

  void renew() {
    packets.renew();
  }
}
