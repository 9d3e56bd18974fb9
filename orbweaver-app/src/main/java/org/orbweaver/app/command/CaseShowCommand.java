package org.orbweaver.app.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.GovernanceState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case show}: every entry of one case. */
@Command(
    name = "show",
    description = "Show every entry of a case, in a ledger that is verified whole first.",
    footer = {
      "",
      "Examples:",
      "  orbweaver case show decisions C-2026-0001 --log-key \"$LOG_KEY\""
    })
final class CaseShowCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.case.entry/1",
          Column.number("index", "of the entry"),
          Column.text("time", "when it was signed"),
          Column.text("kind", "what was done"),
          Column.text("by", "who did it"),
          Column.text("leaf_hash", "SHA-256(0x00 || entry), base64"),
          Column.text("payload", "what was signed, JSON"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Parameters(index = "1", paramLabel = "CASE", description = "Id of the case: C-2026-0001.")
  String caseId = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CaseShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    GovernanceState state = GovernedLedgers.read(place, policy.read()).state();
    CaseFile file = state.find(caseId);
    if (file == null) {
      throw Failure.badInput("there is no case " + caseId, "'orbweaver case list' shows them.");
    }
    return LedgerInputs.doing(place, () -> show(state, file));
  }

  private int show(GovernanceState state, CaseFile file) throws IOException {
    LedgerSource source = LedgerInputs.source(place);
    TileReader tiles = new TileReader(source, state.size());
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (long bundle = file.openedIndex() / 256; bundle * 256 <= file.lastIndex(); bundle++) {
        List<byte[]> entries = tiles.bundle(bundle).entries();
        for (int i = 0; i < entries.size(); i++) {
          row(rows, bundle * 256 + i, entries.get(i));
        }
      }
    }
    return ExitCode.DONE;
  }

  private void row(RowWriter rows, long index, byte[] bytes) {
    byte[] payload = Envelope.parse(bytes).payload();
    try {
      if (EntryCodec.decode(payload) instanceof CaseEntry entry && entry.caseId().equals(caseId)) {
        rows.number(index)
            .text(entry.header().time().toString())
            .text(entry.kind())
            .text(entry.header().by())
            .text(Hash.leaf(bytes).toString())
            .text(new String(payload, java.nio.charset.StandardCharsets.UTF_8))
            .endRow();
      }
    } catch (MalformedException e) {
      // The ledger grew since it was verified, by something that is none of this case.
      return;
    }
  }
}
