package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk that loses power at a chosen operation. What was not synced by then may be there, be there
 * in part or be gone, file by file and name by name; renames happen or do not, in any order. It can
 * also be full for a while.
 */
public final class SimulatedDisk implements Disk {
  /** The power is gone. */
  public static final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final class Content {
    private byte[] seen;
    private byte[] durable;
    private boolean dirty = true;

    Content(byte[] seen) {
      this.seen = seen;
      this.durable = new byte[0];
    }
  }

  /** Names that changed together; null is gone. */
  private record Change(Map<String, @Nullable Content> names) {}

  private final Random random;
  private final TreeMap<String, Content> seen = new TreeMap<>();
  private final TreeMap<String, Content> durable = new TreeMap<>();
  private final List<Change> pending = new ArrayList<>();
  private long operationsLeft = Long.MAX_VALUE;
  private boolean full;

  public SimulatedDisk(Random random) {
    this.random = random;
  }

  /** Lets so many more changes pass. */
  public void cutAfter(long operations) {
    operationsLeft = operations;
  }

  public void setFull(boolean isFull) {
    full = isFull;
  }

  /** What is left when the power is back. */
  public SimulatedDisk afterPowerCut() {
    for (Change change : pending) {
      if (random.nextInt(3) > 0) {
        apply(durable, change.names());
      }
    }
    SimulatedDisk disk = new SimulatedDisk(random);
    durable.keySet().removeIf(path -> !isReachable(path));
    durable.forEach((path, content) -> {
      Content left = new Content(content.dirty ? torn(content) : content.seen);
      left.durable = left.seen;
      left.dirty = false;
      disk.seen.put(path, left);
      disk.durable.put(path, left);
    });
    return disk;
  }

  /** What is left when only the process was killed. */
  public SimulatedDisk afterKill() {
    pending.forEach(change -> apply(durable, change.names()));
    pending.clear();
    SimulatedDisk disk = new SimulatedDisk(random);
    disk.seen.putAll(seen);
    disk.durable.putAll(durable);
    return disk;
  }

  private boolean isReachable(String path) {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      if (!durable.containsKey(path.substring(0, slash + 1))) {
        return false;
      }
    }
    return true;
  }

  private byte[] torn(Content content) {
    return switch (random.nextInt(5)) {
      case 0 -> content.durable;
      case 1 -> new byte[0];
      case 2 -> Arrays.copyOf(content.seen, random.nextInt(content.seen.length + 1));
      case 3 -> new byte[content.seen.length];
      default -> content.seen;
    };
  }

  private static void apply(Map<String, Content> names, Map<String, @Nullable Content> changes) {
    changes.forEach((path, content) -> {
      if (content == null) {
        names.remove(path);
      } else {
        names.put(path, content);
      }
    });
  }

  private void change(Map<String, @Nullable Content> names) {
    apply(seen, names);
    pending.add(new Change(names));
  }

  private void operation() {
    if (operationsLeft-- <= 0) {
      throw new PowerCut();
    }
  }

  private void space() throws IOException {
    if (full && random.nextInt(3) == 0) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public byte @Nullable [] read(String path) {
    Content content = seen.get(path);
    return content == null ? null : content.seen.clone();
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    if (operationsLeft <= 0) {
      put(path, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }
    operation();
    try {
      space();
    } catch (IOException e) {
      put(path, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
      throw e;
    }
    put(path, bytes.clone());
  }

  private void put(String path, byte[] bytes) {
    Content content = seen.get(path);
    if (content == null) {
      // Folders are names too, in the folder above; they end with a slash.
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String folder = path.substring(0, slash + 1);
        if (!seen.containsKey(folder)) {
          change(new TreeMap<>(Map.of(folder, new Content(new byte[0]))));
        }
      }
      Map<String, @Nullable Content> names = new TreeMap<>();
      names.put(path, new Content(bytes));
      change(names);
    } else {
      content.seen = bytes;
      content.dirty = true;
    }
  }

  @Override
  public void sync(String path) throws IOException {
    operation();
    space();
    Content content = seen.get(path);
    if (content == null) {
      throw new IOException("no file " + path);
    }
    content.durable = content.seen;
    content.dirty = false;
  }

  @Override
  public void syncFolder(String folder) throws IOException {
    operation();
    space();
    String prefix = folder.isEmpty() ? "" : folder + "/";
    // A name is durable when its folder is; the folder's own name is a name in the one above.
    List<Change> still = new ArrayList<>();
    for (Change change : pending) {
      boolean here =
          change.names().keySet().stream()
              .anyMatch(path ->
                  path.startsWith(prefix) && !path.substring(prefix.length()).matches(".*/.+"));
      if (here) {
        apply(durable, change.names());
      } else {
        still.add(change);
      }
    }
    pending.clear();
    pending.addAll(still);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    operation();
    space();
    Content content = seen.get(from);
    if (content == null) {
      throw new IOException("no file " + from);
    }
    Map<String, @Nullable Content> names = new TreeMap<>();
    names.put(from, null);
    names.put(to, content);
    change(names);
  }

  @Override
  public void delete(String path) {
    operation();
    String name = seen.containsKey(path) ? path : path + "/";
    if (seen.containsKey(name) && list(path).isEmpty()) {
      Map<String, @Nullable Content> names = new TreeMap<>();
      names.put(name, null);
      change(names);
    }
  }

  @Override
  public List<String> list(String folder) {
    String prefix = folder + "/";
    return seen.keySet().stream()
        .filter(path -> path.startsWith(prefix) && path.length() > prefix.length())
        .map(path -> path.substring(prefix.length()).replaceAll("/.*", ""))
        .distinct()
        .toList();
  }

  @Override
  public void close() {}
}
