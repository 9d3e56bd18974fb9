package org.orbweaver.governance.ledger.store;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;

/**
 * The file {@code checkpoint}, which is all that makes entries part of the ledger, and its two
 * forerunners. What is to be published is durable as {@code checkpoint.next} before anyone can see
 * it: were a checkpoint seen and then lost by a power cut, the log would sign another in its place.
 */
final class CheckpointFile {
  private static final String NOW = LedgerSource.CHECKPOINT;
  private static final String NEXT = "checkpoint.next";
  private static final String DRAFT = "checkpoint.tmp";

  private final Disk disk;
  private final TrustPolicy policy;

  CheckpointFile(Disk disk, TrustPolicy policy) {
    this.disk = disk;
    this.policy = policy;
  }

  /** Whether there is a ledger. */
  boolean exists() throws IOException {
    return disk.read(NOW) != null || disk.read(NEXT) != null;
  }

  /** What is published, or null where nothing is. */
  @Nullable SignedNote now() throws IOException {
    return read(NOW);
  }

  /** What was to be published when the writer was stopped, or null. */
  @Nullable SignedNote next() throws IOException {
    return read(NEXT);
  }

  private @Nullable SignedNote read(String path) throws IOException {
    byte[] bytes = disk.read(path);
    if (bytes == null) {
      return null;
    }
    try {
      return policy.trust(SignedNote.parse(bytes)).note();
    } catch (MalformedException | UntrustedException e) {
      throw new DamagedException(path + ": " + e.getMessage(), path);
    }
  }

  static Checkpoint of(SignedNote note) {
    return Checkpoint.parse(note.text());
  }

  /** Prepares a checkpoint; where this fails, nothing has happened. */
  void draft(SignedNote note) throws IOException {
    disk.write(DRAFT, note.bytes());
    disk.sync(DRAFT);
  }

  /** Decides that the draft comes next, for ever; where this fails, nobody knows. */
  void decide() throws IOException {
    disk.rename(DRAFT, NEXT);
    disk.syncFolder("");
  }

  /** Shows what was decided. */
  void publish() throws IOException {
    disk.rename(NEXT, NOW);
  }

  /** Puts the draft in the place of what is published, which it says as well. */
  void replace() throws IOException {
    disk.rename(DRAFT, NOW);
    disk.syncFolder("");
  }

  /** Makes sure that what is published stays so, and removes what was not decided. */
  void settle() throws IOException {
    disk.delete(DRAFT);
    disk.syncFolder("");
  }
}
