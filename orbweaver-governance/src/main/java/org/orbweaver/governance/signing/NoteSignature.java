package org.orbweaver.governance.signing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One signature line of a note: {@code — name base64(key id || signature)}. A cosignature
 * (c2sp.org/tlog-cosignature, type 0x04) carries the time at which the witness saw the text.
 */
public final class NoteSignature {
  static final String MARK = "\u2014 ";
  private static final int ID_BYTES = 4;
  private static final int TIME_BYTES = 8;

  private final String name;
  private final int keyId;
  private final byte[] signature;

  private NoteSignature(String name, int keyId, byte[] signature) {
    this.name = name;
    this.keyId = keyId;
    this.signature = signature;
  }

  /** Signs a note's text. */
  public static NoteSignature sign(SignerKey key, String text) {
    require(key, KeyType.ED25519);
    return by(key, key.sign(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Cosigns a checkpoint's text.
   *
   * @param timeS seconds since the Unix epoch, not negative
   */
  public static NoteSignature cosign(SignerKey key, String text, long timeS) {
    require(key, KeyType.COSIGNATURE);
    if (timeS < 0) {
      throw new IllegalArgumentException("time before 1970: " + timeS);
    }
    byte[] signed = key.sign(cosigned(text, timeS));
    return by(
        key, ByteBuffer.allocate(TIME_BYTES + signed.length).putLong(timeS).put(signed).array());
  }

  private static void require(SignerKey key, KeyType type) {
    if (key.verifier().type() != type) {
      throw new IllegalArgumentException(key + " is of type " + key.verifier().type());
    }
  }

  private static NoteSignature by(SignerKey key, byte[] signature) {
    return new NoteSignature(key.name(), key.verifier().id(), signature);
  }

  /**
   * Reads a line without its newline.
   *
   * @throws MalformedException where it is no signature line
   */
  static NoteSignature parse(String line) {
    int space = line.lastIndexOf(' ');
    if (!line.startsWith(MARK) || space < MARK.length()) {
      throw new MalformedException("not a signature line: '" + line + "'");
    }
    String name = KeyName.checked(line.substring(MARK.length(), space));
    byte[] bytes = StrictBase64.decode(line.substring(space + 1));
    if (bytes.length <= ID_BYTES) {
      throw new MalformedException("a signature of " + bytes.length + " bytes is too short");
    }
    return new NoteSignature(
        name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
  }

  public String name() {
    return name;
  }

  public int keyId() {
    return keyId;
  }

  /** What stands behind the key id. */
  public byte[] bytes() {
    return signature.clone();
  }

  /** Whether it claims to be by this key: same name and id. */
  public boolean claims(VerifierKey key) {
    return keyId == key.id() && name.equals(key.name());
  }

  /** Whether it is by this key, over this text. */
  public boolean isBy(VerifierKey key, String text) {
    if (!claims(key) || signature.length != key.type().signatureBytes()) {
      return false;
    }
    return switch (key.type()) {
      case ED25519 -> key.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
      case COSIGNATURE ->
          timeS() >= 0
              && key.verifies(
                  cosigned(text, timeS()),
                  Arrays.copyOfRange(signature, TIME_BYTES, signature.length));
    };
  }

  /** Of a cosignature: when, in seconds since the Unix epoch. Meaningless for others. */
  public long timeS() {
    return signature.length < TIME_BYTES ? -1 : ByteBuffer.wrap(signature).getLong();
  }

  private static byte[] cosigned(String text, long timeS) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(("cosignature/v1\ntime " + timeS + "\n").getBytes(StandardCharsets.UTF_8));
    message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return message.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NoteSignature that
        && keyId == that.keyId
        && name.equals(that.name)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return 31 * keyId + Arrays.hashCode(signature);
  }

  /** The line without its newline. */
  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(ID_BYTES + signature.length).putInt(keyId).put(signature).array();
    return MARK + name + " " + StrictBase64.encode(bytes);
  }
}
