package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Changes;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver key hand-over}: another key for the log itself. */
@Command(
    name = "hand-over",
    description = {
      "Print the change by which a governed ledger gets another key of its own, for 'case propose':"
          + " the new key, the proof that one holds it, and the old key's word for it.",
      "With the old key's word whoever believes the old key can believe the new one by the entries"
          + " alone. Without it, where the old key was lost or stolen, they must have verified the"
          + " ledger before, or be told the new key."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key new ledger.example.org/2026 --out new-log.key",
      "  orbweaver key hand-over --key new-log.key --old log.key > changes.json"
    })
final class KeyHandOverCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "The new key.")
  Path key = Path.of("");

  @Option(names = "--old", paramLabel = "FILE", description = "The log's key as it is.")
  @Nullable Path old;

  KeyHandOverCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    SignerKey next = LedgerInputs.key(key);
    SignerKey before = old == null ? null : LedgerInputs.key(old);
    if (next.verifier().type() != KeyType.ED25519) {
      throw Failure.badInput("the key " + key + " is a witness's", "A log has a key of its own.");
    }
    if (before != null && !before.name().equals(next.name())) {
      throw Failure.badInput(
          "the keys are of two logs: " + before.name() + " and " + next.name(),
          "A log's key has the ledger's origin as its name.");
    }
    Change.LogKey change =
        new Change.LogKey(
            next.verifier(),
            KeyProof.make(next.name(), KeyProof.LOG, next),
            before == null ? null : KeyProof.handOver(before, next.verifier()));
    byte[] json = EntryCodec.part(new Changes(List.of(change)));
    surroundings.out().println(new String(json, StandardCharsets.UTF_8));
    surroundings.out().flush();
    return ExitCode.DONE;
  }
}
