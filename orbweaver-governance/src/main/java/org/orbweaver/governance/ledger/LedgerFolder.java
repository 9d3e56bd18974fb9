package org.orbweaver.governance.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A ledger in a folder. */
public final class LedgerFolder implements LedgerSource {
  private final Path folder;

  public LedgerFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public byte @Nullable [] read(String path) throws IOException {
    Path file = folder.resolve(path);
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return null;
    }
  }
}
