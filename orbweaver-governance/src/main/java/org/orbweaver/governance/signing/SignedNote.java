package org.orbweaver.governance.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text and who signed it (c2sp.org/signed-note). */
public final class SignedNote {
  private static final int MOST_SIGNATURES = 100;
  private static final int MOST_BYTES = 1 << 20;

  private final String text;
  private final List<NoteSignature> signatures;

  private SignedNote(String text, List<NoteSignature> signatures) {
    this.text = text;
    this.signatures = List.copyOf(signatures);
  }

  /**
   * A note of a text that ends with a newline.
   *
   * @throws MalformedException where the text cannot be that of a note
   */
  public static SignedNote of(String text, List<NoteSignature> signatures) {
    SignedNote note = new SignedNote(text, signatures);
    // What we write must be what others read.
    if (!parse(note.bytes()).equals(note)) {
      throw new MalformedException("this text cannot be that of a note");
    }
    return note;
  }

  /**
   * Reads a note; verifies nothing.
   *
   * @throws MalformedException where it is none
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw new MalformedException("a note of " + bytes.length + " bytes is too long");
    }
    String all = utf8(bytes);
    if (all.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
      throw new MalformedException("a note holds no control characters");
    }
    int split = all.lastIndexOf("\n\n");
    if (split < 0 || !all.endsWith("\n")) {
      throw new MalformedException("a note is a text, an empty line and signature lines");
    }
    String lines = all.substring(split + 2);
    if (lines.isEmpty()) {
      throw new MalformedException("a note without signatures");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    for (String line : lines.substring(0, lines.length() - 1).split("\n", -1)) {
      signatures.add(NoteSignature.parse(line));
      if (signatures.size() > MOST_SIGNATURES) {
        throw new MalformedException("a note with more than " + MOST_SIGNATURES + " signatures");
      }
    }
    return new SignedNote(all.substring(0, split + 1), signatures);
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("a note is UTF-8");
    }
  }

  /** The text, its last newline included. */
  public String text() {
    return text;
  }

  public List<NoteSignature> signatures() {
    return signatures;
  }

  /**
   * Which of the keys signed it, with their signatures, in the order of the note. Signatures of
   * other keys are ignored.
   *
   * @throws UntrustedException where a signature claims to be by one of the keys and is not, or
   *     none of the keys signed
   */
  public Map<VerifierKey, NoteSignature> verified(Collection<VerifierKey> keys) {
    Map<VerifierKey, NoteSignature> verified = new LinkedHashMap<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : keys) {
        if (signature.claims(key)) {
          if (!signature.isBy(key, text)) {
            throw new UntrustedException(
                "the signature of " + key.name() + "+" + key.idHex() + " is wrong");
          }
          verified.putIfAbsent(key, signature);
        }
      }
    }
    if (verified.isEmpty()) {
      throw new UntrustedException("no known key signed this");
    }
    return verified;
  }

  /**
   * The same text with further signatures; one by the same key and name takes the old one's place.
   */
  public SignedNote with(Collection<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    for (NoteSignature fresh : more) {
      int place = 0;
      while (place < all.size()
          && (all.get(place).keyId() != fresh.keyId()
              || !all.get(place).name().equals(fresh.name()))) {
        place++;
      }
      if (place < all.size()) {
        all.set(place, fresh);
      } else {
        all.add(fresh);
      }
    }
    return new SignedNote(text, all);
  }

  /** The note as it is stored and sent. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedNote that
        && text.equals(that.text)
        && signatures.equals(that.signatures);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + signatures.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature).append('\n'));
    return note.toString();
  }
}
