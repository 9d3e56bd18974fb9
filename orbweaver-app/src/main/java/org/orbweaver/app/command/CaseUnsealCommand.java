package org.orbweaver.app.command;

import java.nio.file.Path;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.SealEntry;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.StrictBase64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case unseal}: it is shown to everybody. */
@Command(
    name = "unseal",
    description = {
      "Show what was sealed: content and salt go into the ledger, which checks that they are it.",
      "From its day on an intake officer does that, and before it only an overseer."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case unseal decisions \"$COMMITMENT\" --content letter.pdf"
          + " --salt-file letter.salt --key overseer.key --append log.key"
    })
final class CaseUnsealCommand extends CaseActCommand {
  @Parameters(
      index = "1",
      paramLabel = "COMMITMENT",
      description = "Of what was sealed, as 'case sealed' shows it.")
  String commitment = "";

  @Option(
      names = "--content",
      paramLabel = "FILE",
      required = true,
      description = "What was sealed.")
  Path content = Path.of("");

  @Option(
      names = "--salt-file",
      paramLabel = "FILE",
      required = true,
      description = "The salt that was kept with it.")
  Path saltFile = Path.of("");

  CaseUnsealCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting) {
    Hash of = LedgerInputs.doing("the commitment", () -> Hash.parse(commitment));
    return new SealEntry.Opened(
        acting.header(),
        of,
        StrictBase64.encode(SealedFiles.salt(saltFile)),
        StrictBase64.encode(SealedFiles.content(content)));
  }
}
