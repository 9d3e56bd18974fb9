package org.orbweaver.governance.witness;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.ProofMaker;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;

/**
 * Asks a policy's witnesses for their cosignatures. It remembers what each has seen, and learns it
 * from their refusals. For one thread.
 */
public final class CosignatureCollector {
  /** Sends a body to {@code URL/add-checkpoint}. */
  @FunctionalInterface
  public interface Transport {
    /**
     * The answer, whatever its status.
     *
     * @throws IOException where there is none
     */
    Answer post(URI witness, byte[] body) throws IOException;
  }

  /**
   * What the witnesses said.
   *
   * @param cosignatures verified
   * @param failures a sentence for each witness that gave none
   * @param overtaken a witness has seen more than we have: this ledger is an old copy, and
   *     appending to it would make a second history
   */
  public record Collected(
      List<NoteSignature> cosignatures, List<String> failures, boolean overtaken) {
    public Collected {
      cosignatures = List.copyOf(cosignatures);
      failures = List.copyOf(failures);
    }
  }

  private final TrustPolicy policy;
  private final Transport transport;
  private final Map<String, Long> seen = new HashMap<>();

  public CosignatureCollector(TrustPolicy policy, Transport transport) {
    this.policy = policy;
    this.transport = transport;
  }

  /** Asks every witness that has a URL. */
  public Collected collect(SignedNote note, LedgerSource ledger) throws IOException {
    long size = Checkpoint.parse(note.text()).size();
    ProofMaker proofs = new ProofMaker(new TileReader(ledger, size));
    List<NoteSignature> cosignatures = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    boolean overtaken = false;
    for (TrustPolicy.Party witness : policy.witnesses()) {
      URI url = witness.url();
      if (url == null) {
        continue;
      }
      try {
        Answer answer = ask(witness.name(), url, note, size, proofs);
        if (answer.status() == 200) {
          cosignatures.add(cosignature(answer, witness, note));
          seen.put(witness.name(), size);
        } else {
          failures.add(witness.name() + ": " + answer.status() + " " + answer.body().strip());
          overtaken |= sizeIn(answer) > size;
        }
      } catch (IOException | MalformedException | UntrustedException e) {
        failures.add(witness.name() + ": " + e.getMessage());
      }
    }
    return new Collected(cosignatures, failures, overtaken);
  }

  private Answer ask(String name, URI url, SignedNote note, long size, ProofMaker proofs)
      throws IOException {
    long old = Math.min(seen.getOrDefault(name, 0L), size);
    Answer answer = post(url, note, old, size, proofs);
    long told = sizeIn(answer);
    // Once more from what it says that it has; a second refusal is one.
    return told >= 0 && told != old && told <= size ? post(url, note, told, size, proofs) : answer;
  }

  private Answer post(URI url, SignedNote note, long old, long size, ProofMaker proofs)
      throws IOException {
    byte[] body = new AddCheckpoint(old, proofs.consistency(old, size), note).bytes();
    return transport.post(url, body);
  }

  /** The size that a witness says it has; -1 where it says none. */
  private static long sizeIn(Answer answer) {
    String text = answer.body().strip();
    return answer.status() == 409 && text.matches("0|[1-9]\\d{0,17}") ? Long.parseLong(text) : -1;
  }

  /** The witness's own line among those of its answer. */
  private static NoteSignature cosignature(
      Answer answer, TrustPolicy.Party witness, SignedNote note) {
    SignedNote lines =
        SignedNote.parse((note.text() + "\n" + answer.body()).getBytes(StandardCharsets.UTF_8));
    NoteSignature cosignature = lines.verified(List.of(witness.key())).get(witness.key());
    if (cosignature == null) {
      throw new UntrustedException("it did not sign");
    }
    return cosignature;
  }
}
