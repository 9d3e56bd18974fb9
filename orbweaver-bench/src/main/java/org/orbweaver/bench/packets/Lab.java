package org.orbweaver.bench.packets;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.dataplane.linux.NetNamespace;
import org.orbweaver.dataplane.linux.NodeNetwork;
import org.orbweaver.dataplane.packet.Address;
import org.orbweaver.dataplane.packet.EngineSettings;
import org.orbweaver.dataplane.packet.LinkState;
import org.orbweaver.dataplane.packet.NameAnswer;
import org.orbweaver.dataplane.packet.Outside;
import org.orbweaver.dataplane.packet.PacketEngine;
import org.orbweaver.dataplane.packet.PathBoard;

/** An engine with terminals in networks of their own, and the internet. */
final class Lab implements AutoCloseable {
  private static final int INTERNET = 0x647f0001;
  private static final int FIRST_TERMINAL = 0x64400001;
  private static final long FOR_EVER_NS = 3_600_000_000_000L;

  private final List<NodeNetwork> networks = new ArrayList<>();
  private final int terminals;
  private final PacketEngine engine;
  private final Path file = Files.createTempFile("orbweaver-packets", ".bin");

  Lab(int terminals, EngineSettings settings) throws IOException {
    this.terminals = terminals;
    engine = PacketEngine.start(settings, new OnePop(), System::nanoTime, System.err::println);
    for (int i = 0; i < terminals; i++) {
      Address address = address(FIRST_TERMINAL + i);
      engine.attachTerminal(i, make(address, settings), address);
    }
    engine.attachInternet(make(address(INTERNET), settings), address(INTERNET));
  }

  private int make(Address address, EngineSettings settings) throws IOException {
    NodeNetwork made =
        NodeNetwork.make(
            "orbweaver",
            address.inet4(),
            address.inet6(),
            settings.mtu(),
            address.v4() == INTERNET ? NodeNetwork.MANY_PACKETS : NodeNetwork.FEW_PACKETS,
            settings.offloads());
    networks.add(made);
    return made.tun();
  }

  private static Address address(int v4) {
    return new Address(v4, 0xfd00_0000_0000_0000L | v4, 1);
  }

  PacketEngine engine() {
    return engine;
  }

  /** All terminals' path from now on. */
  void path(long delayNs, double upBps, double downBps) {
    long nowNs = System.nanoTime();
    engine.publish(board(nowNs, nowNs + FOR_EVER_NS, LinkState.OPEN, delayNs, upBps, downBps));
  }

  PathBoard board(
      long fromNs, long untilNs, LinkState state, long delayNs, double upBps, double downBps) {
    PathBoard board = new PathBoard(terminals, fromNs, untilNs);
    for (int i = 0; i < terminals; i++) {
      board.set(i, state, delayNs, delayNs, upBps, downBps, 0);
    }
    return board;
  }

  private String node(int v4, int index) {
    return v4
        + "@/proc/"
        + ProcessHandle.current().pid()
        + "/fd/"
        + networks.get(index).namespace();
  }

  String terminal(int i) {
    return node(FIRST_TERMINAL + i, i);
  }

  String allTerminals() {
    return IntStream.range(0, terminals).mapToObj(this::terminal).collect(Collectors.joining(","));
  }

  String internet() {
    return node(INTERNET, terminals);
  }

  /** A program, begun. */
  Program begin(String kind, String... with) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path")));
    words.add(Traffic.class.getName());
    words.add(kind);
    words.addAll(List.of(with));
    words.add("file=" + file);
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Program(process, file);
  }

  /** A program in traffic. */
  record Program(Process process, Path file) {
    /** Waits for its end; a figure that it printed. */
    long figure(String name) throws IOException, InterruptedException {
      String printed = new String(process.getInputStream().readAllBytes());
      process.waitFor();
      return printed
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the program failed: " + printed));
    }

    Came came(int skip) throws IOException, InterruptedException {
      long refused = figure("refused");
      if (refused > 0) {
        System.err.println(refused + " packets were not taken by the sender's own kernel");
      }
      return Came.read(file, skip);
    }
  }

  /** Datagrams from nodes to nodes. */
  Program udp(String from, String to, int payload, int burst, long everyNs, long bursts)
      throws IOException {
    return begin(
        "udp",
        "from=" + from,
        "to=" + to,
        "bytes=" + payload,
        "burst=" + burst,
        "everyNs=" + everyNs,
        "bursts=" + bursts);
  }

  /** How this machine's programs avoid congestion. */
  static String control() throws IOException {
    return Files.readString(TcpTraffic.CONTROL).strip();
  }

  /**
   * One flow of TCP; bit/s of payload.
   *
   * @param control how it avoids congestion, as the kernel calls it
   */
  double tcp(String control, String from, String to, double skipS, double forS)
      throws IOException, InterruptedException {
    return begin(
            "tcp",
            "control=" + control,
            "from=" + from,
            "to=" + to,
            "skipNs=" + (long) (skipS * 1e9),
            "forNs=" + (long) (forS * 1e9))
        .figure("bps");
  }

  private static long packetThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("packets"))
        .findFirst()
        .orElseThrow()
        .threadId();
  }

  /** Processor time of the packet thread, nanoseconds. */
  static long engineCpuNs() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(packetThread());
  }

  /** Bytes that the packet thread has allocated. */
  static long engineAllocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getThreadAllocatedBytes(packetThread());
  }

  @Override
  public void close() throws IOException {
    engine.close();
    networks.forEach(network -> NetNamespace.release(network.namespace()));
    Files.deleteIfExists(file);
  }

  /** One PoP, and no names. */
  private static final class OnePop implements Outside {
    @Override
    public int pops() {
      return 1;
    }

    @Override
    public Address address(int pop) {
      return Lab.address(INTERNET + 1);
    }

    @Override
    public long delayNs(int fromPop, int toPop) {
      return 0;
    }

    @Override
    public Address router() {
      return Lab.address(INTERNET + 2);
    }

    @Override
    public Address resolver() {
      return Lab.address(INTERNET + 3);
    }

    @Override
    public void wanted(int way, @Nullable Node from, @Nullable Node to) {
      throw new IllegalStateException("all goes over the PoP");
    }

    @Override
    public NameAnswer find(String name) {
      return NameAnswer.Unknown.NOT_OURS;
    }
  }
}
