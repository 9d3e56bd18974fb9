package org.orbweaver.governance.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.ProofCheck;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.StrictBase64;
import org.orbweaver.governance.signing.UntrustedException;

/**
 * That an entry is in a ledger, to be checked by anyone offline (c2sp.org/tlog-proof).
 *
 * @param index of the entry
 * @param hashes its proof of inclusion
 * @param note the checkpoint, with its signatures
 * @param extra whatever its maker added, base64; nobody vouches for it
 */
public record ProofFile(long index, List<Hash> hashes, SignedNote note, @Nullable String extra) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";

  public ProofFile {
    hashes = List.copyOf(hashes);
  }

  public ProofFile(long index, List<Hash> hashes, SignedNote note) {
    this(index, hashes, note, null);
  }

  /**
   * Reads a file; verifies nothing.
   *
   * @throws MalformedException where it is none
   */
  public static ProofFile parse(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("a proof is UTF-8");
    }
    int split = text.indexOf("\n\n");
    if (split < 0) {
      throw new MalformedException("a proof ends with an empty line and a checkpoint");
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, split).split("\n", -1)));
    if (!lines.removeFirst().equals(HEADER)) {
      throw new MalformedException("a proof begins with " + HEADER);
    }
    String extra = null;
    if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
      extra = lines.removeFirst().substring("extra ".length());
      StrictBase64.decode(extra);
    }
    if (lines.isEmpty() || !lines.getFirst().startsWith("index ")) {
      throw new MalformedException("a proof says the index of its entry: index NUMBER");
    }
    long index = Decimal.parse(lines.removeFirst().substring("index ".length()));
    if (lines.size() > 63) {
      throw new MalformedException("a proof has at most 63 hashes, not " + lines.size());
    }
    SignedNote note = SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8));
    return new ProofFile(index, lines.stream().map(Hash::parse).toList(), note, extra);
  }

  /**
   * Believes that an entry is in the ledger.
   *
   * @throws MalformedException where the checkpoint is none
   * @throws UntrustedException where the checkpoint is not to be believed, or the entry is not the
   *     one at this index
   */
  public TrustPolicy.Trusted verify(byte[] entry, TrustPolicy policy) {
    TrustPolicy.Trusted trusted = policy.trust(note);
    Checkpoint checkpoint = trusted.checkpoint();
    if (!ProofCheck.inclusion(
        index, checkpoint.size(), Hash.leaf(entry), hashes, checkpoint.root())) {
      throw new UntrustedException("this is not entry " + index + " of " + checkpoint.origin());
    }
    return trusted;
  }

  /** The file. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    if (extra != null) {
      text.append("extra ").append(extra).append('\n');
    }
    text.append("index ").append(index).append('\n');
    hashes.forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(note).toString();
  }
}
