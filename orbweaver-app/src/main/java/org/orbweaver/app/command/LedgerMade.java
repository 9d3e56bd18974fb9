package org.orbweaver.app.command;

import java.nio.file.Path;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;

/**
 * A ledger that a command made or changed as a whole, as a sentence or as a row.
 *
 * @param origin of it
 * @param entries how many it has
 * @param key the log's verifier key from now on
 */
record LedgerMade(Path folder, String origin, long entries, String key) {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.ledger.made/1",
          Column.text("folder", "where it is"),
          Column.text("origin", "which ledger it is"),
          Column.number("entries", "how many it has"),
          Column.text("verifier_key", "the log's from now on; empty where it was only copied"));

  void say(Surroundings surroundings, OutputOptions output, String sentence) {
    if (output.asksForRows()) {
      try (RowWriter rows = output.open(surroundings, SHEET)) {
        rows.text(folder.toString())
            .text(origin)
            .number(entries)
            .text(key.isEmpty() ? null : key)
            .endRow();
      }
    } else {
      surroundings.out().println(sentence);
      surroundings.out().flush();
    }
  }
}
