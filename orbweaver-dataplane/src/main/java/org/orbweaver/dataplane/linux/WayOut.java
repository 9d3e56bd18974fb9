package org.orbweaver.dataplane.linux;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A way from a network namespace to the machine's own network: {@code pasta}, which opens an
 * ordinary socket of the machine for what programs inside open, and a packet filter before it. It
 * needs no right over the machine's network, and it ends with this process, however that ends.
 * Sources: pasta(1), nft(8).
 */
public final class WayOut implements AutoCloseable {
  /** Name of its device inside the namespace. */
  public static final String DEVICE = "outside";

  private static final String PASTA = "pasta";
  private static final String NFT = "nft";

  /**
   * The end of the pipe to its standard input ends pasta, be it closed or its writer killed. What
   * the keyboard signals to all programs in the foreground is for the network alone.
   */
  private static final String KEEPER =
      """
      trap '' HUP INT QUIT TERM
      exec 3<&0
      "$@" --netns /proc/self/fd/0 <"$0" 3<&- &
      exec >&- 2>&-
      read -r end <&3
      kill -9 $!
      wait
      """;

  /** Any of the internet that nobody has: RFC 5737 and RFC 3849. Nothing is sent to them. */
  private static final InetSocketAddress SOME_V4 = new InetSocketAddress("192.0.2.1", 9);

  private static final InetSocketAddress SOME_V6 = new InetSocketAddress("2001:db8::1", 9);
  private static final String OWN_V4 = "169.254.77.1";
  private static final String NEXT_V4 = "169.254.77.2";
  private static final String NEXT_V6 = "fe80::2";
  private static final long POLL_MS = 20;
  private static final int MOST_TRIES = 750;
  private static final int LINES = 5;

  private final int namespace;
  private final Process keeper;
  private final Deque<String> said = new ArrayDeque<>();
  private volatile boolean open;

  private WayOut(int namespace, Process keeper) {
    this.namespace = namespace;
    this.keeper = keeper;
  }

  /**
   * What it needs and this machine lacks, with the Debian package that has it; null where it lacks
   * nothing.
   *
   * @param path where programs are looked for, as in {@code PATH}
   */
  public static @Nullable String missing(String path) {
    if (find(PASTA, path) == null) {
      return "pasta (package passt)";
    }
    return find(NFT, path) == null ? "nft (package nftables)" : null;
  }

  /** Also where programs for root lie, which are not in everybody's path. */
  private static @Nullable String find(String program, String path) {
    for (String folder : (path + ":/usr/sbin:/sbin").split(":")) {
      Path file = Path.of(folder, program);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return null;
  }

  /**
   * Opens one; returns once packets can pass.
   *
   * @param namespace descriptor that holds the namespace, which has routes to its own network only
   * @param v6 the address that packets inside leave with
   * @param mtu bytes
   * @param filter table of nftables that says what may leave
   * @param ended told once, where it ends before it is closed
   * @throws IOException saying why there is none; nothing is left then
   */
  public static WayOut open(
      int namespace, Inet6Address v6, int mtu, String filter, Consumer<String> ended)
      throws IOException {
    forward(namespace);
    tell(namespace, filter);
    WayOut way = new WayOut(namespace, start(namespace, v6, mtu));
    Thread listener = Thread.ofPlatform().name("way-out").daemon().start(() -> way.listen(ended));
    try {
      NetNamespace.within(namespace, () -> way.awaitRoute(listener));
      way.open = true;
      return way;
    } catch (IOException e) {
      way.close();
      throw e;
    }
  }

  private static void forward(int namespace) throws IOException {
    NetNamespace.within(
        namespace,
        () -> {
          Files.writeString(Path.of("/proc/sys/net/ipv4/ip_forward"), "1");
          Path v6 = Path.of("/proc/sys/net/ipv6/conf/all/forwarding");
          if (Files.exists(v6)) {
            Files.writeString(v6, "1");
          }
          return true;
        });
  }

  private static Process start(int namespace, Inet6Address v6, int mtu) throws IOException {
    String holder = "/proc/" + ProcessHandle.current().pid() + "/fd/" + namespace;
    List<String> command = new ArrayList<>(List.of("sh", "-c", KEEPER, holder, program(PASTA)));
    // As whoever this process is; nobody of its own choice could not enter the namespace.
    command.addAll(List.of("--runas", "0", "--foreground", "--quiet", "--config-net"));
    // Neither the machine's own loopback by another address, nor ports of it open to the inside.
    command.addAll(List.of("--no-map-gw", "--no-netns-quit"));
    command.addAll(List.of("-t", "none", "-u", "none", "-T", "none", "-U", "none"));
    command.addAll(List.of("--no-dhcp", "--no-dhcpv6", "--no-ra"));
    command.addAll(List.of("--ns-ifname", DEVICE, "--mtu", Integer.toString(mtu)));
    command.addAll(List.of("--address", OWN_V4, "--netmask", "30", "--gateway", NEXT_V4));
    command.addAll(List.of("--address", v6.getHostAddress(), "--gateway", NEXT_V6));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String program(String name) throws IOException {
    String found = find(name, String.valueOf(System.getenv("PATH")));
    if (found == null) {
      throw new IOException("there is no program " + name);
    }
    return new File(found).getAbsolutePath();
  }

  /** Its output ends when it does. */
  private void listen(Consumer<String> ended) {
    try (BufferedReader lines = keeper.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line.strip());
      }
    } catch (IOException e) {
      keep(String.valueOf(e.getMessage()));
    }
    if (open) {
      ended.accept(words());
    }
  }

  /** It complains of each line that no log of the system takes. */
  private synchronized void keep(String line) {
    if (!line.isEmpty() && !line.contains("syslog")) {
      said.add(line);
      if (said.size() > LINES) {
        said.remove();
      }
    }
  }

  private synchronized String words() {
    return said.isEmpty() ? PASTA + " has ended" : PASTA + ": " + String.join("; ", said);
  }

  private boolean awaitRoute(Thread listener) throws IOException {
    for (int tries = 0; !isRouted(); tries++) {
      boolean gone = !listener.isAlive();
      if (gone || tries > MOST_TRIES) {
        throw new IOException(gone ? words() : PASTA + " does not begin: " + words());
      }
      try {
        Thread.sleep(POLL_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    return true;
  }

  private static boolean isRouted() {
    return isRouted(StandardProtocolFamily.INET, SOME_V4)
        || isRouted(StandardProtocolFamily.INET6, SOME_V6);
  }

  private static boolean isRouted(StandardProtocolFamily family, InetSocketAddress to) {
    try (DatagramChannel probe = DatagramChannel.open(family)) {
      probe.connect(to);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Changes the filter. */
  public void tell(String commands) throws IOException {
    tell(namespace, commands);
  }

  private static void tell(int namespace, String commands) throws IOException {
    NetNamespace.within(
        namespace,
        () -> {
          Process nft =
              new ProcessBuilder(program(NFT), "-f", "-").redirectErrorStream(true).start();
          try (OutputStream in = nft.getOutputStream()) {
            in.write(commands.getBytes(StandardCharsets.UTF_8));
          }
          String answer = new String(nft.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          if (awaitEnd(nft) != 0) {
            throw new IOException(NFT + ": " + answer.strip().replace('\n', ' '));
          }
          return true;
        });
  }

  private static int awaitEnd(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      keeper.getOutputStream().close();
      awaitEnd(keeper);
    } catch (IOException e) {
      // It has ended, or does so without us; killed itself, it would leave pasta behind.
    }
  }
}
