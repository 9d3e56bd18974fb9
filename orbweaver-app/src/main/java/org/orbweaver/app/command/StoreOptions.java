package org.orbweaver.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.StateFolder;
import org.orbweaver.app.store.SqlStore;
import picocli.CommandLine.Option;

/** Whose accounts, and where they are kept. */
final class StoreOptions {
  private static final String FILE = "accounts.db";

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "hello",
      description = "Name of the network; hello by default.")
  String network = "hello";

  @Option(
      names = "--database",
      paramLabel = "URL|FILE",
      description =
          "postgresql://USER:PASSWORD@HOST/NAME, or a file; accounts.db in the network's state"
              + " folder by default.")
  @Nullable String database;

  /** Opens the store. */
  SqlStore open(Surroundings surroundings) {
    try {
      return database == null
          ? SqlStore.inFile(StateFolder.of(surroundings.environment(), network).resolve(FILE))
          : isUrl(database) ? SqlStore.atUrl(database) : SqlStore.inFile(Path.of(database));
    } catch (IllegalArgumentException e) {
      throw Failure.badInput(
          "--database: " + (e instanceof InvalidPathException ? "no file" : e.getMessage()),
          "Write postgresql://USER:PASSWORD@HOST:PORT/NAME, or a file.");
    }
  }

  private static boolean isUrl(String written) {
    return written.startsWith("postgresql://") || written.startsWith("jdbc:");
  }
}
