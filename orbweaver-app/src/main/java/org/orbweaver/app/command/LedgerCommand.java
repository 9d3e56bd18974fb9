package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;

/** {@code orbweaver ledger}: the public ledger of decisions. */
@Command(
    name = "ledger",
    description = {
      "Keep, serve and check a public ledger of decisions.",
      "A ledger is a folder that any HTTP server can serve (c2sp.org/tlog-tiles). Whoever has the"
          + " log's verifier key can check all of it."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger init decisions --key log.key",
      "  orbweaver ledger verify decisions --policy trust.policy"
    })
final class LedgerCommand extends CommandGroup {
  LedgerCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("init", new LedgerInitCommand(surroundings));
    members.put("append", new LedgerAppendCommand(surroundings));
    members.put("show", new LedgerShowCommand(surroundings));
    members.put("verify", new LedgerVerifyCommand(surroundings));
    members.put("proof", new LedgerProofCommand(surroundings));
    members.put("check", new LedgerCheckCommand(surroundings));
    members.put("serve", new LedgerServeCommand(surroundings));
    members.put("export", new LedgerExportCommand(surroundings));
    members.put("monitor", new LedgerMonitorCommand(surroundings));
    members.put("rekey", new LedgerRekeyCommand(surroundings));
    return members;
  }
}
