package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.EntryBundle;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.ledger.TilePath;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;

/** A ledger with further entries: the files that it needs, and what it will be. */
final class LongerLog {
  private final RightEdge edge;
  private final List<byte[]> bundle;
  private final Map<TilePath, byte[]> files = new LinkedHashMap<>();

  LongerLog(LogState before, List<byte[]> entries) {
    edge = before.edge().copy();
    bundle = new ArrayList<>(before.bundle());
    for (byte[] entry : entries) {
      append(entry.clone());
    }
    addPartial(before.edge().size());
  }

  private void append(byte[] entry) {
    bundle.add(entry);
    if (bundle.size() == TilePath.FULL) {
      long index = edge.size() / TilePath.FULL;
      files.put(new TilePath(TilePath.ENTRIES, index, TilePath.FULL), EntryBundle.encode(bundle));
      bundle.clear();
    }
    edge.append(
        Hash.leaf(entry),
        (level, index, hashes) ->
            files.put(new TilePath(level, index, TilePath.FULL), RightEdge.encode(hashes)));
  }

  private void addPartial(long sizeBefore) {
    long size = edge.size();
    if (!bundle.isEmpty()) {
      files.put(
          TilePath.of(TilePath.ENTRIES, size / TilePath.FULL, size), EntryBundle.encode(bundle));
    }
    for (int level = 0; level < edge.levels(); level++) {
      List<Hash> hashes = edge.partial(level);
      long count = size >> (8 * level);
      // A tile that is part of the ledger already must not be touched again.
      if (!hashes.isEmpty() && count != sizeBefore >> (8 * level)) {
        files.put(TilePath.of(level, count / TilePath.FULL, size), RightEdge.encode(hashes));
      }
    }
  }

  /** Makes all its files durable; nothing of them is part of the ledger yet. */
  void write(Disk disk, Set<String> durableFolders) throws IOException {
    Unsynced unsynced = new Unsynced(disk, durableFolders);
    for (Map.Entry<TilePath, byte[]> file : files.entrySet()) {
      unsynced.write(file.getKey().path(), file.getValue());
    }
    unsynced.sync();
  }

  /** Tiles and bundles that became full. */
  List<TilePath> filled() {
    return files.keySet().stream().filter(TilePath::isFull).toList();
  }

  /** What it will be under a new checkpoint. */
  LogState signed(SignerKey key) {
    String text = new Checkpoint(key.name(), edge.size(), edge.root()).text();
    return new LogState(edge, bundle, SignedNote.of(text, List.of(NoteSignature.sign(key, text))));
  }
}
