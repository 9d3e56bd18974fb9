package org.orbweaver.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver key sign}: an envelope around a file. */
@Command(
    name = "sign",
    description = {
      "Sign a file; prints a DSSE envelope, which 'orbweaver ledger append' takes.",
      "The payload is kept byte for byte."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver key sign decision.json --key approver-1.key"
          + " --type application/vnd.orbweaver.case+json > decision.dsse"
    })
final class KeySignCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", description = "What to sign.")
  Path file = Path.of("");

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "Private key.")
  Path key = Path.of("");

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      description = "What kind of file it is, a media type; it is signed too.")
  String type = "";

  KeySignCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    SignerKey signer = LedgerInputs.key(key);
    if (signer.verifier().type() != KeyType.ED25519) {
      throw Failure.badInput(
          "the key " + key + " is a witness's", "People have keys of their own.");
    }
    byte[] payload = LedgerInputs.doing(file.toString(), () -> Files.readAllBytes(file));
    byte[] envelope = Envelope.sign(type, payload, signer).bytes();
    surroundings.out().print(new String(envelope, StandardCharsets.UTF_8));
    surroundings.out().print('\n');
    surroundings.out().flush();
    return ExitCode.DONE;
  }
}
