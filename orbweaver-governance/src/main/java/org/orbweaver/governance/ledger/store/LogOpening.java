package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.EntryBundle;
import org.orbweaver.governance.ledger.RightEdge;
import org.orbweaver.governance.ledger.TilePath;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;

/**
 * Begins and opens ledgers. What is checked on opening is all that appending builds upon: the
 * checkpoint's signature, that the hashes of its right edge lead to its root, and that the entries
 * of the last bundle have those hashes. {@code orbweaver ledger verify} checks the rest.
 */
final class LogOpening {
  private LogOpening() {}

  static void create(Disk disk, SignerKey key) throws IOException {
    TrustPolicy policy = TrustPolicy.unwitnessed(key.verifier());
    CheckpointFile checkpoints = new CheckpointFile(disk, policy);
    if (checkpoints.exists() || !disk.list("tile").isEmpty()) {
      throw new IOException("there is a ledger already");
    }
    String text = new Checkpoint(key.name(), 0, Hash.EMPTY).text();
    checkpoints.draft(SignedNote.of(text, List.of(NoteSignature.sign(key, text))));
    checkpoints.replace();
  }

  static DurableLog open(Disk disk, SignerKey key, TrustPolicy policy) throws IOException {
    CheckpointFile checkpoints = new CheckpointFile(disk, policy);
    SignedNote now = checkpoints.now();
    if (now == null) {
      throw new DamagedException("there is no ledger: no file 'checkpoint'", "checkpoint");
    }
    SignedNote next = checkpoints.next();
    LogState state;
    if (next != null && CheckpointFile.of(next).size() > CheckpointFile.of(now).size()) {
      // It was decided, so its entries are durable and may have been acknowledged.
      state = read(disk, next);
      checkpoints.publish();
    } else {
      state = read(disk, now);
      if (next != null) {
        disk.delete("checkpoint.next");
      }
    }
    checkpoints.settle();
    removeUndecided(disk, state.edge().size());
    return new DurableLog(disk, key, policy, state);
  }

  private static LogState read(Disk disk, SignedNote note) throws IOException {
    Checkpoint checkpoint = CheckpointFile.of(note);
    long size = checkpoint.size();
    RightEdge edge = RightEdge.read(disk, size);
    if (!edge.root().equals(checkpoint.root())) {
      throw new DamagedException(
          "the tiles do not lead to the root of the checkpoint of size " + size, "tile");
    }
    List<byte[]> bundle = List.of();
    if (size % TilePath.FULL != 0) {
      TilePath path = TilePath.of(TilePath.ENTRIES, size / TilePath.FULL, size);
      EntryBundle.Read read = new TileReader(disk, size).bundle(path.index());
      List<Hash> hashes = read.entries().stream().map(Hash::leaf).toList();
      if (!read.broken().isEmpty() || !hashes.equals(edge.partial(0))) {
        throw new DamagedException(
            path + " does not hold the entries of the checkpoint of size " + size, path.path());
      }
      bundle = read.entries();
    }
    return new LogState(edge, bundle, note);
  }

  /**
   * Removes what a stopped writer left at the edge without having decided it. It would be written
   * over in any case, but until then a full tile could stand in for a partial one.
   */
  static void removeUndecided(Disk disk, long size) throws IOException {
    removeUndecided(disk, TilePath.ENTRIES, size);
    for (int level = 0; level < 8; level++) {
      removeUndecided(disk, level, size >> (8 * level));
    }
  }

  /** The same after a write that failed; where the disk fails here too, opening does it. */
  static void tryRemoveUndecided(Disk disk, long size) {
    try {
      removeUndecided(disk, size);
    } catch (IOException e) {
      // The failure that led here is the one that is told.
    }
  }

  private static void removeUndecided(Disk disk, int level, long hashes) throws IOException {
    TilePath edge = new TilePath(level, hashes / TilePath.FULL, TilePath.FULL);
    disk.delete(edge.path());
    long width = hashes % TilePath.FULL;
    for (String name : disk.list(edge.partialFolder())) {
      Long partial = number(name);
      if (partial != null && partial > width) {
        disk.delete(edge.partialFolder() + "/" + name);
      }
    }
  }

  private static @Nullable Long number(String name) {
    return name.matches("[1-9]\\d{0,2}") ? Long.valueOf(name) : null;
  }
}
