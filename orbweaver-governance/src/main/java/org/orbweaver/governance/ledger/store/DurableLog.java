package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.EntryBundle;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TilePath;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * A ledger that is appended to. Whoever appends waits until a signed checkpoint over the entries is
 * durable and published; those who come while a batch is being written share the next one. May be
 * used by many threads.
 */
public final class DurableLog implements AutoCloseable {
  /** Entries of one batch, at most, unless a caller brings more at once. */
  private static final int MOST = 4096;

  /**
   * Entries that are durable and published.
   *
   * @param first index of the first of them
   * @param note the checkpoint that covers them
   */
  public record Appended(long first, int count, SignedNote note) {}

  /** What one caller brings, and what becomes of it. */
  private static final class Wish {
    private final List<byte[]> entries;
    private final Thread caller = Thread.currentThread();
    private volatile @Nullable Appended appended;
    private volatile @Nullable IOException failure;

    Wish(List<byte[]> entries) {
      this.entries = entries;
    }

    boolean isDone() {
      return appended != null || failure != null;
    }

    void succeed(Appended how) {
      appended = how;
      LockSupport.unpark(caller);
    }

    void fail(IOException why) {
      failure = why;
      LockSupport.unpark(caller);
    }
  }

  private final Disk disk;
  private final SignerKey key;
  private final TrustPolicy policy;
  private final CheckpointFile checkpoints;
  private final Set<String> durableFolders = new HashSet<>();
  private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writer = new ReentrantLock();

  // Guarded by writer; published for readers.
  private volatile LogState state;
  private volatile boolean broken;

  DurableLog(Disk disk, SignerKey key, TrustPolicy policy, LogState state) {
    this.disk = disk;
    this.key = key;
    this.policy = policy;
    this.checkpoints = new CheckpointFile(disk, policy);
    this.state = state;
  }

  /**
   * Begins a ledger without entries.
   *
   * @throws IOException where there is one already, or it cannot be written
   */
  public static void create(Disk disk, SignerKey key) throws IOException {
    LogOpening.create(disk, key);
  }

  /**
   * Opens a ledger and finishes what was decided when its last writer was stopped.
   *
   * @throws org.orbweaver.governance.ledger.DamagedException where its files are not what its
   *     checkpoint says
   * @throws IOException where there is none, or it cannot be read or written
   */
  public static DurableLog open(Disk disk, SignerKey key) throws IOException {
    return LogOpening.open(disk, key, TrustPolicy.unwitnessed(key.verifier()));
  }

  /**
   * Opens a ledger whose checkpoint an earlier key signed, to go on with another. Whether that key
   * is the log's now is for its entries to say.
   *
   * @throws IOException as {@link #open(Disk, SignerKey)} does
   */
  public static DurableLog open(Disk disk, SignerKey key, VerifierKey before) throws IOException {
    return LogOpening.open(
        disk, key, TrustPolicy.unwitnessed(before).with(List.of(key.verifier())));
  }

  /** The key that signs what is appended. */
  public VerifierKey key() {
    return key.verifier();
  }

  /** The latest published checkpoint with the cosignatures that it has so far. */
  public SignedNote note() {
    return state.note();
  }

  /** The latest published checkpoint. */
  public Checkpoint checkpoint() {
    return CheckpointFile.of(state.note());
  }

  /** What readers see. */
  public LedgerSource source() {
    return disk;
  }

  /** Appends one entry; returns when it is durable and published. */
  public Appended append(byte[] entry) throws IOException {
    return append(List.of(entry));
  }

  /**
   * Appends entries in their order, all or none; returns when they are durable and published.
   *
   * @throws MalformedException where an entry is longer than 65,535 bytes or there is none
   * @throws UnknownOutcomeException where nobody can say whether they are part of the ledger: open
   *     it again
   * @throws IOException where they could not be written; then none of them is part of it
   */
  public Appended append(List<byte[]> entries) throws IOException {
    if (entries.isEmpty()) {
      throw new MalformedException("nothing to append");
    }
    for (byte[] entry : entries) {
      if (entry.length > EntryBundle.LONGEST) {
        throw new MalformedException(
            "an entry of " + entry.length + " bytes is longer than " + EntryBundle.LONGEST);
      }
    }
    Wish mine = new Wish(List.copyOf(entries));
    wishes.add(mine);
    boolean interrupted = false;
    while (!mine.isDone()) {
      // Whoever finds nobody writing writes for all. The others wait for their own wish, not for
      // the lock: having it only to see that all is done would keep the next batch small.
      if (writer.tryLock()) {
        try {
          if (!mine.isDone()) {
            writeBatch(nextBatch());
          }
        } finally {
          release();
        }
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Appended appended = mine.appended;
    if (appended != null) {
      return appended;
    }
    // A fresh one: several callers may share a failure, and each has its own stack.
    IOException failure = Objects.requireNonNull(mine.failure);
    throw failure instanceof UnknownOutcomeException
        ? new UnknownOutcomeException(failure)
        : new IOException(String.valueOf(failure.getMessage()), failure);
  }

  /** Gives the lock back; who waits to write is woken, since nobody else would. */
  private void release() {
    writer.unlock();
    Wish next = wishes.peek();
    if (next != null) {
      LockSupport.unpark(next.caller);
    }
  }

  private List<Wish> nextBatch() {
    List<Wish> batch = new ArrayList<>();
    int count = 0;
    for (Wish wish = wishes.peek(); wish != null; wish = wishes.peek()) {
      if (count > 0 && count + wish.entries.size() > MOST) {
        break;
      }
      batch.add(wishes.remove());
      count += wish.entries.size();
    }
    return batch;
  }

  private void writeBatch(List<Wish> batch) {
    List<byte[]> entries = new ArrayList<>();
    batch.forEach(wish -> entries.addAll(wish.entries));
    try {
      long first = state.edge().size();
      SignedNote note = commit(entries);
      for (Wish wish : batch) {
        wish.succeed(new Appended(first, wish.entries.size(), note));
        first += wish.entries.size();
      }
    } catch (IOException e) {
      batch.forEach(wish -> wish.fail(e));
    } catch (RuntimeException | Error e) {
      // Whatever this is, the memory may no longer be as the disk is.
      broken = true;
      batch.forEach(wish -> wish.fail(new UnknownOutcomeException(e)));
      throw e;
    }
  }

  private SignedNote commit(List<byte[]> entries) throws IOException {
    requireUnbroken();
    LogState before = state;
    LongerLog longer = new LongerLog(before, entries);
    LogState after = longer.signed(key);
    try {
      longer.write(disk, durableFolders);
      checkpoints.draft(after.note());
    } catch (IOException e) {
      LogOpening.tryRemoveUndecided(disk, before.edge().size());
      throw e;
    }
    try {
      checkpoints.decide();
      checkpoints.publish();
    } catch (IOException e) {
      broken = true;
      throw new UnknownOutcomeException(e);
    }
    state = after;
    dropPartial(longer.filled());
    return after.note();
  }

  /** What a full tile holds needs no partial ones; whether they go now or later is all the same. */
  private void dropPartial(List<TilePath> filled) {
    for (TilePath tile : filled) {
      String folder = tile.partialFolder();
      try {
        for (String name : disk.list(folder)) {
          disk.delete(folder + "/" + name);
        }
        disk.delete(folder);
      } catch (IOException e) {
        return;
      } finally {
        durableFolders.remove(folder);
      }
    }
  }

  /**
   * Adds cosignatures to the published checkpoint, if it still is the one that they are over.
   *
   * @return whether it is
   * @throws UntrustedException where one of them is by the log's own key and wrong
   */
  public boolean addCosignatures(SignedNote over, Collection<NoteSignature> cosignatures)
      throws IOException {
    writer.lock();
    try {
      requireUnbroken();
      LogState before = state;
      if (!before.note().text().equals(over.text())) {
        return false;
      }
      SignedNote note = before.note().with(cosignatures);
      policy.trust(note);
      if (note.equals(before.note())) {
        return true;
      }
      checkpoints.draft(note);
      try {
        checkpoints.replace();
      } catch (IOException e) {
        broken = true;
        throw new UnknownOutcomeException(e);
      }
      state = new LogState(before.edge(), before.bundle(), note);
      return true;
    } finally {
      release();
    }
  }

  private void requireUnbroken() throws IOException {
    if (broken) {
      throw new IOException("the ledger must be opened again: an earlier write may be half done");
    }
  }

  /** Lets others write. */
  @Override
  public void close() throws IOException {
    writer.lock();
    try {
      broken = true;
      disk.close();
    } finally {
      release();
    }
  }
}
