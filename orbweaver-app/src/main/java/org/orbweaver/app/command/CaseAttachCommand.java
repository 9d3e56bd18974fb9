package org.orbweaver.app.command;

import java.nio.file.Path;
import java.time.Instant;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.OpenedPreview;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case attach}: what a decision would do. */
@Command(
    name = "attach",
    description = {
      "Attach a preview of what the decision would do, by its hash, as an impact analyst.",
      "Approvers sign that hash. Whoever attaches the preview does not vote on the case."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case attach decisions C-2026-0001 --preview preview.json --key analyst.key"
          + " --append log.key"
    })
final class CaseAttachCommand extends CaseStepCommand {
  @Option(
      names = "--preview",
      paramLabel = "FILE",
      required = true,
      description = "The public preview.")
  Path preview = Path.of("");

  CaseAttachCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    ImpactPreview told = LedgerInputs.parsed(preview, ImpactPreview::parse);
    Measure measure = file.measure();
    if (measure != null) {
      LedgerInputs.doing(
          preview.toString(),
          () -> {
            OpenedPreview.requireAbout(told, file.id(), measure);
            return told;
          });
    }
    return new CaseEntry.Previewed(header, file.id(), on, impact(told));
  }

  /** A preview as an entry names it. */
  static Impact impact(Path file) {
    return impact(LedgerInputs.parsed(file, ImpactPreview::parse));
  }

  /** A preview as an entry names it. */
  static Impact impact(ImpactPreview preview) {
    return new Impact(preview.hash(), Instant.EPOCH.plusNanos(preview.basis().time()));
  }
}
