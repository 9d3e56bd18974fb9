package org.orbweaver.governance.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text forms of keys. The pair is that of the tests of Go's golang.org/x/mod/sumdb/note, which
 * defined the formats.
 */
class A02_KeysTest {
  static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  static final String PETER_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  @Test
  void theFormsAreThoseOfGo() {
    assertThat(VerifierKey.parse(PETER)).hasToString(PETER);
    assertThat(VerifierKey.parse(PETER).idHex()).isEqualTo("c74f20a3");
    assertThat(SignerKey.parse(PETER_SECRET).verifier()).isEqualTo(VerifierKey.parse(PETER));
    assertThat(SignerKey.parse(PETER_SECRET).secretText()).isEqualTo(PETER_SECRET);
  }

  @Test
  void anyPartOfAKeyIsNoKey() {
    for (int i = 0; i <= PETER.length(); i++) {
      for (int j = i; j <= PETER.length(); j++) {
        if (i != 0 || j != PETER.length()) {
          String part = PETER.substring(i, j);
          assertThatThrownBy(() -> VerifierKey.parse(part)).isInstanceOf(MalformedException.class);
        }
      }
    }
  }

  @Test
  void anyChangedCharacterOfAKeyIsSeen() {
    for (String text : new String[] {PETER, PETER_SECRET}) {
      for (int i = 0; i < text.length(); i++) {
        byte[] changed = text.getBytes(StandardCharsets.US_ASCII);
        changed[i]++;
        String key = new String(changed, StandardCharsets.US_ASCII);
        assertThatThrownBy(
                () -> {
                  if (text.equals(PETER)) {
                    VerifierKey.parse(key);
                  } else {
                    SignerKey.parse(key);
                  }
                })
            .as(key)
            .isInstanceOf(MalformedException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
      })
  void wrongKeysAreRefused(String key) {
    assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\nb", "a\u0000b", "\ud800"})
  void namesWithSpacesPlusOrControlCharactersAreRefused(String name) {
    assertThatThrownBy(() -> SignerKey.generate(name, KeyType.ED25519, new SecureRandom()))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void aNewKeyIsReadBackFromAFileThatOnlyItsOwnerMayRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("approver.key");
    SignerKey key = SignerKey.generate("approver-1", KeyType.ED25519, new SecureRandom());
    KeyFile.write(file, key);
    assertThat(KeyFile.read(file).verifier()).isEqualTo(key.verifier());
    assertThat(key.toString()).doesNotContain(key.secretText());
    assertThatThrownBy(() -> KeyFile.write(file, key))
        .isInstanceOf(FileAlreadyExistsException.class);

    Assumptions.assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "the file system has no modes");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFile.read(file))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void noMessageRepeatsASecret() {
    String broken = PETER_SECRET.replace("AYEK", "AYE*");
    assertThatThrownBy(() -> SignerKey.parse(broken))
        .isInstanceOf(MalformedException.class)
        .hasMessageNotContaining("LVFGyNhPJEMz");
  }
}
