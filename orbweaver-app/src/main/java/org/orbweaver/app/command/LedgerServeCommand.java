package org.orbweaver.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.ledger.PublicServer;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.LedgerSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger serve}: a ledger's files over HTTP. */
@Command(
    name = "serve",
    description = {
      "Serve a ledger over HTTP until a signal comes.",
      "Only its checkpoint and tiles, as c2sp.org/tlog-tiles has them. Any other server of files"
          + " does as well."
    },
    footer = {"", "Examples:", "  orbweaver ledger serve decisions --port 8477"})
final class LedgerServeCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR", description = "Folder of the ledger.")
  Path folder = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 8477 by default, 0 for any that is free.")
  int port = 8477;

  @Mixin ServerOptions server = new ServerOptions();

  LedgerServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isRegularFile(folder.resolve(LedgerSource.CHECKPOINT))) {
      throw Failure.badInput(folder + " is no ledger", "Begin one with: orbweaver ledger init");
    }
    return server.serve(
        surroundings,
        port,
        "ledger " + folder,
        address -> PublicServer.ofLedger(address, new LedgerFolder(folder)));
  }
}
