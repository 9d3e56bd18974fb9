package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.List;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case notice}: those whom it touches were told. */
@Command(
    name = "notice",
    description = {
      "Put down that an approved decision was announced, as an intake officer or the executor.",
      "A restriction is announced some days ahead, or has said why it is urgent."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case notice decisions C-2026-0001 --told customers --told regulator"
          + " --text announcement.txt --key intake.key --append log.key"
    })
final class CaseNoticeCommand extends CaseStepCommand {
  @Option(
      names = "--told",
      paramLabel = "GROUP",
      required = true,
      description = "Who was told; may be repeated.")
  String[] told = {};

  @Option(
      names = "--text",
      paramLabel = "FILE",
      required = true,
      description = "What they were told; its hash is put down.")
  Path text = Path.of("");

  CaseNoticeCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    return new CaseEntry.Noticed(
        header, file.id(), on, List.of(told), LedgerInputs.parsed(text, ImpactPreview::sha256));
  }
}
