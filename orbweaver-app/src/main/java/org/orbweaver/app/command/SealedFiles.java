package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.orbweaver.app.Failure;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.signing.KeyFile;
import org.orbweaver.governance.signing.MalformedException;

/** What is sealed, and the salt without which nobody can tell that it was, in files. */
final class SealedFiles {
  /** What is longer does not fit into an entry and is sealed by its hash. */
  private static final int LONGEST = 5_900;

  private SealedFiles() {}

  /** What is sealed of a file: its bytes; of a long one {@code sha256:} and its hash. */
  static byte[] content(Path file) {
    return LedgerInputs.parsed(
        file,
        bytes ->
            bytes.length <= LONGEST
                ? bytes
                : ("sha256:" + HexFormat.of().formatHex(sha256(bytes)) + "\n")
                    .getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java machine lacks SHA-256", e);
    }
  }

  /** Writes a salt to a new file that only its owner may read. */
  static void write(Path file, byte[] salt) throws IOException {
    try {
      KeyFile.writeSecret(file, HexFormat.of().formatHex(salt));
    } catch (FileAlreadyExistsException e) {
      throw Failure.badInput("there is a file " + file + " already", "Choose another name.");
    }
  }

  /** Reads a salt. */
  static byte[] salt(Path file) {
    return LedgerInputs.parsed(file, SealedFiles::salt);
  }

  private static byte[] salt(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (!text.matches("[0-9a-f]{" + 2 * SealedContent.SALT_BYTES + "}")) {
      throw new MalformedException("a salt has 64 hexadecimal digits");
    }
    return HexFormat.of().parseHex(text);
  }

  /** Where nothing was sealed after all, nobody needs the salt. */
  static void forget(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
