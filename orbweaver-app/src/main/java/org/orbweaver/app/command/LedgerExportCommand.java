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
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.ledger.store.FolderDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger export}: a verified copy. */
@Command(
    name = "export",
    description = {
      "Copy a ledger into an empty folder, verifying all of it on the way.",
      "The copy is a mirror that can be served, a backup, or, where the log's key is, the ledger"
          + " itself: 'ledger append' goes on from it. Ends with 1, without a checkpoint in the"
          + " copy, where something is wrong."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger export decisions backup --policy trust.policy",
      "  orbweaver ledger export https://ledger.example.org/2026 mirror --policy trust.policy"
    })
final class LedgerExportCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "DIR|URL", description = "The ledger.")
  String place = "";

  @Parameters(index = "1", paramLabel = "TARGET", description = "Folder for the copy.")
  Path target = Path.of("");

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Mixin OutputOptions output = new OutputOptions();

  LedgerExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(LedgerMade.SHEET);
  }

  @Override
  public Integer call() {
    TrustPolicy trust = policy.read();
    LedgerSource source = LedgerInputs.source(place);
    Audit audit = LedgerInputs.doing(place, () -> copy(source, trust));
    Audit.Fault fault = audit.fault();
    if (fault != null) {
      surroundings.err().println("not exported: " + fault.what());
      return ExitCode.NO;
    }
    String origin = audit.trusted() == null ? "" : audit.trusted().checkpoint().origin();
    new LedgerMade(target, origin, audit.entries(), "")
        .say(surroundings, output, "exported " + audit.entries() + " entries to " + target);
    return ExitCode.DONE;
  }

  private Audit copy(LedgerSource source, TrustPolicy trust) throws IOException {
    try (FolderDisk disk = FolderDisk.take(target)) {
      if (disk.read(LedgerSource.CHECKPOINT) != null || !disk.list("tile").isEmpty()) {
        throw Failure.badInput("there is a ledger in " + target, "Name another folder.");
      }
      byte[] checkpoint = source.read(LedgerSource.CHECKPOINT);
      OrderedCheck<?> rules = checkpoint == null ? OrderedCheck.ANY : GovernedLedgers.check(source);
      Audit audit =
          new Auditor(copying(source, disk, checkpoint), trust, EntryCheck.ANY, rules).audit();
      if (audit.isClean() && checkpoint != null) {
        disk.write(LedgerSource.CHECKPOINT, checkpoint);
        disk.sync(LedgerSource.CHECKPOINT);
        disk.syncFolder("");
      }
      return audit;
    }
  }

  /** An audit reads every file that belongs to the ledger; each is kept as it is read. */
  private static LedgerSource copying(
      LedgerSource source, FolderDisk disk, byte @Nullable [] checkpoint) {
    return path -> {
      if (path.equals(LedgerSource.CHECKPOINT)) {
        return checkpoint;
      }
      byte[] content = source.read(path);
      if (content != null) {
        disk.write(path, content);
        disk.sync(path);
      }
      return content;
    };
  }
}
