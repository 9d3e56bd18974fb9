package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orbweaver.dataplane.linux.WayOut;

/** A server on this machine's own network, and the programs that lead to it. */
final class OutsideServer {
  private static final int CARRIER_GRADE_NAT = 100;
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

  private OutsideServer() {}

  /** The address of this machine at which one may be; tests of it are skipped where none may. */
  static InetAddress mayBeReached() throws Exception {
    assumeThat(Path.of("/dev/net/tun")).as("the device of which TUN devices are made").exists();
    assumeThat(WayOut.missing(System.getenv("PATH"))).as("what this machine lacks").isNull();
    Process nft = new ProcessBuilder("nft", "list", "tables").redirectErrorStream(true).start();
    nft.getInputStream().readAllBytes();
    assumeThat(nft.waitFor()).as("this kernel has nftables").isZero();
    boolean leads =
        Files.readAllLines(Path.of("/proc/net/route")).stream()
            .anyMatch(line -> line.split("\t")[1].equals("00000000"));
    assumeThat(leads).as("this machine has a default route").isTrue();
    InetAddress own = own();
    assumeThat(own).as("an address of this machine beside loopback").isNotNull();
    return Objects.requireNonNull(own);
  }

  /** One that no network of ours has. */
  private static @Nullable InetAddress own() throws IOException {
    for (NetworkInterface device : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      if (device.isUp() && !device.isLoopback() && !device.isPointToPoint()) {
        for (InetAddress address : Collections.list(device.getInetAddresses())) {
          if (address instanceof Inet4Address
              && !address.isLinkLocalAddress()
              && address.getAddress()[0] != CARRIER_GRADE_NAT) {
            return address;
          }
        }
      }
    }
    return null;
  }

  /** Writes a word to all who connect. */
  static ServerSocket open(InetAddress address) throws IOException {
    ServerSocket server = new ServerSocket(0, 10, address);
    Thread.ofVirtual()
        .start(() -> {
          while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
              caller.getOutputStream().write("welcome".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
              // A caller has gone, or the test ends.
            }
          }
        });
    return server;
  }

  /** What a network has started: pasta, and who ends it. */
  static List<ProcessHandle> programs(Child up) {
    List<ProcessHandle> programs =
        ProcessHandle.of(up.pid()).stream().flatMap(ProcessHandle::descendants).toList();
    assertThat(programs).isNotEmpty();
    return programs;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** One that has ended has no command line any more, also where nobody asks for its exit code. */
  static void awaitEnd(List<ProcessHandle> programs) throws Exception {
    long beganNs = System.nanoTime();
    for (ProcessHandle program : programs) {
      Path commandLine = Path.of("/proc/" + program.pid() + "/cmdline");
      while (!read(commandLine).isEmpty()) {
        assertThat(System.nanoTime() - beganNs).as("it does not end").isLessThan(PATIENCE_NS);
        Thread.sleep(20);
      }
    }
  }
}
