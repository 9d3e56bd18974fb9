package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.util.List;
import org.orbweaver.governance.ledger.LedgerSource;

/**
 * What the ledger asks of a file system, and no more, so that tests can put one in its place that
 * forgets what was not synced, or is full. Paths are relative, with slashes; the folder itself is
 * the empty path.
 */
public interface Disk extends LedgerSource, AutoCloseable {
  /** Writes a whole file, its folders too where they are missing. Nothing of it is durable yet. */
  void write(String path, byte[] content) throws IOException;

  /** Makes the content of a file durable; its name is a matter of its folder. */
  void sync(String path) throws IOException;

  /** Makes the names in a folder durable. */
  void syncFolder(String folder) throws IOException;

  /** Gives a file another name in one step, over whatever had it. */
  void rename(String from, String to) throws IOException;

  /** Removes a file or an empty folder; nothing happens where there is none. */
  void delete(String path) throws IOException;

  /** The names in a folder; none where it is missing. */
  List<String> list(String folder) throws IOException;

  /** Lets others write. */
  @Override
  void close() throws IOException;
}
