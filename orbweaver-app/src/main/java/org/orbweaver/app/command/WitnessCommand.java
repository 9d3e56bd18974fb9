package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.ledger.PublicServer;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.witness.Witness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver witness}: cosigns what only grows. */
@Command(
    name = "witness",
    description = {
      "Cosign the checkpoints of logs, each only if it contains the one before.",
      "Answers POST /add-checkpoint (c2sp.org/tlog-witness) until a signal comes. What it has"
          + " cosigned is kept in --state; a witness that loses it must not go on under its name."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key new witness.example.net/w1 --witness --out witness.key",
      "  orbweaver witness --key witness.key --state witnessed --log"
          + " ledger.example.org/2026+1f0e2d3c+AQ..."
    })
final class WitnessCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "Its own key.")
  Path key = Path.of("");

  @Option(
      names = "--state",
      paramLabel = "DIR",
      required = true,
      description = "Folder for what it has cosigned.")
  Path state = Path.of("");

  @Option(
      names = "--log",
      paramLabel = "KEY",
      required = true,
      description =
          "Verifier key of a log; may be given several times. A log whose key was replaced stands"
              + " here once for each key, the latest last.")
  String[] logs = {};

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 8478 by default, 0 for any that is free.")
  int port = 8478;

  @Mixin ServerOptions server = new ServerOptions();

  WitnessCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    SignerKey signer = LedgerInputs.key(key);
    if (signer.verifier().type() != KeyType.COSIGNATURE) {
      throw Failure.badInput(
          "the key " + key + " is not a witness's", "Make one with: orbweaver key new --witness");
    }
    List<VerifierKey> keys = new ArrayList<>();
    for (String log : logs) {
      try {
        keys.add(VerifierKey.parse(log));
      } catch (MalformedException e) {
        throw Failure.badInput("--log: " + e.message(), null);
      }
    }
    try (FolderDisk disk = LedgerInputs.doing(state.toString(), () -> FolderDisk.take(state))) {
      Witness witness = LedgerInputs.doing(state.toString(), () -> new Witness(disk, signer, keys));
      return server.serve(
          surroundings,
          port,
          "witness " + signer.name(),
          address -> PublicServer.ofWitness(address, witness, surroundings.clock()));
    } catch (IOException e) {
      throw Failure.environment(state + ": " + e.getMessage(), null);
    }
  }
}
