package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Files that were written and are not durable yet, with the folders that their names are in. */
final class Unsynced {
  private final Disk disk;

  /** Folders whose own names are known to be durable. */
  private final Set<String> durableFolders;

  private final Set<String> files = new LinkedHashSet<>();
  private final Set<String> folders = new LinkedHashSet<>();
  private final Set<String> ancestors = new LinkedHashSet<>();

  Unsynced(Disk disk, Set<String> durableFolders) {
    this.disk = disk;
    this.durableFolders = durableFolders;
  }

  void write(String path, byte[] content) throws IOException {
    disk.write(path, content);
    files.add(path);
    String folder = parent(path);
    folders.add(folder);
    // A new folder is a name in another one.
    while (!folder.isEmpty() && !durableFolders.contains(folder)) {
      ancestors.add(folder);
      folder = parent(folder);
      folders.add(folder);
    }
  }

  /** Makes everything that was written durable. */
  void sync() throws IOException {
    for (String file : files) {
      disk.sync(file);
    }
    for (String folder : folders) {
      disk.syncFolder(folder);
    }
    durableFolders.addAll(ancestors);
    files.clear();
    folders.clear();
    ancestors.clear();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
