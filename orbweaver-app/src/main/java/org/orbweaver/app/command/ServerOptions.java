package org.orbweaver.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.ledger.PublicServer;
import org.orbweaver.app.live.StopSignal;
import picocli.CommandLine.Option;

/** Where a server listens. */
final class ServerOptions {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "Address to listen on; 127.0.0.1 by default. Put TLS in front for the world.")
  String address = "127.0.0.1";

  /** Starts a server. */
  @FunctionalInterface
  interface Start {
    PublicServer at(InetSocketAddress address) throws IOException;
  }

  /** Serves until a signal comes. */
  int serve(Surroundings surroundings, int port, String what, Start start)
      throws InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw Failure.usage(
          "--port " + port + " is no port", "Give 1 to " + LAST_PORT + ", or 0 for any.");
    }
    CompletableFuture<String> stop = new CompletableFuture<>();
    try (StopSignal signal = new StopSignal(stop);
        PublicServer server = start.at(new InetSocketAddress(resolved(), port))) {
      surroundings
          .out()
          .println(
              what
                  + " at http://"
                  + server.address().getAddress().getHostAddress()
                  + ":"
                  + server.address().getPort()
                  + "/");
      surroundings.out().flush();
      stop.join();
      return ExitCode.DONE;
    } catch (IOException e) {
      throw Failure.environment(
          "cannot listen on " + address + ":" + port + ": " + e.getMessage(),
          "Choose another with --port.");
    }
  }

  private InetAddress resolved() {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw Failure.badInput("there is no address '" + address + "'", null);
    }
  }
}
