package org.orbweaver.governance.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orbweaver.governance.merkle.CompactRange;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.NodeSource;

/**
 * Hashes and entries of a tree of one size from a ledger's files. What it reads is as its source
 * has it; only a root that is recomputed says whether that is right. Not for several threads.
 */
public final class TileReader implements NodeSource {
  private static final int KEPT = 64;

  private final LedgerSource source;
  private final long size;

  @SuppressWarnings("serial") // Never serialised.
  private final Map<TilePath, byte[]> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  public TileReader(LedgerSource source, long size) {
    this.source = source;
    this.size = size;
  }

  @Override
  public Hash node(int height, long index) throws IOException {
    int level = height / 8;
    int within = height % 8;
    long first = index << within;
    byte[] tile = hashes(TilePath.of(level, first / TilePath.FULL, size));
    int offset = (int) (first % TilePath.FULL);
    CompactRange range = new CompactRange();
    for (int i = 0; i < 1 << within; i++) {
      range.append(Hash.read(tile, (offset + i) * Hash.BYTES));
    }
    return range.root();
  }

  /** All hashes of a tile. */
  public List<Hash> tile(TilePath path) throws IOException {
    byte[] tile = hashes(path);
    List<Hash> hashes = new ArrayList<>(path.width());
    for (int i = 0; i < path.width(); i++) {
      hashes.add(Hash.read(tile, i * Hash.BYTES));
    }
    return hashes;
  }

  private byte[] hashes(TilePath path) throws IOException {
    byte[] known = kept.get(path);
    if (known != null) {
      return known;
    }
    byte[] tile = rawTile(path);
    kept.put(path, tile);
    return tile;
  }

  private byte[] rawTile(TilePath path) throws IOException {
    int bytes = path.width() * Hash.BYTES;
    byte[] tile = source.read(path.path());
    if (tile == null && !path.isFull()) {
      // A log may drop a partial tile when the full one is there.
      byte[] full = source.read(path.full().path());
      tile = full == null || full.length < bytes ? full : Arrays.copyOf(full, bytes);
    }
    if (tile == null) {
      return fromBelow(path);
    }
    if (tile.length != bytes) {
      throw new DamagedException(path + " has " + tile.length + " bytes, not " + bytes, path);
    }
    return tile;
  }

  /** A tile that is not there follows from the full ones under it. */
  private byte[] fromBelow(TilePath path) throws IOException {
    if (path.level() == 0) {
      throw new DamagedException(path + " is missing", path);
    }
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < path.width(); i++) {
      CompactRange range = new CompactRange();
      long child = path.index() * TilePath.FULL + i;
      tile(new TilePath(path.level() - 1, child, TilePath.FULL)).forEach(range::append);
      hashes.add(range.root());
    }
    return RightEdge.encode(hashes);
  }

  /** The entries of a bundle as far as they are whole, and what is wrong with the rest. */
  public EntryBundle.Read bundle(long index) throws IOException {
    TilePath path = TilePath.of(TilePath.ENTRIES, index, size);
    byte[] bytes = source.read(path.path());
    if (bytes != null) {
      return EntryBundle.read(bytes, path.width());
    }
    byte[] full = path.isFull() ? null : source.read(path.full().path());
    if (full == null) {
      return new EntryBundle.Read(List.of(), path + " is missing");
    }
    EntryBundle.Read read = EntryBundle.read(full, TilePath.FULL);
    return new EntryBundle.Read(
        read.entries().subList(0, Math.min(path.width(), read.entries().size())),
        read.entries().size() >= path.width() ? "" : read.broken());
  }

  /**
   * One entry.
   *
   * @throws IndexOutOfBoundsException where the tree does not have it
   * @throws DamagedException where the ledger does not
   */
  public byte[] entry(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no entry " + index + " among " + size);
    }
    EntryBundle.Read read = bundle(index / TilePath.FULL);
    int offset = (int) (index % TilePath.FULL);
    if (offset >= read.entries().size()) {
      throw new DamagedException(
          read.broken(), TilePath.of(TilePath.ENTRIES, index / TilePath.FULL, size));
    }
    return read.entries().get(offset);
  }
}
