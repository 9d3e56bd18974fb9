package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.Member;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code orbweaver key rotate}: one's own key is replaced or taken back in a ledger. */
@Command(
    name = "rotate",
    description = {
      "Replace one's key in a governed ledger, both keys signing; or, with --revoke, take it back.",
      "A key that was lost or revoked is replaced by a decision: 'orbweaver case propose'."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key rotate decisions --key old.key --new new.key --log-key \"$LOG_KEY\""
          + " --out rotation.dsse",
      "  orbweaver key rotate decisions --key stolen.key --revoke 'laptop stolen'"
          + " --log-key \"$LOG_KEY\" --out revocation.dsse"
    })
final class KeyRotateCommand extends CaseActCommand {
  @Option(names = "--new", paramLabel = "FILE", description = "The new private key.")
  @Nullable Path fresh;

  @Option(names = "--revoke", paramLabel = "TEXT", description = "Take it back; the text says why.")
  @Nullable String revoke;

  KeyRotateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Entry entry(Acting acting) {
    Board board = acting.state().board();
    Member member = board == null ? null : board.active(acting.header().by());
    if (member == null || (fresh == null) == (revoke == null)) {
      throw Failure.usage(
          "which key comes instead?", "Give --new FILE, or --revoke with a reason.");
    }
    return fresh == null
        ? new PersonEntry.KeyRevoked(acting.header(), member.last(), Objects.requireNonNull(revoke))
        : new PersonEntry.KeyRotated(
            acting.header(), member.last(), LedgerInputs.key(fresh).verifier());
  }

  @Override
  Envelope sign(byte[] payload, SignerKey signer) {
    Envelope envelope = super.sign(payload, signer);
    return fresh == null ? envelope : envelope.signedAlsoBy(LedgerInputs.key(fresh));
  }
}
