package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.office.Calendar;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.Member;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case end}: what is due by time alone is put down. */
@Command(
    name = "end",
    description = {
      "Put down what is due, as the executor: cases that expired or ended, break-glass that"
          + " reverts, cases that another took the place of, and changes of people that were"
          + " approved.",
      "What is in force does not wait for it: time limits hold by themselves."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case end decisions --key executor.key --append log.key"
    })
final class CaseEndCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "LEDGER", description = "Folder of the ledger.")
  Path folder = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "The executor's key.")
  Path key = Path.of("");

  @Option(names = "--append", paramLabel = "FILE", required = true, description = "The log's key.")
  Path append = Path.of("");

  @Mixin OutputOptions output = new OutputOptions();

  CaseEndCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(CaseActCommand.SHEET);
  }

  @Override
  public Integer call() {
    SignerKey executor = LedgerInputs.key(key);
    SignerKey log = LedgerInputs.key(append);
    return LedgerInputs.doing(folder.toString(), () -> end(executor, log));
  }

  private int end(SignerKey executor, SignerKey log) throws IOException {
    Instant now = GovernedLedgers.seconds(surroundings.clock().instant());
    try (FolderDisk disk = FolderDisk.take(folder);
        DurableLog durable = DurableLog.open(disk, log);
        RowWriter rows = output.open(surroundings, CaseActCommand.SHEET)) {
      Office office = Office.open(durable, TrustPolicy.unwitnessed(log.verifier()), null);
      List<byte[]> envelopes = new ArrayList<>();
      List<CaseEntry.Act> due = Calendar.due(office.state(), actor(office, executor), now);
      for (CaseEntry.Act act : due) {
        envelopes.add(Envelope.sign(Entry.TYPE, EntryCodec.encode(act), executor).bytes());
      }
      if (due.isEmpty()) {
        return ExitCode.DONE;
      }
      return switch (office.submit(envelopes, surroundings.clock().instant())) {
        case Office.Answer.Refused refused -> {
          surroundings.err().println("refused: " + refused.sentence());
          yield ExitCode.NO;
        }
        case Office.Answer.Appended appended -> {
          for (int i = 0; i < due.size(); i++) {
            CaseFile file = office.state().find(due.get(i).caseId());
            rows.text(due.get(i).caseId())
                .text(due.get(i).kind())
                .text(due.get(i).header().by())
                .text(file == null ? null : CaseRows.word(file.state()))
                .number(appended.first() + i)
                .empty(2)
                .endRow();
          }
          yield ExitCode.DONE;
        }
      };
    }
  }

  private static String actor(Office office, SignerKey key) {
    if (office.state().board() != null) {
      for (Member member : office.state().board().members().values()) {
        if (member.active() && member.person().key().equals(key.verifier())) {
          return member.person().id();
        }
      }
    }
    throw Failure.badInput("nobody in this ledger has the key " + key.name(), null);
  }
}
