package org.orbweaver.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.output.Facts;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.packets.PacketNetwork.Attached;
import org.orbweaver.core.time.Utc;
import org.orbweaver.dataplane.WhoAmI;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.LinkCounts;
import org.orbweaver.dataplane.packet.LinkNow;
import org.orbweaver.dataplane.packet.NodeCounts;
import org.orbweaver.dataplane.packet.Punctuality;
import org.orbweaver.format.problem.Words;

/** What is known of the nodes between which packets pass, and of the engine that carries them. */
final class NodeFacts {
  private static final long NS_PER_S = 1_000_000_000L;

  private final PacketNetwork packets;
  private final PublishedPaths paths;
  private final NetworkClock clock;
  private final String network;

  NodeFacts(PacketNetwork packets, PublishedPaths paths, NetworkClock clock, String network) {
    this.packets = packets;
    this.paths = paths;
    this.clock = clock;
    this.network = network;
  }

  /** Of the engine and the network's time. */
  Facts engine() {
    Punctuality p = packets.punctuality();
    Punctuality late = p == null ? new Punctuality(0, 0, 0, 0) : p;
    long nowNs = clock.nowNs();
    return new Facts()
        .put("network", network)
        .put("process", ProcessHandle.current().pid())
        .put("at_ns", clock.monotonicNs())
        .put("time_utc", Utc.format(nowNs - Math.floorMod(nowNs, NS_PER_S)))
        .put("slot_ends_ns", paths.slotEndNs(nowNs) - nowNs)
        .put("packets", late.packets())
        .put("late_p50_ns", late.p50Ns())
        .put("late_p99_ns", late.p99Ns())
        .put("late_p999_ns", late.p999Ns());
  }

  /** Of each node. */
  List<Facts> nodes() {
    Map<Address, NodeCounts> counts = packets.counts();
    List<Facts> all = new ArrayList<>();
    for (Attached node : packets.attached()) {
      all.add(of(node, counts.get(node.address())));
    }
    return all;
  }

  private Facts of(Attached node, @Nullable NodeCounts c) {
    Facts facts =
        new Facts()
            .put("node", node.name())
            .put("kind", node.kind().name().toLowerCase(Locale.ROOT))
            .put("domain", node.domain())
            .put("ipv4", node.address().inet4().getHostAddress())
            .put("ipv6", node.address().text6())
            .put("namespace", node.namespace());
    if (c == null) {
      return facts;
    }
    facts
        .put("sent_packets", c.sentPackets())
        .put("sent_bytes", c.sentBytes())
        .put("got_packets", c.gotPackets())
        .put("got_bytes", c.gotBytes())
        .put("spoofed", c.spoofed())
        .put("malformed", c.malformed())
        .put("too_big", c.tooBig())
        .put("no_room", c.noRoom())
        .put("not_taken", c.notTaken());
    LinkCounts link = c.link();
    LinkNow now = c.now();
    if (link != null && now != null) {
      put(facts, link);
      put(facts, now);
      put(facts, paths.of(paths.terminal(node.name()), clock.carrierNs()));
    }
    return facts;
  }

  private static void put(Facts facts, LinkCounts link) {
    facts
        .put("up_packets", link.upPackets())
        .put("up_bytes", link.upBytes())
        .put("up_dropped", link.upDropped())
        .put("up_lost", link.upLost())
        .put("up_refused", link.upRefused())
        .put("up_waiting_bytes", link.upWaitingBytes())
        .put("down_packets", link.downPackets())
        .put("down_bytes", link.downBytes())
        .put("down_dropped", link.downDropped())
        .put("down_lost", link.downLost())
        .put("down_refused", link.downRefused())
        .put("down_waiting_bytes", link.downWaitingBytes());
  }

  private static void put(Facts facts, LinkNow now) {
    facts
        .put("state", now.state().name())
        .put("one_way_ns", now.oneWayNs())
        .put("up_bps", now.upBps())
        .put("down_bps", now.downBps())
        .put("up_waiting_ns", now.upWaitingNs())
        .put("down_waiting_ns", now.downWaitingNs());
  }

  private void put(Facts facts, WhoAmI path) {
    long nowNs = clock.nowNs();
    Long handoverNs = path.nextHandoverNs();
    facts
        .put("reason", path.reason().name())
        .put("satellite", path.satellite() == null ? "" : path.satellite())
        .put("gateway", path.gateway() == null ? "" : path.gateway())
        .put("pop", path.pop() == null ? "" : path.pop())
        .put("trace", path.trace() == null ? "" : Words.oneLine(path.trace()));
    if (handoverNs != null) {
      facts.put("handover_in_ns", handoverNs - nowNs);
    } else {
      facts.put("handover_not_before_ns", path.notBeforeNs() - nowNs);
    }
  }
}
