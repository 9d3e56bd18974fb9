package org.orbweaver.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;
import picocli.CommandLine.Option;

/** Who signs an entry, whom they believe, and where the envelope goes. */
final class ActOptions {
  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "Private key of whoever acts; it stays on this machine.")
  Path key = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the envelope there; 'orbweaver ledger append' takes it.")
  @Nullable Path out;

  @Option(
      names = "--append",
      paramLabel = "FILE",
      description = "Append it at once with the log's key: for a ledger in a folder here.")
  @Nullable Path append;

  @Option(
      names = "--clerk",
      paramLabel = "FILE",
      description =
          "With --append: key of a program of the ledger that puts refused attempts down.")
  @Nullable Path clerk;

  @Option(names = "--log-key", paramLabel = "KEY", description = "The log's verifier key.")
  @Nullable String logKey;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Keys of log and witnesses and the quorum; instead of --log-key.")
  @Nullable Path policy;

  /** The signer; options that contradict each other are refused. */
  SignerKey signer() {
    if ((out == null) == (append == null)) {
      throw Failure.usage(
          "where should the envelope go?", "Give --out FILE, or --append with the log's key.");
    }
    if (clerk != null && append == null) {
      throw Failure.usage("--clerk needs --append", null);
    }
    return LedgerInputs.key(key);
  }

  /** Whom to believe; with the log's private key at hand, that log. */
  TrustPolicy trust() {
    if (append != null && policy == null && logKey == null) {
      return TrustPolicy.unwitnessed(LedgerInputs.key(append).verifier());
    }
    PolicyOptions options = new PolicyOptions();
    options.logKey = logKey;
    options.policy = policy;
    return options.read();
  }

  /** The verifier of a key file. */
  static VerifierKey verifier(Path file) {
    return LedgerInputs.key(file).verifier();
  }
}
