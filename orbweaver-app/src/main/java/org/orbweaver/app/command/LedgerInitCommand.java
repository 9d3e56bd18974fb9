package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger init}: a ledger without entries. */
@Command(
    name = "init",
    description = "Begin a ledger: a folder with a signed checkpoint of size 0.",
    footer = {
      "",
      "Examples:",
      "  orbweaver key new ledger.example.org/2026 --out log.key",
      "  orbweaver ledger init decisions --key log.key"
    })
final class LedgerInitCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR", description = "Folder of the ledger; made where it is missing.")
  Path folder = Path.of("");

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "The log's key.")
  Path key = Path.of("");

  LedgerInitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    SignerKey signer = LedgerInputs.key(key);
    if (signer.verifier().type() != KeyType.ED25519) {
      throw Failure.badInput(
          "the key " + key + " is a witness's", "Make the log's with: orbweaver key new");
    }
    LedgerInputs.doing(
        folder.toString(),
        () -> {
          try (FolderDisk disk = FolderDisk.take(folder)) {
            DurableLog.create(disk, signer);
          }
          return folder;
        });
    surroundings.out().println(signer.verifier());
    surroundings.out().flush();
    return ExitCode.DONE;
  }
}
