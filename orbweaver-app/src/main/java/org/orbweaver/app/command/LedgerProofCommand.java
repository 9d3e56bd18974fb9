package org.orbweaver.app.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.ProofFile;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.ProofMaker;
import org.orbweaver.governance.signing.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger proof}: that an entry is in the ledger. */
@Command(
    name = "proof",
    description = {
      "Print the proof that an entry is in a ledger (c2sp.org/tlog-proof).",
      "It is verified before it is printed. Anyone can check it offline."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger proof decisions 12 --policy trust.policy > 12.tlog-proof"
    })
final class LedgerProofCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "DIR|URL", description = "The ledger.")
  String place = "";

  @Parameters(index = "1", paramLabel = "INDEX", description = "Index of the entry, from 0.")
  long index;

  @Mixin PolicyOptions policy = new PolicyOptions();

  LedgerProofCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TrustPolicy trust = policy.read();
    LedgerSource source = LedgerInputs.source(place);
    ProofFile proof = LedgerInputs.doing(place, () -> proof(source, trust));
    surroundings.out().print(proof);
    surroundings.out().flush();
    return ExitCode.DONE;
  }

  private ProofFile proof(LedgerSource source, TrustPolicy trust) throws IOException {
    byte[] bytes = source.read(LedgerSource.CHECKPOINT);
    if (bytes == null) {
      throw new DamagedException("there is no file 'checkpoint'", LedgerSource.CHECKPOINT);
    }
    SignedNote note = SignedNote.parse(bytes);
    long size = trust.trust(note).checkpoint().size();
    if (index < 0 || index >= size) {
      throw Failure.badInput("there is no entry " + index, "There are " + size + ".");
    }
    TileReader tiles = new TileReader(source, size);
    ProofFile proof = new ProofFile(index, new ProofMaker(tiles).inclusion(index, size), note);
    proof.verify(tiles.entry(index), trust);
    return proof;
  }
}
