package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.CaseEntry;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code orbweaver case}: who may light or darken a region, step by step. */
@Command(
    name = "case",
    description = {
      "Ask for decisions about service, decide them together, and follow them.",
      "Every step is signed on the machine of whoever takes it, and is an entry of a public ledger"
          + " that refuses what the rules do not allow."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver case list decisions --log-key \"$LOG_KEY\"",
      "  orbweaver case approve decisions C-2026-0001 --preview preview.json --reason 'as assessed'"
          + " --key approver-1.key --log-key \"$LOG_KEY\" --out approval.dsse"
    })
final class CaseCommand extends CommandGroup {
  CaseCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("genesis", new CaseGenesisCommand(surroundings));
    members.put("file", new CaseFileCommand(surroundings));
    word(
        members,
        "incomplete",
        "Say what a request lacks, as an intake officer.",
        CaseEntry.Incomplete::new);
    word(
        members,
        "complete",
        "Put down that what was missing has come, as an intake officer.",
        CaseEntry.Completed::new);
    members.put("assess", new CaseAssessCommand(surroundings));
    members.put("preview", new CasePreviewCommand(surroundings));
    members.put("attach", new CaseAttachCommand(surroundings));
    plain(
        members,
        "submit",
        "Ask the approvers; votes are taken from now on.",
        CaseEntry.Submitted::new);
    members.put("approve", new CaseApproveCommand(surroundings));
    word(members, "refuse", "Vote no on a case.", CaseEntry.Refused::new);
    word(
        members,
        "recuse",
        "Take no part in a case; a vote that was given no longer counts.",
        CaseEntry.Recused::new);
    members.put("disclose", new CaseDiscloseCommand(surroundings));
    members.put("withdraw", new CaseWithdrawCommand(surroundings));
    members.put("notice", new CaseNoticeCommand(surroundings));
    plain(
        members,
        "schedule",
        "Schedule a decision that was announced, as the executor.",
        CaseEntry.Scheduled::new);
    members.put("execute", new CaseExecuteCommand(surroundings));
    members.put("end", new CaseEndCommand(surroundings));
    members.put("break-glass", new CaseBreakGlassCommand(surroundings));
    plain(
        members,
        "confirm",
        "Confirm break-glass as the second person; it is in effect at once.",
        CaseEntry.BreakGlassConfirmed::new);
    word(
        members,
        "ratify",
        "Vote that break-glass was right; it may still revert.",
        CaseEntry.Ratified::new);
    word(
        members,
        "restore",
        "Go back to the last approved state before break-glass reverts by itself.",
        CaseEntry.Restored::new);
    word(
        members,
        "object",
        "Object to a case that is not yet in effect, as an overseer; it is assessed again.",
        CaseEntry.Objected::new);
    word(
        members,
        "reconsider",
        "Have a case decided again, as an overseer.",
        CaseEntry.Reconsidered::new);
    members.put("propose", new CaseProposeCommand(surroundings));
    members.put("list", new CaseListCommand(surroundings));
    members.put("show", new CaseShowCommand(surroundings));
    members.put("status", new CaseStatusCommand(surroundings));
    members.put("seal", new CaseSealCommand(surroundings));
    members.put("unseal", new CaseUnsealCommand(surroundings));
    members.put("sealed", new CaseSealedCommand(surroundings));
    members.put("compare", new CaseCompareCommand(surroundings));
    members.put("export", new CaseExportCommand(surroundings));
    members.put("check", new CaseCheckCommand(surroundings));
    return members;
  }

  private void word(
      Map<String, Object> members, String name, String does, CaseWordCommand.Word word) {
    CommandLine line = CaseWordCommand.of(surroundings, name, does, word);
    members.put(name, line);
  }

  private void plain(
      Map<String, Object> members, String name, String does, CasePlainCommand.Plain plain) {
    CommandLine line = CasePlainCommand.of(surroundings, name, does, plain);
    members.put(name, line);
  }
}
