package org.orbweaver.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store in a file. */
class A01_SqliteStoreTest extends StoreContract {
  @TempDir private Path folder = Path.of("");

  @Override
  SqlStore open() {
    return SqlStore.inFile(folder.resolve("accounts.db"));
  }

  @Test
  void d01_onlyItsOwnerReadsIt() throws Exception {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("accounts.db"))))
        .isEqualTo("rw-------");
  }
}
