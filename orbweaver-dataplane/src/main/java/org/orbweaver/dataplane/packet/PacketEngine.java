package org.orbweaver.dataplane.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.dataplane.linux.ErrnoException;
import org.orbweaver.dataplane.linux.Tun;
import org.orbweaver.dataplane.linux.Waiter;

/**
 * Carries packets between TUN devices: one thread, which sleeps until a packet comes or is due, and
 * allocates nothing for them. Everything else asks it through its mailbox.
 *
 * <p>Times are those of the machine's monotonic clock, nanoseconds, as it is given.
 */
public final class PacketEngine implements AutoCloseable {
  /** The longest packet that stands for one, bytes. */
  private static final int SLOT_BYTES = 2_032;

  /** Packets that stand for many, held at once. */
  private static final int LARGE_PACKETS = 512;

  private static final int NODES_AT_ONCE = 64;

  private static final long LONGEST_SLEEP_NS = 1_000_000_000L;

  /** As long as it takes to read a packet: when one is due so soon, no other is read before. */
  private static final long MOMENT_NS = 6_000;

  private final EngineSettings settings;
  private final Outside outside;
  private final LongSupplier clock;
  private final Waiter waiter;
  private final PacketPool pool;
  private final Boards boards = new Boards();
  private final Stages stages = new Stages();
  private final Switch fabric;

  private final Intake intake;
  private final Load load = new Load();
  private final ConcurrentLinkedQueue<Runnable> mail = new ConcurrentLinkedQueue<>();
  private final List<@Nullable Port> ports = new ArrayList<>();
  private final Consumer<String> notices;
  private final Thread thread;
  private volatile boolean closing;

  /** The packet thread's; null until somebody records. */
  private Tap.@Nullable Times times;

  private PacketEngine(
      EngineSettings settings,
      Outside outside,
      LongSupplier clock,
      Waiter waiter,
      Consumer<String> notices) {
    this.clock = clock;
    this.settings = settings;
    this.waiter = waiter;
    this.notices = notices;
    this.outside = outside;
    pool = new PacketPool(settings.packets(), SLOT_BYTES, settings.offloads() ? LARGE_PACKETS : 0);
    fabric = new Switch(pool, boards, stages, outside, settings.seed(), clock, this::ask);
    intake = new Intake(pool, load, clock, fabric);
    thread = Thread.ofPlatform().name("packets").daemon().unstarted(this::carry);
  }

  /**
   * Starts one.
   *
   * @param clock the machine's monotonic one, nanoseconds
   * @param notices one line for the operator
   * @throws ErrnoException where the system lacks what it needs
   */
  public static PacketEngine start(
      EngineSettings settings, Outside outside, LongSupplier clock, Consumer<String> notices)
      throws ErrnoException {
    PacketEngine engine = new PacketEngine(settings, outside, clock, Waiter.open(), notices);
    engine.thread.start();
    return engine;
  }

  /** Says what paths are from a board's beginning on, whatever was said before of that time. */
  public void publish(PathBoard board) {
    boards.publish(board);
    waiter.wake();
  }

  /** The same of ways that do not lead over a terminal's home PoP. */
  public void publish(WayBoard board) {
    mail.add(() -> fabric.publish(board));
    waiter.wake();
  }

  /**
   * Begins a terminal's link.
   *
   * @param link its number in boards
   * @param tun descriptor of its device, which the engine closes
   * @param how it treats packets
   */
  public void attachTerminal(int link, int tun, Address address, LinkSettings how) {
    int node = Nodes.node(Nodes.TERMINAL, link);
    attach(port(tun, node, address, how.mtu()), p -> fabric.attach(link, p, how));
  }

  /** The same as links of which nothing else is said. */
  public void attachTerminal(int link, int tun, Address address) {
    attachTerminal(link, tun, address, settings.link());
  }

  private Port port(int tun, int node, Address address, int mtu) {
    return new Port(tun, node, address, mtu, settings.offloads());
  }

  /** Puts programs behind a PoP's address. */
  public void attachPop(int pop, int tun, Address address) {
    int node = Nodes.node(Nodes.POP, pop);
    attach(port(tun, node, address, settings.mtu()), p -> fabric.attachPop(pop, p));
  }

  /** Puts programs on the internet, as near to every PoP. */
  public void attachInternet(int tun, Address address) {
    int node = Nodes.node(Nodes.INTERNET, 0);
    attach(port(tun, node, address, settings.mtu()), fabric::attachInternet);
  }

  /** Puts programs on a gateway. */
  public void attachGateway(int gateway, int tun, Address address) {
    int node = Nodes.node(Nodes.GATEWAY, gateway);
    attach(port(tun, node, address, settings.mtu()), fabric::attachPlace);
  }

  /** Puts programs on a satellite. */
  public void attachSatellite(int satellite, int tun, Address address) {
    int node = Nodes.node(Nodes.SATELLITE, satellite);
    attach(port(tun, node, address, settings.mtu()), fabric::attachPlace);
  }

  private void attach(Port port, Consumer<Port> join) {
    ask(() -> {
      ports.add(port);
      join.accept(port);
      try {
        waiter.add(port.fd, ports.size() - 1);
      } catch (ErrnoException e) {
        notices.accept("a terminal stays without packets: " + e.getMessage());
      }
      return port;
    });
  }

  /**
   * Notes from now on what a link carries, or no longer; afterwards nothing is noted into a tap
   * that was there before.
   *
   * @return whether there is such a link
   */
  public boolean record(int link, @Nullable Tap tap) {
    return ask(() -> {
      Link found = fabric.link(link);
      if (found == null) {
        return false;
      }
      if (tap != null && times == null) {
        times = new Tap.Times(pool.length.length);
      }
      found.up().tap(lineTap(tap, true));
      found.down().tap(lineTap(tap, false));
      return true;
    });
  }

  private @Nullable LineTap lineTap(@Nullable Tap tap, boolean up) {
    Tap.Times kept = times;
    return tap == null || kept == null ? null : new LineTap(tap, kept, pool, up, clock.getAsLong());
  }

  /** Ends a terminal's link; what it held is lost and its device is gone. */
  public void detachTerminal(int link) {
    ask(() -> {
      Link ended = fabric.link(link);
      fabric.detach(link);
      if (ended != null) {
        ports.set(ports.indexOf(ended.port()), null);
        Tun.close(ended.port().fd);
      }
      return link;
    });
  }

  /** Says how links share what was planned for all of them, from now on. */
  public void publish(Shares shares) {
    boards.publish(shares);
  }

  /** How much a link is asked to carry, to be read at any time; null where there is none. */
  public @Nullable LinkGauges gauges(int link) {
    return ask(() -> {
      Link l = fabric.link(link);
      return l == null ? null : new LinkGauges(l.upCounters().gauge, l.downCounters().gauge);
    });
  }

  /** What a link has carried; null where there is none. */
  public @Nullable LinkCounts counts(int link) {
    return ask(() -> {
      Link l = fabric.link(link);
      return l == null ? null : LinkCounts.of(l);
    });
  }

  /** What all nodes have done, in the order in which they were attached. */
  public List<NodeCounts> nodes() {
    List<NodeCounts> nodes = new ArrayList<>();
    // A few at a time, so that packets do not wait for it.
    int first = 0;
    while (addSome(nodes, first)) {
      first += NODES_AT_ONCE;
    }
    return nodes;
  }

  /** Adds what ports have done from the first on; whether there are more. */
  private boolean addSome(List<NodeCounts> nodes, int first) {
    return ask(() -> {
      long nowNs = clock.getAsLong();
      int end = Math.min(first + NODES_AT_ONCE, ports.size());
      for (int i = first; i < end; i++) {
        Port port = ports.get(i);
        if (port != null) {
          nodes.add(fabric.counts(port, nowNs));
        }
      }
      return end < ports.size();
    });
  }

  /** How punctually packets have been handed over since the start or the last reset. */
  public Punctuality punctuality(boolean reset) {
    return ask(() -> {
      TimingError e = fabric.error;
      Punctuality p =
          new Punctuality(e.total(), e.quantileNs(0.5), e.quantileNs(0.99), e.quantileNs(0.999));
      if (reset) {
        e.clear();
      }
      return p;
    });
  }

  /** A question's packet stays with the packet thread; only its bytes go elsewhere. */
  private void ask(int slot, byte[] query) {
    Thread.ofVirtual()
        .name("resolver")
        .start(() -> {
          byte[] answer = DnsMessage.answer(query, outside::find);
          mail.add(() -> fabric.resolved(slot, answer));
          waiter.wake();
        });
  }

  /** Has something done by the packet thread, between packets. */
  private <T extends @Nullable Object> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    mail.add(() -> {
      try {
        answer.complete(question.get());
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    });
    waiter.wake();
    if (closing) {
      awaitEnd();
      answerMail();
    }
    return answer.join();
  }

  private void answerMail() {
    for (Runnable letter = mail.poll(); letter != null; letter = mail.poll()) {
      letter.run();
    }
  }

  private void carry() {
    try {
      Waiter.wakePunctually();
      if (settings.goesFirst()) {
        Waiter.goFirst();
      }
    } catch (ErrnoException e) {
      notices.accept("packets will be less punctual: " + e.getMessage());
    }
    while (!closing) {
      int ready = rest(runDue(clock.getAsLong()));
      if (ready > 0) {
        long nowNs = clock.getAsLong();
        // First what is late already, and paths that have changed meanwhile.
        runDue(nowNs);
        receive(ready, nowNs);
      }
    }
    end();
  }

  /** Until something is due or packets have come; how many ports have some. */
  private int rest(long dueNs) {
    if (intake.isMore()) {
      return waiter.await(0);
    }
    long nowNs = clock.getAsLong();
    long pauseNs = load.pauseNs(nowNs);
    if (pauseNs > 0) {
      return waiter.rest(pauseNs);
    }
    long sleepNs = Math.min(LONGEST_SLEEP_NS, load.sleepNs(dueNs - nowNs));
    if (sleepNs == 0 && dueNs - nowNs < MOMENT_NS) {
      awaitMoment(dueNs);
      return 0;
    }
    int ready = waiter.await(sleepNs);
    if (sleepNs > 0 && sleepNs < LONGEST_SLEEP_NS) {
      load.woke(clock.getAsLong() - nowNs - sleepNs);
    }
    return ready;
  }

  private void awaitMoment(long dueNs) {
    while (clock.getAsLong() < dueNs) {
      Thread.onSpinWait();
    }
  }

  /** Does all that is due, in the order of its time; returns when something is due next. */
  private long runDue(long beganNs) {
    long nowNs = beganNs;
    while (true) {
      long changeNs = boards.changeNs();
      long eventNs = stages.nextNs();
      long dueNs = Math.min(changeNs, eventNs);
      if (dueNs > nowNs) {
        nowNs = clock.getAsLong();
        if (dueNs > nowNs) {
          return dueNs;
        }
      }
      if (changeNs <= eventNs) {
        boards.change();
      } else {
        stages.runFirst(nowNs);
      }
    }
  }

  private void receive(int ready, long cameNs) {
    intake.begin();
    for (int i = 0; i < ready; i++) {
      int token = waiter.token(i);
      if (token == Waiter.WOKEN) {
        waiter.calm();
        answerMail();
      } else {
        Port port = ports.get(token);
        if (port != null) {
          intake.take(port, cameNs);
        }
      }
    }
  }

  private void end() {
    for (Port port : ports) {
      if (port != null) {
        Tun.leave(port.fd);
      }
    }
    answerMail();
    waiter.close();
    intake.close();
    pool.close();
  }

  /** Ends all links at once. */
  @Override
  public void close() {
    if (!closing) {
      closing = true;
      waiter.wake();
    }
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
