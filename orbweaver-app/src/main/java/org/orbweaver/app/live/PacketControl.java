package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.orbweaver.app.Failure;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.LinkCounts;
import org.orbweaver.dataplane.packet.Punctuality;

/** Answers for {@link LiveControl} what concerns nodes with networks of their own. */
final class PacketControl {
  private final PacketNetwork packets;
  private final NetworkClock clock;

  PacketControl(PacketNetwork packets, NetworkClock clock) {
    this.packets = packets;
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

  List<String> list() {
    List<String> lines = new ArrayList<>();
    Punctuality p = packets.punctuality();
    long process = ProcessHandle.current().pid();
    lines.add(
        p == null
            ? row(0, 0, 0, 0, process)
            : row(p.packets(), p.p50Ns(), p.p99Ns(), p.p999Ns(), process));
    for (Attached node : packets.attached()) {
      LinkCounts c = packets.counts(node);
      lines.add(
          String.join(
              "\t",
              node.name(),
              node.domain(),
              node.address().inet4().getHostAddress(),
              node.address().text6(),
              Integer.toString(node.namespace()),
              c == null ? row(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) : row(c)));
    }
    return lines;
  }

  private static String row(LinkCounts c) {
    return row(
        c.upPackets(),
        c.upBytes(),
        c.upDropped(),
        c.upLost(),
        c.upRefused(),
        c.upWaitingBytes(),
        c.downPackets(),
        c.downBytes(),
        c.downDropped(),
        c.downLost(),
        c.downRefused(),
        c.downWaitingBytes(),
        c.spoofed(),
        c.malformed());
  }

  private static String row(long... values) {
    return String.join("\t", LongStream.of(values).mapToObj(Long::toString).toList());
  }

  void renew() {
    packets.renew();
  }
}
