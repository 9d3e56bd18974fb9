package org.orbweaver.governance.ledger.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.EntryBundle;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.ledger.TilePath;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit.Fault;
import org.orbweaver.governance.ledger.audit.Audit.Kind;
import org.orbweaver.governance.merkle.Hash;

/**
 * Hashes entry after entry into a tree of its own and compares that with the signed root; a
 * verifier that believed the tiles would accept a forged entry with a matching forged tile. The
 * tiles serve only to say which entry it is, and are themselves compared, because others make
 * proofs from them.
 */
final class Recomputation<T> {
  /** Bundles whose entries are put in order before what they left open is settled. */
  private static final int AT_ONCE = 32;

  private final LedgerSource source;
  private final TrustPolicy.Trusted trusted;
  private final Checkpoint checkpoint;
  private final EntryCheck check;
  private final OrderedCheck<T> ordered;
  private final RightEdge edge;
  private final RightEdge asTilesSay;
  private final long from;
  private final @Nullable Checkpoint known;

  private boolean hasAnotherHistory;
  private @Nullable Fault content;
  private @Nullable Fault differing;
  private @Nullable Fault tile;

  /**
   * @param verified the tree of the entries that are not read again
   * @param known what an earlier audit found right, of those that are; or null
   */
  Recomputation(
      LedgerSource source,
      TrustPolicy.Trusted trusted,
      EntryCheck check,
      OrderedCheck<T> ordered,
      RightEdge verified,
      @Nullable Checkpoint known) {
    this.source = source;
    this.trusted = trusted;
    this.checkpoint = trusted.checkpoint();
    this.check = check;
    this.ordered = ordered;
    this.known = known;
    this.edge = verified;
    this.asTilesSay = verified.copy();
    this.from = verified.size();
  }

  /** The new hashes of a bundle, as its entries give them. */
  private record Hashed<T>(
      long first,
      List<Hash> leaves,
      List<T> read,
      String broken,
      @Nullable Fault content,
      List<Hash> tile) {}

  Audit run() throws IOException {
    try {
      return recompute();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Audit recompute() {
    long firstBundle = from / TilePath.FULL;
    long bundles = (checkpoint.size() + TilePath.FULL - 1) / TilePath.FULL;
    try (Ahead<Hashed<T>> ahead = new Ahead<>(firstBundle, bundles, this::hashed)) {
      for (long index = firstBundle; index < bundles; index++) {
        Hashed<T> hashed = ahead.take();
        note(hashed.content());
        boolean whole = append(hashed);
        if (hasAnotherHistory) {
          return result(
              Fault.of(Kind.HISTORY, "its first entries are not those of the earlier checkpoint"));
        }
        if (!whole) {
          return result(
              Fault.at(
                  Kind.ENTRY,
                  Math.min(hashed.first() + hashed.leaves().size(), checkpoint.size() - 1),
                  hashed.broken()));
        }
        if ((index - firstBundle + 1) % AT_ONCE == 0) {
          settle();
        }
      }
    }
    settle();
    comparePartialTiles();
    return result(verdict());
  }

  private Hashed<T> hashed(long index) {
    try {
      TileReader tiles = new TileReader(source, checkpoint.size());
      EntryBundle.Read read = tiles.bundle(index);
      long first = index * TilePath.FULL;
      List<Hash> leaves = new ArrayList<>(read.entries().size());
      List<T> understood = new ArrayList<>(read.entries().size());
      Fault wrong = null;
      for (int i = 0; i < read.entries().size(); i++) {
        if (first + i < from) {
          continue;
        }
        byte[] entry = read.entries().get(i);
        leaves.add(Hash.leaf(entry));
        understood.add(ordered.read(entry));
        String what = wrong != null ? null : check.check(first + i, entry);
        if (what != null) {
          wrong = Fault.at(Kind.CONTENT, first + i, what);
        }
      }
      List<Hash> tile;
      try {
        tile = tiles.tile(TilePath.of(0, index, checkpoint.size()));
      } catch (DamagedException e) {
        tile = List.of();
      }
      long next = Math.max(first, from);
      List<Hash> told = tile.subList((int) Math.min(next - first, tile.size()), tile.size());
      return new Hashed<>(next, leaves, understood, read.broken(), wrong, told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a bundle's hashes to both trees; false where entries are missing. */
  private boolean append(Hashed<T> hashed) {
    for (int i = 0; i < hashed.leaves().size(); i++) {
      long index = hashed.first() + i;
      Hash leaf = hashed.leaves().get(i);
      Hash told = i < hashed.tile().size() ? hashed.tile().get(i) : leaf;
      if (differing == null && !leaf.equals(told)) {
        differing = Fault.at(Kind.ENTRY, index, "it is not the entry whose hash its tile has");
      }
      edge.append(leaf, this::compareFullTile);
      asTilesSay.append(told, (level, at, hashes) -> {});
      boolean vouched = known != null && index < known.size();
      if (content == null || index < content.first()) {
        String what = ordered.accept(index, hashed.read().get(i), vouched);
        note(what == null ? null : Fault.at(Kind.CONTENT, index, what));
      }
      if (known != null && index + 1 == known.size() && !edge.root().equals(known.root())) {
        hasAnotherHistory = true;
        return true;
      }
    }
    return hashed.broken().isEmpty();
  }

  /** Keeps the first entry that is wrong. */
  private void note(@Nullable Fault fault) {
    if (fault != null && (content == null || fault.first() < content.first())) {
      content = fault;
    }
  }

  private void settle() {
    OrderedCheck.Wrong wrong = ordered.settle();
    note(wrong == null ? null : Fault.at(Kind.CONTENT, wrong.index(), wrong.what()));
  }

  private void compareFullTile(int level, long index, List<Hash> hashes) {
    compare(new TilePath(level, index, TilePath.FULL), hashes);
  }

  private void comparePartialTiles() {
    for (int level = 0; level < edge.levels(); level++) {
      List<Hash> hashes = edge.partial(level);
      if (!hashes.isEmpty()) {
        compare(
            TilePath.of(level, (edge.size() >> (8 * level)) / TilePath.FULL, edge.size()), hashes);
      }
    }
  }

  private void compare(TilePath path, List<Hash> hashes) {
    if (tile != null) {
      return;
    }
    try {
      byte[] served = source.read(path.path());
      if (served == null) {
        tile = Fault.of(Kind.TILE, path + " is missing");
      } else if (!Arrays.equals(served, RightEdge.encode(hashes))) {
        long each = 1L << (8 * path.level());
        int at = firstDifference(served, RightEdge.encode(hashes)) / Hash.BYTES;
        long first = (path.index() * TilePath.FULL + at) * each;
        tile =
            new Fault(
                Kind.TILE,
                first,
                Math.min(first + each, checkpoint.size()) - 1,
                path + " does not have the hashes of the entries");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int firstDifference(byte[] served, byte[] right) {
    int at = Arrays.mismatch(served, right);
    return Math.clamp(at, 0, right.length - 1);
  }

  private @Nullable Fault verdict() {
    if (edge.root().equals(checkpoint.root())) {
      return content != null ? content : tile;
    }
    if (differing != null) {
      return asTilesSay.root().equals(checkpoint.root())
          ? Fault.at(Kind.ENTRY, differing.first(), "it is not the entry that was signed")
          : differing;
    }
    if (tile != null && tile.first() >= 0) {
      return new Fault(
          Kind.ENTRY,
          tile.first(),
          tile.last(),
          "an entry from here on, with its hash, is not the one that was signed: " + tile.what());
    }
    return Fault.of(
        Kind.ROOT, "the entries do not lead to the signed root, and their tiles agree with them");
  }

  private Audit result(@Nullable Fault fault) {
    long vouched = known == null ? from : Math.min(known.size(), edge.size());
    return new Audit(trusted, vouched, edge.size() - vouched, edge.size() - from, fault);
  }
}
