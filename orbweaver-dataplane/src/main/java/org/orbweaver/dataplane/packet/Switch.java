package org.orbweaver.dataplane.packet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where packets go: from a port into its link, from the sky to a PoP, over fibre, down to a
 * terminal or out. Packets that nobody takes are answered as routers do. The packet thread's.
 */
final class Switch implements Exits {
  private static final int DNS_PORT = 53;
  private static final int INTERNET = Nodes.node(Nodes.INTERNET, 0);

  /** What every path takes in one packet: RFC 6891, section 6.2.5. */
  private static final int LONGEST_ANSWER = 1_232;

  /** Has a question answered elsewhere; {@link #resolved} gets the answer. */
  interface Questions {
    void ask(int slot, byte[] query);
  }

  private final PacketPool pool;
  private final Boards boards;
  private final Stages stages;
  private final Outside outside;
  private final Address resolver;
  private final LongSupplier clock;
  private final Questions questions;

  final Nodes nodes = new Nodes();
  final TimingError error = new TimingError();
  private final TerminalLinks links;
  private final @Nullable Port[] popPorts;
  private @Nullable Port internet;
  private final Map<Long, Fibre> fibres = new HashMap<>();
  private final IntByLong placeNumbers = new IntByLong();
  private final List<Port> placePorts = new ArrayList<>();
  private final Ways ways;
  private final List<@Nullable Way> lastSteps = new ArrayList<>();
  private final Cuts cuts;
  private final Tellings tellings;

  Switch(
      PacketPool pool,
      Boards boards,
      Stages stages,
      Outside outside,
      long seed,
      LongSupplier clock,
      Questions questions) {
    this.pool = pool;
    cuts = new Cuts(pool);
    tellings = new Tellings(pool);
    links = new TerminalLinks(pool, boards, stages, this, seed);
    ways = new Ways(pool, stages, outside, this::fromWay, this::unreachable);
    this.boards = boards;
    this.stages = stages;
    this.outside = outside;
    this.clock = clock;
    this.questions = questions;
    popPorts = new Port[outside.pops()];
    for (int pop = 0; pop < popPorts.length; pop++) {
      nodes.put(outside.address(pop), Nodes.node(Nodes.POP, pop));
    }
    resolver = outside.resolver();
    nodes.put(resolver, Nodes.node(Nodes.RESOLVER, 0));
  }

  /** A terminal's link begins. */
  void attach(int index, Port port, LinkSettings how) {
    links.begin(index, port, how);
    nodes.put(port.address, port.node);
  }

  void detach(int index) {
    Link link = links.at(index);
    if (link != null) {
      nodes.remove(link.port().address);
      links.end(index, link);
    }
  }

  void attachPop(int pop, Port port) {
    popPorts[pop] = port;
  }

  void attachInternet(Port port) {
    internet = port;
    nodes.put(port.address, port.node);
  }

  /** A satellite or gateway. */
  void attachPlace(Port port) {
    placeNumbers.put(port.node, placePorts.size());
    placePorts.add(port);
    nodes.put(port.address, port.node);
  }

  /** What is known of ways from a board's beginning on. */
  void publish(WayBoard board) {
    ways.publish(board, clock.getAsLong());
  }

  /** What a port, and its link where it is a terminal's, has done and does. */
  NodeCounts counts(Port port, long nowNs) {
    int index = Nodes.index(port.node);
    Link link = Nodes.kind(port.node) == Nodes.TERMINAL ? link(index) : null;
    return NodeCounts.of(port, link, link == null ? null : LinkNow.of(index, link, boards, nowNs));
  }

  @Nullable Link link(int index) {
    return links.at(index);
  }

  /** A packet has been read from a port; {@code timeNs} says when it came. */
  void enter(Port port, int slot) {
    long p = pool.address(slot);
    int length = pool.length[slot];
    if (!Ip.check(p, length) || (port.offloads && !Offload.check(p, length))) {
      port.malformed++;
      pool.give(slot);
    } else if (Port.isLinkLocal(p)) {
      pool.give(slot);
    } else if (Nodes.kind(port.node) != Nodes.INTERNET && !port.isSource(p)) {
      port.spoofed++;
      pool.give(slot);
    } else if (Offload.longest(p, length) > port.mtu) {
      port.tooBig++;
      tell(slot, Icmp.Why.TOO_BIG, outside.router(), port, port.mtu);
    } else {
      route(port, slot);
    }
  }

  private void route(Port port, int slot) {
    port.sentPackets++;
    port.sentBytes += pool.length[slot];
    boolean atExit = Nodes.kind(port.node) == Nodes.INTERNET;
    long p = pool.address(slot);
    int target = atExit ? nodes.destination(p) : destination(p);
    pool.target[slot] = target;
    pool.aside[slot] =
        Nodes.isPlace(target)
            || (target != Nodes.NONE && Nodes.kind(target) == Nodes.TERMINAL && outside.isDirect());
    int from = Nodes.index(port.node);
    switch (Nodes.kind(port.node)) {
      case Nodes.GATEWAY, Nodes.SATELLITE -> fromPlace(port.node, slot);
      case Nodes.TERMINAL -> {
        Link link = links.at(from);
        if (link == null) {
          pool.give(slot);
        } else {
          offer(link.up(), slot);
        }
      }
      case Nodes.POP -> fromPop(from, slot);
      default -> fromPop(-1, slot);
    }
  }

  /** Where a packet goes: what is none of ours out by the internet's node, where it has a way. */
  private int destination(long p) {
    int node = nodes.destination(p);
    return node == Nodes.NONE && outside.isWayOut() && !AddressPlan.isOwn(p, resolver)
        ? INTERNET
        : node;
  }

  private void offer(Line line, int slot) {
    if (Offload.isMany(pool.address(slot)) && !line.takesMany(pool.timeNs[slot])) {
      cuts.segments(slot, line);
    } else {
      line.offer(slot);
    }
    stages.changed(line);
  }

  /** A packet is at a PoP, or, where that is -1, on the internet, which is as near to every PoP. */
  private void fromPop(int pop, int slot) {
    int target = pool.target[slot];
    if (target == Nodes.NONE) {
      tell(slot, Icmp.Why.NO_ROUTE, outside.address(Math.max(pop, 0)), null);
      return;
    }
    int index = Nodes.index(target);
    pool.aside[slot] = false;
    switch (Nodes.kind(target)) {
      case Nodes.GATEWAY, Nodes.SATELLITE ->
          ways.send(pop < 0 ? INTERNET : Nodes.node(Nodes.POP, pop), target, slot);
      case Nodes.TERMINAL -> {
        int home = boards.current().homePop(index);
        if (pop < 0 || home < 0 || home == pop) {
          down(index, slot);
        } else {
          fibre(pop, home).add(slot, pool.timeNs[slot]);
          stages.changed(fibre(pop, home));
        }
      }
      case Nodes.POP -> {
        if (pop < 0 || pop == index) {
          toPop(index, slot);
        } else {
          fibre(pop, index).add(slot, pool.timeNs[slot]);
          stages.changed(fibre(pop, index));
        }
      }
      case Nodes.RESOLVER -> resolve(slot);
      default -> out(internet, slot);
    }
  }

  private void fromPlace(int place, int slot) {
    int target = pool.target[slot];
    if (target == Nodes.NONE) {
      tell(slot, Icmp.Why.NO_ROUTE, outside.router(), null);
    } else {
      ways.send(place, Nodes.kind(target) == Nodes.RESOLVER ? INTERNET : target, slot);
    }
  }

  /** A packet has come to the end of a way. */
  private void fromWay(int slot) {
    int target = pool.target[slot];
    long p = pool.address(slot);
    if (Ip.ttl(p) <= 1) {
      tell(slot, Icmp.Why.TTL, outside.router(), null);
      return;
    }
    Ip.decrementTtl(p);
    int index = Nodes.index(target);
    switch (Nodes.kind(target)) {
      case Nodes.GATEWAY, Nodes.SATELLITE -> toPlace(placeNumbers.find(target), slot);
      case Nodes.TERMINAL -> {
        pool.aside[slot] = true;
        down(index, slot);
      }
      case Nodes.POP -> toPop(index, slot);
      case Nodes.RESOLVER -> resolve(slot);
      default -> out(internet, slot);
    }
  }

  private void toPlace(int number, int slot) {
    out(number == IntByLong.NONE ? null : placePorts.get(number), slot);
  }

  /** A terminal's own link knows best why; where it carries, the other end is the reason. */
  private void unreachable(int slot) {
    int target = pool.target[slot];
    if (Nodes.kind(target) == Nodes.TERMINAL
        && boards.current().state(Nodes.index(target)).isDark()) {
      down(Nodes.index(target), slot);
    } else {
      tell(slot, Icmp.Why.HOST, outside.router(), null);
    }
  }

  @Override
  public void aside(int link, boolean up, int slot) {
    if (up) {
      ways.send(Nodes.node(Nodes.TERMINAL, link), pool.target[slot], slot);
      return;
    }
    while (lastSteps.size() <= link) {
      lastSteps.add(null);
    }
    Way step = lastSteps.get(link);
    if (step == null) {
      step =
          stages.make(
              id -> new Way(id, pool, atNs -> 0, handed -> toTerminal(link, handed), pool::give));
      lastSteps.set(link, step);
    }
    step.add(slot);
    stages.changed(step);
  }

  private void resolve(int slot) {
    long p = pool.address(slot);
    byte[] query = UdpReply.payload(p, pool.length[slot], DNS_PORT);
    if (query != null) {
      questions.ask(slot, query);
    } else {
      answerHere(slot, outside.resolver());
    }
  }

  /** The answer to a question is ready. */
  void resolved(int slot, byte @Nullable [] answer) {
    if (answer == null || answer.length > LONGEST_ANSWER) {
      pool.give(slot);
      return;
    }
    long p = pool.address(slot);
    pool.length[slot] = UdpReply.write(p, answer);
    Offload.clear(p);
    pool.timeNs[slot] = clock.getAsLong();
    pool.target[slot] = nodes.destination(p);
    fromPop(-1, slot);
  }

  private Fibre fibre(int from, int to) {
    return fibres.computeIfAbsent(
        (long) from << 32 | to,
        key -> stages.make(id -> new Fibre(id, pool, this, outside.delayNs(from, to))));
  }

  private void down(int index, int slot) {
    Link link = links.at(index);
    if (link == null) {
      tell(slot, Icmp.Why.HOST, outside.router(), null);
      return;
    }
    long p = pool.address(slot);
    int mtu = link.port().mtu;
    if (Offload.longest(p, pool.length[slot]) <= mtu) {
      offer(link.down(), slot);
    } else if (Fragments.mayCut(p) && !Offload.isMany(p)) {
      cuts.pieces(slot, mtu, link.down());
      stages.changed(link.down());
    } else {
      tell(slot, Icmp.Why.TOO_BIG, outside.router(), null, mtu);
    }
  }

  private void toPop(int pop, int slot) {
    Port port = popPorts[pop];
    if (port != null) {
      out(port, slot);
      return;
    }
    answerHere(slot, outside.address(pop));
  }

  /** Where no program is behind an address, it answers as a host on which nothing runs. */
  private void answerHere(int slot, Address address) {
    long p = pool.address(slot);
    int home = Nodes.index(pool.target[slot]);
    boolean isPop = Nodes.kind(pool.target[slot]) == Nodes.POP;
    Offload.complete(p, pool.length[slot]);
    if (Icmp.answer(p, pool.length[slot])) {
      pool.target[slot] = nodes.destination(p);
      fromPop(isPop ? home : -1, slot);
    } else {
      tell(slot, Icmp.Why.PORT, address, null);
    }
  }

  private void out(@Nullable Port port, int slot) {
    if (port != null) {
      error.record(clock.getAsLong() - pool.timeNs[slot]);
      port.write(pool.address(slot), pool.length[slot]);
    }
    pool.give(slot);
  }

  @Override
  public void fromTerminal(int link, int slot) {
    long p = pool.address(slot);
    int home = Math.max(0, boards.current().homePop(link));
    if (Ip.ttl(p) <= 1) {
      tell(slot, Icmp.Why.TTL, outside.address(home), null);
      return;
    }
    Ip.decrementTtl(p);
    fromPop(home, slot);
  }

  @Override
  public void toTerminal(int index, int slot) {
    Link link = links.at(index);
    out(link == null ? null : link.port(), slot);
  }

  @Override
  public void fromFibre(int slot) {
    int target = pool.target[slot];
    if (Nodes.kind(target) == Nodes.TERMINAL) {
      down(Nodes.index(target), slot);
    } else {
      toPop(Nodes.index(target), slot);
    }
  }

  @Override
  public void refused(int index, boolean up, int slot, LinkState why) {
    Link link = links.at(index);
    Icmp.Why said = why == LinkState.PROHIBITED ? Icmp.Why.PROHIBITED : Icmp.Why.HOST;
    tell(slot, said, outside.router(), up && link != null ? link.port() : null);
  }

  private void tell(int slot, Icmp.Why why, Address from, @Nullable Port port) {
    tell(slot, why, from, port, 0);
  }

  /**
   * Tells a packet's sender why it goes no further, and gives the packet back.
   *
   * @param port where the sender is told at once; null to send it on its way from where the packet
   *     is
   * @param mtu of the link for which it is too big
   */
  private void tell(int slot, Icmp.Why why, Address from, @Nullable Port port, int mtu) {
    int answer = tellings.of(slot, why, from, mtu);
    if (answer != PacketPool.NONE && port != null) {
      port.write(pool.address(answer), pool.length[answer]);
      pool.give(answer);
    } else if (answer != PacketPool.NONE) {
      pool.target[answer] = destination(pool.address(answer));
      fromPop(-1, answer);
    }
    pool.give(slot);
  }

  void clear() {
    stages.clear();
  }
}
