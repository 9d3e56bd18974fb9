package org.orbweaver.app;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the launcher runs once after a build, so that Java can keep the classes that are loaded and
 * linked meanwhile and later starts are quick (JEP 514). Does what users do first: asks for help,
 * plans, and lets a live network carry a request.
 */
final class Training {
  private static final String LIVE_FOR = "3s";

  private Training() {}

  /** Ends with exit code 1 where anything fails, so that a broken build does not pass unnoticed. */
  public static void main(String[] args) throws Exception {
    Path state = Files.createTempDirectory("orbweaver-training");
    try {
      run(Surroundings.ofProcess(), state);
    } finally {
      delete(state);
    }
    // As every command ends; that loads classes too.
    System.exit(ExitCode.DONE);
  }

  /** Runs everything, with the given folder for the state of the live network. */
  static void run(Surroundings process, Path state) throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(process.environment());
    environment.keySet().removeIf(key -> key.startsWith("ORBWEAVER_") && !key.endsWith("_HOME"));
    environment.put("XDG_STATE_HOME", state.toString());
    environment.put("XDG_RUNTIME_DIR", state.toString());
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Surroundings quiet =
        new Surroundings(nowhere, process.err(), false, false, environment, process.clock());
    done(quiet, "--version");
    done(quiet, "check", "hello");
    done(quiet, "plan", "hello", "--slots", "2");
    done(quiet, "path", "hello", "--from", "berlin", "--to", "frankfurt");
    done(quiet, "account", "list");

    int port = freePort();
    Thread client = Thread.ofVirtual().start(() -> request(port));
    done(quiet, "up", "hello", "--for", LIVE_FOR, "--socks-port", String.valueOf(port));
    client.join();
  }

  private static void done(Surroundings surroundings, String... command) {
    int exitCode = Main.run(surroundings, command);
    if (exitCode != ExitCode.DONE) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exitCode);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** One request through a terminal, tried again until the network is there. */
  private static void request(int port) {
    for (int attempt = 0; attempt < 100; attempt++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        OutputStream out = socket.getOutputStream();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        // SOCKS5 (RFC 1928), user name and empty password (RFC 1929), CONNECT by name.
        out.write(new byte[] {5, 1, 2});
        in.skipNBytes(2);
        out.write(ascii("\1\6berlin\0"));
        in.skipNBytes(2);
        out.write(ascii("\5\1\0\3\27frankfurt.pop.orbweaver\0\120"));
        in.skipNBytes(10);
        out.write(
            ascii(
                "GET /whoami HTTP/1.1\r\n"
                    + "Host: frankfurt.pop.orbweaver\r\n"
                    + "Connection: close\r\n\r\n"));
        in.readAllBytes();
        return;
      } catch (IOException e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
