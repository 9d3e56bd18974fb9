package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
final class LedgerCommand implements Callable<Integer>, CommandGroup {
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin HelpOption help = new HelpOption();

  LedgerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Map<String, Object> members() {
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
    return members;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(surroundings.out());
    surroundings.out().flush();
    return ExitCode.DONE;
  }
}
