package org.orbweaver.governance.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * The first entry of a governed ledger: who acts in it, and by which rules. Every person in it
 * signs it.
 *
 * @param log the key that signs the ledger's checkpoints
 * @param witnessPolicy whom the executor asks before it acts, in the form of c2sp.org/tlog-policy;
 *     null where nobody watches, and then everything is marked unwitnessed
 */
@Kind("genesis")
public record Genesis(
    Header header,
    VerifierKey log,
    @Nullable String witnessPolicy,
    Settings settings,
    List<Person> people)
    implements Entry {
  public Genesis {
    people = List.copyOf(people);
  }
}
