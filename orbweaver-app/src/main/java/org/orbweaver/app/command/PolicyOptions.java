package org.orbweaver.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;
import picocli.CommandLine.Option;

/** Whom to believe. */
final class PolicyOptions {
  @Option(
      names = "--log-key",
      paramLabel = "KEY",
      description = "The log's verifier key; believes the log's signature alone.")
  @Nullable String logKey;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Keys of log and witnesses and the quorum, as c2sp.org/tlog-policy writes them.")
  @Nullable Path policy;

  /** Whether any of the options is there. */
  boolean isGiven() {
    return logKey != null || policy != null;
  }

  /** The policy; one of the options must be there. */
  TrustPolicy read() {
    if (logKey != null && policy != null) {
      throw Failure.usage("--log-key and --policy say the same thing twice", "Give one of them.");
    }
    if (policy != null) {
      return LedgerInputs.policy(policy);
    }
    if (logKey == null) {
      throw Failure.usage(
          "whom should be believed?",
          "Give --log-key KEY, which 'orbweaver key show' prints, or --policy FILE.");
    }
    try {
      return TrustPolicy.unwitnessed(VerifierKey.parse(logKey));
    } catch (MalformedException e) {
      throw Failure.badInput("--log-key: " + e.message(), null);
    }
  }
}
