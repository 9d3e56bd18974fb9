package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.StateCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger rekey}: the log goes on with the key that was decided. */
@Command(
    name = "rekey",
    description = {
      "Go on with the key that the ledger's entries have put in the place of the log's: it signs"
          + " the checkpoint that the old key signed last, beside it, and all that follow.",
      "Which key that is was decided by people, see 'orbweaver key hand-over'; any other is"
          + " refused."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger rekey decisions --key new-log.key --log-key \"$OLD_LOG_KEY\""
    })
final class LedgerRekeyCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR", description = "Folder of the ledger.")
  Path folder = Path.of("");

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "The new key.")
  Path key = Path.of("");

  @Option(
      names = "--log-key",
      paramLabel = "KEY",
      required = true,
      description = "Verifier key of the log as it was.")
  String before = "";

  @Mixin OutputOptions output = new OutputOptions();

  LedgerRekeyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(LedgerMade.SHEET);
  }

  @Override
  public Integer call() {
    SignerKey signer = LedgerInputs.key(key);
    VerifierKey old;
    try {
      old = VerifierKey.parse(before);
    } catch (MalformedException e) {
      throw Failure.badInput("--log-key: " + e.message(), null);
    }
    return LedgerInputs.doing(folder.toString(), () -> rekey(signer, old));
  }

  private int rekey(SignerKey signer, VerifierKey old) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder);
        DurableLog log = DurableLog.open(disk, signer, old)) {
      StateCheck check = new StateCheck(log.checkpoint().origin());
      TrustPolicy trust = TrustPolicy.unwitnessed(old);
      Audit.Fault fault = new Auditor(disk, trust, EntryCheck.ANY, check).audit().fault();
      if (fault != null) {
        throw Failure.badInput(folder + " is wrong: " + fault.what(), null);
      }
      Board board = check.state().board();
      if (board == null || !board.log().equals(signer.verifier())) {
        throw Failure.refused(
            "the ledger's entries do not name the key " + signer.verifier() + " as the log's",
            "'orbweaver key hand-over' makes the change that people decide about.");
      }
      String text = log.note().text();
      log.addCosignatures(log.note(), List.of(NoteSignature.sign(signer, text)));
      long size = log.checkpoint().size();
      new LedgerMade(folder, log.checkpoint().origin(), size, board.log().toString())
          .say(surroundings, output, "from entry " + size + " on: " + board.log());
      return ExitCode.DONE;
    }
  }
}
