package org.orbweaver.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.ProofFile;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Evidence;
import org.orbweaver.governance.signing.UntrustedException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger check}: a proof or evidence, offline. */
@Command(
    name = "check",
    description = {
      "Check a proof that an entry is in a ledger, or evidence that a log contradicts itself.",
      "Offline: needs nothing but the files. Ends with 1 where it proves nothing, or where the"
          + " quorum of witnesses is not met."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger check 12.tlog-proof --entry entry.dsse --policy trust.policy",
      "  orbweaver ledger check split-view.evidence --evidence --policy trust.policy"
    })
final class LedgerCheckCommand implements Callable<Integer>, Tabular {
  /** What the file is. */
  static final class What {
    @Option(
        names = "--entry",
        paramLabel = "FILE",
        required = true,
        description = "The file is a proof of this entry.")
    Path entry = Path.of("");

    @Option(
        names = "--evidence",
        required = true,
        description = "The file is evidence of 'orbweaver ledger monitor'.")
    boolean evidence;
  }

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "FILE", description = "The proof, or the evidence.")
  Path file = Path.of("");

  @ArgGroup(multiplicity = "1")
  What what = new What();

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Mixin OutputOptions output = new OutputOptions();

  LedgerCheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(CheckedRow.SHEET);
  }

  @Override
  public Integer call() {
    TrustPolicy trust = policy.read();
    CheckedRow checked;
    try {
      checked = what.evidence ? evidence(trust) : proof(trust);
    } catch (UntrustedException e) {
      checked = CheckedRow.no(e.message());
    }
    return checked.say(surroundings, output, trust);
  }

  private CheckedRow evidence(TrustPolicy trust) {
    Evidence evidence = LedgerInputs.parsed(file, Evidence::parse);
    return new CheckedRow(true, evidence.verify(trust), null);
  }

  private CheckedRow proof(TrustPolicy trust) {
    ProofFile proof = LedgerInputs.parsed(file, ProofFile::parse);
    byte[] entry = LedgerInputs.doing(what.entry.toString(), () -> Files.readAllBytes(what.entry));
    TrustPolicy.Trusted trusted = proof.verify(entry, trust);
    return new CheckedRow(
        true,
        "entry "
            + proof.index()
            + " of "
            + trusted.checkpoint().origin()
            + ", which has "
            + trusted.checkpoint().size(),
        trusted);
  }
}
