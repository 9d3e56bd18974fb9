package org.orbweaver.governance.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.orbweaver.governance.merkle.CompactRange;
import org.orbweaver.governance.merkle.Hash;

/**
 * All that appending needs: on each level the hashes of the tile that is not full yet. From them
 * follow the root and every tile. Not for several threads.
 */
public final class RightEdge {
  /** Takes each tile when it becomes full. */
  @FunctionalInterface
  public interface FullTile {
    void full(int level, long index, List<Hash> hashes);
  }

  private final List<List<Hash>> levels = new ArrayList<>();
  private long size;

  /** Of the empty tree. */
  public RightEdge() {}

  /** A copy that goes its own way. */
  public RightEdge copy() {
    RightEdge copy = new RightEdge();
    levels.forEach(level -> copy.levels.add(new ArrayList<>(level)));
    copy.size = size;
    return copy;
  }

  /**
   * As the tiles of a ledger have it; to be believed where {@link #root} is.
   *
   * @throws DamagedException where a tile is missing or has the wrong length
   */
  public static RightEdge read(LedgerSource source, long size) throws IOException {
    return read(source, size, size);
  }

  /**
   * That of the first entries of a ledger, as the tiles of all of it have it.
   *
   * @param of entries of the ledger, at least {@code size}
   * @throws DamagedException where a tile is missing or has the wrong length
   */
  public static RightEdge read(LedgerSource source, long size, long of) throws IOException {
    RightEdge edge = new RightEdge();
    TileReader tiles = new TileReader(source, of);
    for (int level = 0; level < TilePath.LEVELS && size >> (8 * level) > 0; level++) {
      long hashes = size >> (8 * level);
      edge.levels.add(
          hashes % TilePath.FULL == 0
              ? new ArrayList<>()
              : new ArrayList<>(
                  tiles
                      .tile(TilePath.of(level, hashes / TilePath.FULL, of))
                      .subList(0, (int) (hashes % TilePath.FULL))));
    }
    edge.size = size;
    return edge;
  }

  /** Appends a leaf, and tells of each tile that it makes full. */
  public void append(Hash leaf, FullTile full) {
    long index = size++;
    Hash hash = leaf;
    for (int level = 0; ; level++, index /= TilePath.FULL) {
      if (levels.size() == level) {
        levels.add(new ArrayList<>());
      }
      List<Hash> hashes = levels.get(level);
      hashes.add(hash);
      if (hashes.size() < TilePath.FULL) {
        return;
      }
      full.full(level, index / TilePath.FULL, List.copyOf(hashes));
      CompactRange range = new CompactRange();
      hashes.forEach(range::append);
      hash = range.root();
      hashes.clear();
    }
  }

  /** Leaves so far. */
  public long size() {
    return size;
  }

  /** Number of levels that have had a hash. */
  public int levels() {
    return levels.size();
  }

  /** The hashes of a level's tile that is not full; empty where there is none. */
  public List<Hash> partial(int level) {
    return level < levels.size() ? List.copyOf(levels.get(level)) : List.of();
  }

  /** The root of all leaves so far. */
  public Hash root() {
    CompactRange range = new CompactRange();
    for (int level = levels.size() - 1; level >= 0; level--) {
      for (Hash hash : levels.get(level)) {
        range.append(hash, 8 * level);
      }
    }
    return range.root();
  }

  /** Hashes as a tile has them. */
  public static byte[] encode(List<Hash> hashes) {
    byte[] tile = new byte[hashes.size() * Hash.BYTES];
    for (int i = 0; i < hashes.size(); i++) {
      hashes.get(i).copyTo(tile, i * Hash.BYTES);
    }
    return tile;
  }
}
