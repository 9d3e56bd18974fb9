package org.orbweaver.governance.signing;

/** What the signatures of a key mean: the signature type byte of c2sp.org/signed-note. */
public enum KeyType {
  /** Signs a note's text: logs and people. */
  ED25519(0x01, 64),
  /** Says when it saw a checkpoint, and that the log has only grown: witnesses. */
  COSIGNATURE(0x04, 72);

  private final int code;
  private final int signatureBytes;

  KeyType(int code, int signatureBytes) {
    this.code = code;
    this.signatureBytes = signatureBytes;
  }

  /** The byte that stands for it before a public key. */
  public byte code() {
    return (byte) code;
  }

  /** Length of a signature in a note, without the key id. */
  public int signatureBytes() {
    return signatureBytes;
  }

  /**
   * The type of a code.
   *
   * @throws MalformedException where the code is none of ours
   */
  static KeyType of(byte code) {
    for (KeyType type : values()) {
      if (type.code() == code) {
        return type;
      }
    }
    throw new MalformedException("unknown type of key 0x%02x".formatted(code));
  }
}
