package org.orbweaver.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.state.SealFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case sealed}: how much is secret, of which kind, and until when. */
@Command(
    name = "sealed",
    description = {
      "List what is sealed in a ledger, which is verified whole first.",
      "Ends with 1 where something is due to be shown and was not."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case sealed decisions --log-key \"$LOG_KEY\"",
      "  orbweaver case sealed https://ledger.example.org/2026 --policy trust.policy --due"
    })
final class CaseSealedCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.case.sealed/1",
          Column.text("commitment", "by which it is recognised, base64"),
          Column.text("kind", "what kind of secret"),
          Column.text("case_id", "to which case it belongs; empty where to none"),
          Column.text("by", "who sealed it"),
          Column.number("index", "of the entry by which it was sealed"),
          Column.text("reveal", "day on which it is due to be shown"),
          Column.number("opened_index", "of the entry by which it was shown; empty before"),
          Column.flag("due", "whether its day has come and nobody has shown it"),
          Column.flag("witnessed", "whether the quorum of witnesses has seen the ledger"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(names = "--due", description = "Only what is due to be shown and was not.")
  boolean due;

  @Mixin OutputOptions output = new OutputOptions();

  CaseSealedCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    GovernedLedgers.Verified ledger = GovernedLedgers.read(place, policy.read());
    LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    List<SealFacts> seals = ledger.state().seals().toList();
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (SealFacts seal : seals) {
        if (!due || seal.isDue(today)) {
          row(rows, seal, today, ledger.witnessed());
        }
      }
    }
    return seals.stream().anyMatch(seal -> seal.isDue(today)) ? ExitCode.NO : ExitCode.DONE;
  }

  private static void row(RowWriter rows, SealFacts seal, LocalDate today, boolean witnessed) {
    rows.text(seal.commitment().toString())
        .text(seal.contentClass())
        .text(seal.caseId())
        .text(seal.by())
        .number(seal.index())
        .text(seal.reveal().toString());
    if (seal.opened() < 0) {
      rows.empty(1);
    } else {
      rows.number(seal.opened());
    }
    rows.flag(seal.isDue(today)).flag(witnessed).endRow();
  }
}
