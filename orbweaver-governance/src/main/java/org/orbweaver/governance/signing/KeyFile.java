package org.orbweaver.governance.signing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A private key in a file that only its owner may read. */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Far longer than any key; a file that is longer is something else. */
  private static final int LONGEST = 8192;

  private KeyFile() {}

  /**
   * Writes a key to a new file with mode 0600.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is a file, which stays as it is
   * @throws IOException where it cannot be written
   */
  public static void write(Path file, SignerKey key) throws IOException {
    writeSecret(file, key.secretText());
  }

  /**
   * Writes a secret, a line of text, to a new file with mode 0600.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is a file, which stays as it is
   * @throws IOException where it cannot be written
   */
  public static void writeSecret(Path file, String secret) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        posix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    byte[] text = (secret + "\n").getBytes(StandardCharsets.UTF_8);
    FileChannel channel =
        FileChannel.open(
            file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
    try (channel) {
      ByteBuffer buffer = ByteBuffer.wrap(text);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      // Half a key is none, and would keep the next attempt from its name.
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * Reads a key.
   *
   * @throws IOException where the file cannot be read
   * @throws MalformedException where others than its owner may read it, or it holds no key
   */
  public static SignerKey read(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (!EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE)
          .containsAll(permissions)) {
        throw new MalformedException(
            file + " may be read by others than its owner: chmod 600 " + file);
      }
    }
    if (Files.size(file) > LONGEST) {
      throw new MalformedException(file + " holds no private key");
    }
    // Not as UTF-8 that must be right: a wrong byte makes a wrong key, and that has its message.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return SignerKey.parse(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }
}
