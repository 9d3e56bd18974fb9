package org.orbweaver.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case approve}: a yes, signed on the approver's machine. */
@Command(
    name = "approve",
    description = {
      "Approve a case: verify the ledger, show what is decided, and sign it on this machine.",
      "The preview must be at hand, because its hash is what is signed."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case approve https://ledger.example.org/2026 C-2026-0001 --preview preview.json"
          + " --reason 'as assessed' --key approver-1.key --policy trust.policy --out approval.dsse"
    })
final class CaseApproveCommand extends CaseStepCommand {
  @Option(
      names = "--preview",
      paramLabel = "FILE",
      description = "The preview; a change of people and rules has none.")
  @Nullable Path preview;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  String reason = "";

  CaseApproveCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    return new CaseEntry.Approved(header, file.id(), on, hash(file.impact()), reason);
  }

  private @Nullable Hash hash(@Nullable Impact impact) {
    if (impact == null) {
      return null;
    }
    if (preview == null) {
      throw Failure.usage(
          "what would the decision do?", "Give --preview FILE: its hash is what is signed.");
    }
    if (!CaseAttachCommand.impact(preview).preview().equals(impact.preview())) {
      throw Failure.badInput(preview + " is not the preview of this case", null);
    }
    return impact.preview();
  }
}
