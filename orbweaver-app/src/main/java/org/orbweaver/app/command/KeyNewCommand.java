package org.orbweaver.app.command;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.signing.KeyFile;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver key new}: a new private key in a file of its own. */
@Command(
    name = "new",
    description = {
      "Make a new Ed25519 key.",
      "The private key goes to a new file with mode 0600; the verifier key, which is public, is"
          + " printed. A log's name is its origin: where it is served, without https://."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key new approver-1 --out approver-1.key",
      "  orbweaver key new ledger.example.org/2026 --out log.key",
      "  orbweaver key new witness.example.net/w1 --witness --out witness.key"
    })
final class KeyNewCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "NAME", description = "Whose key it is; no spaces, no plus.")
  String name = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "File for the private key; it must not exist.")
  Path out = Path.of("");

  @Option(names = "--witness", description = "A key that cosigns checkpoints, for a witness.")
  boolean witness;

  @Mixin OutputOptions output = new OutputOptions();

  KeyNewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(KeyCommand.SHEET);
  }

  @Override
  public Integer call() {
    SignerKey key;
    try {
      KeyType type = witness ? KeyType.COSIGNATURE : KeyType.ED25519;
      key = SignerKey.generate(name, type, new SecureRandom());
    } catch (MalformedException e) {
      throw Failure.badInput(e.message(), null);
    }
    LedgerInputs.doing(
        "the key " + out,
        () -> {
          try {
            KeyFile.write(out, key);
          } catch (FileAlreadyExistsException e) {
            throw Failure.badInput("there is a file " + out + " already", "Choose another name.");
          }
          return key;
        });
    try (RowWriter rows = output.open(surroundings, KeyCommand.SHEET)) {
      KeyCommand.write(rows, key.verifier());
    }
    return ExitCode.DONE;
  }
}
