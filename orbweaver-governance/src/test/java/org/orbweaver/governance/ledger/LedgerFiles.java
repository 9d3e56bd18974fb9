package org.orbweaver.governance.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.governance.merkle.Hash;

/** The tiles and bundles of a ledger in memory, by path, without a checkpoint. */
public final class LedgerFiles {
  private LedgerFiles() {}

  /** Those of so many entries. */
  public static Map<String, byte[]> of(List<byte[]> entries) {
    Map<String, byte[]> files = new HashMap<>();
    RightEdge edge = edge(entries, files);
    for (int level = 0; level < edge.levels(); level++) {
      if (!edge.partial(level).isEmpty()) {
        long index = (edge.size() >> (8 * level)) / 256;
        files.put(
            TilePath.of(level, index, edge.size()).path(), RightEdge.encode(edge.partial(level)));
      }
    }
    for (int from = 0; from < entries.size(); from += 256) {
      files.put(
          TilePath.of(TilePath.ENTRIES, from / 256, entries.size()).path(),
          EntryBundle.encode(entries.subList(from, Math.min(entries.size(), from + 256))));
    }
    return files;
  }

  private static RightEdge edge(List<byte[]> entries, Map<String, byte[]> fullTiles) {
    RightEdge edge = new RightEdge();
    for (byte[] entry : entries) {
      edge.append(
          Hash.leaf(entry),
          (level, index, hashes) ->
              fullTiles.put(new TilePath(level, index, 256).path(), RightEdge.encode(hashes)));
    }
    return edge;
  }
}
