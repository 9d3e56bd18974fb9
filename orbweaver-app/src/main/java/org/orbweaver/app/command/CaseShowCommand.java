package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
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
          Column.text("payload", "what was signed, JSON"),
          Column.flag("witnessed", "whether the quorum of witnesses has seen the ledger"));

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
    // Only what was verified is shown: a server may say something else when it is asked again.
    Map<Long, Shown> entries = new ConcurrentSkipListMap<>();
    GovernedLedgers.Verified ledger =
        GovernedLedgers.read(
            place,
            policy.read(),
            (index, bytes) -> {
              Shown shown = shown(bytes);
              if (shown != null) {
                entries.put(index, shown);
              }
              return null;
            });
    if (ledger.state().find(caseId) == null) {
      throw Failure.badInput("there is no case " + caseId, "'orbweaver case list' shows them.");
    }
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      entries.forEach((index, shown) ->
          rows.number(index)
              .text(shown.entry.header().time().toString())
              .text(shown.entry.kind())
              .text(shown.entry.header().by())
              .text(shown.leaf.toString())
              .text(shown.payload)
              .flag(ledger.witnessed())
              .endRow());
    }
    return ExitCode.DONE;
  }

  private record Shown(CaseEntry entry, Hash leaf, String payload) {}

  /** An entry of the case, or null. */
  private @Nullable Shown shown(byte[] bytes) {
    try {
      byte[] payload = Envelope.parse(bytes).payload();
      return EntryCodec.decode(payload) instanceof CaseEntry entry && entry.caseId().equals(caseId)
          ? new Shown(entry, Hash.leaf(bytes), new String(payload, StandardCharsets.UTF_8))
          : null;
    } catch (MalformedException e) {
      // What is no entry is named when the ledger is verified.
      return null;
    }
  }
}
