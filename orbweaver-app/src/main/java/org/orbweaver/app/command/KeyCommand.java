package org.orbweaver.app.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.signing.VerifierKey;
import picocli.CommandLine.Command;

/** {@code orbweaver key}: keys of people, logs and witnesses. */
@Command(
    name = "key",
    description = {
      "Make keys, show them, and sign with them.",
      "A private key is a file that only its owner may read. It belongs on its owner's machine,"
          + " never on a server."
    },
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {"", "Examples:", "  orbweaver key new approver-1 --out approver-1.key"})
final class KeyCommand extends CommandGroup {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.key/1",
          Column.text("name", "whose key it is"),
          Column.text("type", "ed25519 for logs and people, cosignature for witnesses"),
          Column.text("key_id", "first four bytes of the hash of name and key"),
          Column.text("verifier_key", "what others need to believe its signatures"));

  KeyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("new", new KeyNewCommand(surroundings));
    members.put("show", new KeyShowCommand(surroundings));
    members.put("sign", new KeySignCommand(surroundings));
    members.put("enrol", new KeyEnrolCommand(surroundings));
    members.put("hand-over", new KeyHandOverCommand(surroundings));
    members.put("rotate", new KeyRotateCommand(surroundings));
    return members;
  }

  /** One row about a key. */
  static void write(RowWriter rows, VerifierKey key) {
    rows.text(key.name())
        .text(key.type().toString().toLowerCase(Locale.ROOT))
        .text(key.idHex())
        .text(key.toString())
        .endRow();
  }
}
