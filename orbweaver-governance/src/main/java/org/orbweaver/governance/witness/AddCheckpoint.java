package org.orbweaver.governance.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;

/**
 * What a log sends to a witness.
 *
 * @param oldSize size of the checkpoint that the witness cosigned last, 0 for none
 * @param proof that the new checkpoint begins with it
 * @param note the new checkpoint
 */
public record AddCheckpoint(long oldSize, List<Hash> proof, SignedNote note) {
  /** Longest body that is read. */
  public static final int MOST_BYTES = 1 << 16;

  private static final int MOST_HASHES = 63;

  public AddCheckpoint {
    proof = List.copyOf(proof);
  }

  /**
   * Reads a body.
   *
   * @throws MalformedException where it is none
   */
  public static AddCheckpoint parse(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new MalformedException("a request of " + body.length + " bytes is too long");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("a request is UTF-8");
    }
    int split = text.indexOf("\n\n");
    if (split < 0) {
      throw new MalformedException("an empty line and a checkpoint are missing");
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, split).split("\n", -1)));
    String old = lines.removeFirst();
    if (!old.matches("old (0|[1-9][0-9]{0,17})")) {
      throw new MalformedException("the first line is 'old SIZE'");
    }
    if (lines.size() > MOST_HASHES) {
      throw new MalformedException("more than " + MOST_HASHES + " hashes");
    }
    return new AddCheckpoint(
        Long.parseLong(old.substring("old ".length())),
        lines.stream().map(Hash::parse).toList(),
        SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8)));
  }

  /** The body. */
  public byte[] bytes() {
    StringBuilder text = new StringBuilder("old ").append(oldSize).append('\n');
    proof.forEach(hash -> text.append(hash).append('\n'));
    return text.append('\n').append(note).toString().getBytes(StandardCharsets.UTF_8);
  }
}
