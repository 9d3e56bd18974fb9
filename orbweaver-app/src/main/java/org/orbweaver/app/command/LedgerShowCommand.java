package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger show}: what a ledger says it holds. */
@Command(
    name = "show",
    description = {
      "List the entries of a ledger, or print one as it was signed.",
      "Nothing is verified: 'orbweaver ledger verify' does that."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger show decisions",
      "  orbweaver ledger show https://ledger.example.org/2026 --first 1000 --count 20",
      "  orbweaver ledger show decisions --entry 12 > entry.dsse"
    })
final class LedgerShowCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.ledger.show/1",
          Column.number("index", "of the entry, from 0"),
          Column.text("payload_type", "what kind of thing was signed"),
          Column.text("key_ids", "hints at who signed it"),
          Column.number("bytes", "length of the entry"),
          Column.text("leaf_hash", "SHA-256(0x00 || entry), base64"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR|URL", description = "The ledger.")
  String place = "";

  @Option(names = "--entry", paramLabel = "INDEX", description = "Print this entry, nothing else.")
  @Nullable Long entry;

  @Option(names = "--first", paramLabel = "INDEX", description = "First entry; 0 by default.")
  long first;

  @Option(names = "--count", paramLabel = "NUMBER", description = "Entries; all by default.")
  long count = Long.MAX_VALUE;

  @Mixin OutputOptions output = new OutputOptions();

  LedgerShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    if (first < 0 || count < 0) {
      throw Failure.usage("--first and --count are 0 or more", null);
    }
    return LedgerInputs.doing(place, this::show);
  }

  private int show() throws IOException {
    LedgerSource source = LedgerInputs.source(place);
    byte[] note = source.read(LedgerSource.CHECKPOINT);
    if (note == null) {
      throw new DamagedException("there is no file 'checkpoint'", LedgerSource.CHECKPOINT);
    }
    long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
    TileReader tiles = new TileReader(source, size);
    if (entry != null) {
      if (entry < 0 || entry >= size) {
        throw Failure.badInput("there is no entry " + entry, "There are " + size + ".");
      }
      surroundings.out().print(new String(tiles.entry(entry), StandardCharsets.UTF_8));
      surroundings.out().flush();
      return ExitCode.DONE;
    }
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      long end = first + Math.min(count, Math.max(0, size - first));
      for (long bundle = first / 256; bundle * 256 < end; bundle++) {
        List<byte[]> entries = tiles.bundle(bundle).entries();
        for (int i = 0; i < entries.size(); i++) {
          long index = bundle * 256 + i;
          if (index >= first && index < end) {
            row(rows, index, entries.get(i));
          }
        }
      }
    }
    return ExitCode.DONE;
  }

  private static void row(RowWriter rows, long index, byte[] bytes) {
    Envelope envelope = Envelope.parse(bytes);
    rows.number(index)
        .text(envelope.payloadType())
        .text(
            envelope.signatures().stream()
                .map(signed -> signed.keyId() == null ? "?" : signed.keyId())
                .collect(Collectors.joining(" ")))
        .number(bytes.length)
        .text(Hash.leaf(bytes).toString())
        .endRow();
  }
}
