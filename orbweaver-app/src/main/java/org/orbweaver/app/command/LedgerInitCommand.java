package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger init}: a ledger without entries. */
@Command(
    name = "init",
    description = {
      "Begin a ledger: a folder with a signed checkpoint of size 0.",
      "With --genesis it is governed: every entry must then be one that its rules allow."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key new ledger.example.org/2026 --out log.key",
      "  orbweaver ledger init decisions --key log.key",
      "  orbweaver ledger init decisions --key log.key --genesis genesis.dsse"
    })
final class LedgerInitCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR", description = "Folder of the ledger; made where it is missing.")
  Path folder = Path.of("");

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "The log's key.")
  Path key = Path.of("");

  @Option(
      names = "--genesis",
      paramLabel = "FILE",
      description = "First entry: who acts and by which rules, signed by all of them.")
  @Nullable Path genesis;

  @Mixin OutputOptions output = new OutputOptions();

  LedgerInitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(LedgerMade.SHEET);
  }

  @Override
  public Integer call() {
    SignerKey signer = LedgerInputs.key(key);
    if (signer.verifier().type() != KeyType.ED25519) {
      throw Failure.badInput(
          "the key " + key + " is a witness's", "Make the log's with: orbweaver key new");
    }
    Envelope first = genesis == null ? null : LedgerInputs.parsed(genesis, Envelopes::parse);
    if (first != null) {
      // Before anything is written: a ledger without its genesis would be in nobody's way, and
      // yet there.
      GovernanceState state = new GovernanceState(signer.name());
      Outcome outcome = state.apply(0, first);
      if (state.board() != null && !state.board().log().equals(signer.verifier())) {
        throw Failure.badInput(genesis + " names another key as the log's", null);
      }
      if (outcome instanceof Outcome.Refused refused) {
        surroundings.err().println(genesis + " is refused: " + refused);
        surroundings.err().flush();
        return ExitCode.NO;
      }
    }
    LedgerInputs.doing(folder.toString(), () -> create(signer, first));
    String key = signer.verifier().toString();
    new LedgerMade(folder, signer.name(), first == null ? 0 : 1, key)
        .say(surroundings, output, key);
    return ExitCode.DONE;
  }

  private Path create(SignerKey signer, @Nullable Envelope first) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, signer);
      if (first != null) {
        DurableLog log = DurableLog.open(disk, signer);
        if (Office.found(log, List.of(first.bytes()), surroundings.clock().instant())
            instanceof Office.Answer.Refused refused) {
          throw Failure.badInput(genesis + " is refused: " + refused.sentence(), null);
        }
      }
    }
    return folder;
  }
}
