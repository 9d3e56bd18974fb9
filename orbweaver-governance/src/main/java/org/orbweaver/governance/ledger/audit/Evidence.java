package org.orbweaver.governance.ledger.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.ProofCheck;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.StrictBase64;
import org.orbweaver.governance.signing.UntrustedException;

/**
 * That a log signed two histories, in a form that convinces anyone who has its key. Either two
 * checkpoints of one size have different roots; or the larger tree begins with a root that is not
 * the one signed for the smaller size, which a proof of consistency shows.
 *
 * @param beginning of the larger tree at the smaller size; null where the sizes are equal
 * @param proof that it does begin so
 */
public record Evidence(
    SignedNote first, SignedNote second, @Nullable Hash beginning, List<Hash> proof) {
  private static final String HEADER = "orbweaver.org/split-view@v1";

  public Evidence {
    proof = List.copyOf(proof);
  }

  /**
   * Reads the file; convinces nobody yet.
   *
   * @throws MalformedException where it is none
   */
  public static Evidence parse(byte[] bytes) {
    List<String> lines =
        new ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    if (lines.size() < 3 || !lines.removeFirst().equals(HEADER)) {
      throw new MalformedException("evidence begins with " + HEADER);
    }
    SignedNote first = note(lines.removeFirst(), "first ");
    SignedNote second = note(lines.removeFirst(), "second ");
    Hash beginning = lines.isEmpty() ? null : Hash.parse(value(lines.removeFirst(), "beginning "));
    return new Evidence(first, second, beginning, lines.stream().map(Hash::parse).toList());
  }

  private static SignedNote note(String line, String key) {
    return SignedNote.parse(StrictBase64.decode(value(line, key)));
  }

  private static String value(String line, String key) {
    if (!line.startsWith(key)) {
      throw new MalformedException("a line '" + key.strip() + " ...' is missing");
    }
    return line.substring(key.length());
  }

  /**
   * What it proves of one of the policy's logs.
   *
   * @return a sentence
   * @throws UntrustedException where it proves nothing
   */
  public String verify(TrustPolicy policy) {
    TrustPolicy.Trusted one = policy.trust(first);
    TrustPolicy.Trusted two = policy.trust(second);
    Checkpoint a = one.checkpoint();
    Checkpoint b = two.checkpoint();
    if (!a.origin().equals(b.origin())) {
      throw new UntrustedException("the checkpoints are of two logs");
    }
    if (a.size() == b.size() && !a.root().equals(b.root())) {
      return a.origin() + " signed two roots for the size " + a.size();
    }
    if (beginning != null
        && !beginning.equals(a.root())
        && ProofCheck.consistency(a.size(), beginning, b.size(), b.root(), proof)) {
      return a.origin()
          + " signed a tree of "
          + b.size()
          + " entries that does not begin with the "
          + a.size()
          + " it had signed";
    }
    throw new UntrustedException("these checkpoints do not contradict each other");
  }

  /** The file. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    text.append("first ").append(StrictBase64.encode(first.bytes())).append('\n');
    text.append("second ").append(StrictBase64.encode(second.bytes())).append('\n');
    if (beginning != null) {
      text.append("beginning ").append(beginning).append('\n');
      proof.forEach(hash -> text.append(hash).append('\n'));
    }
    return text.toString();
  }
}
