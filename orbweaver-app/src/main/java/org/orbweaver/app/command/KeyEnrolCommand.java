package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.Identifiers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver key enrol}: a key and the proof that one holds it. */
@Command(
    name = "enrol",
    description = {
      "Print one's verifier key and the proof that one holds the private key, which whoever"
          + " proposes one as a member of a governed ledger, or proposes a new key, needs.",
      "The proof is good for this ledger and this id only."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key enrol approver-7 --origin ledger.example.org/2026 --key mine.key"
    })
final class KeyEnrolCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.key.enrol/1",
          Column.text("id", "of the person in the ledger"),
          Column.text("key", "verifier key"),
          Column.text("proof", "signature over origin, id and key, base64"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "ID", description = "One's id in the ledger.")
  String id = "";

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      required = true,
      description = "The ledger's origin.")
  String origin = "";

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "Private key.")
  Path key = Path.of("");

  @Mixin OutputOptions output = new OutputOptions();

  KeyEnrolCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    SignerKey signer = LedgerInputs.key(key);
    if (signer.verifier().type() != KeyType.ED25519) {
      throw Failure.badInput(
          "the key " + key + " is a witness's", "People have keys of their own.");
    }
    if (!Identifiers.isPerson(id)) {
      throw Failure.badInput(
          "'" + id + "' is no id", "Lower-case letters, digits, dots and hyphens.");
    }
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      rows.text(id)
          .text(signer.verifier().toString())
          .text(KeyProof.make(origin, id, signer))
          .endRow();
    }
    return ExitCode.DONE;
  }
}
