package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.state.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver case withdraw}: the requester no longer asks. */
@Command(
    name = "withdraw",
    description = {
      "Take a case back before it is in effect: with the requester's receipt, which is public"
          + " afterwards, or by whoever proposed a change."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case withdraw decisions C-2026-0001 --receipt R-7Q2M0-... --reason 'settled'"
          + " --key intake.key --append log.key"
    })
final class CaseWithdrawCommand extends CaseStepCommand {
  @Option(names = "--receipt", paramLabel = "RECEIPT", description = "The requester's receipt.")
  @Nullable String receipt;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  String reason = "";

  CaseWithdrawCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting, Header header, CaseFile file, Hash on) {
    return new CaseEntry.Withdrawn(header, file.id(), on, receipt, reason);
  }
}
