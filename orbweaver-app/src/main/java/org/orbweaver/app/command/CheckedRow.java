package org.orbweaver.app.command;

import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.TrustPolicy;

/**
 * What became of checking something offline, as a sentence or as a row.
 *
 * @param what a sentence
 * @param trusted the checkpoint that it rests on, or null where it rests on none
 */
record CheckedRow(boolean holds, String what, TrustPolicy.@Nullable Trusted trusted) {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.check/1",
          Column.flag("holds", "whether it proves what it is to prove"),
          Column.text("what", "what it proves, or why it does not"),
          Column.text("origin", "which ledger's checkpoint it rests on; empty where on none"),
          Column.number("entries", "that the checkpoint is over"),
          Column.flag("witnessed", "whether the quorum of witnesses has seen that checkpoint"));

  static CheckedRow no(String why) {
    return new CheckedRow(false, why, null);
  }

  /** Says it; the code with which the command ends. */
  int say(Surroundings surroundings, OutputOptions output, TrustPolicy policy) {
    if (output.asksForRows()) {
      row(surroundings, output);
    } else {
      surroundings.out().println((holds ? "yes: " : "NO: ") + what + witnesses());
      surroundings.out().flush();
    }
    boolean enough = trusted == null || trusted.witnessed() || !policy.asksForWitnesses();
    return holds && enough ? ExitCode.DONE : ExitCode.NO;
  }

  private String witnesses() {
    return trusted == null
        ? ""
        : trusted.witnessed()
            ? ", witnessed by " + String.join(" ", trusted.cosignatures().keySet())
            : ", unwitnessed";
  }

  private void row(Surroundings surroundings, OutputOptions output) {
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      rows.flag(holds).text(what);
      if (trusted == null) {
        rows.empty(2).flag(false);
      } else {
        rows.text(trusted.checkpoint().origin())
            .number(trusted.checkpoint().size())
            .flag(trusted.witnessed());
      }
      rows.endRow();
    }
  }
}
