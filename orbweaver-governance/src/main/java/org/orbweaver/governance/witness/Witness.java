package org.orbweaver.governance.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.DamagedException;
import org.orbweaver.governance.ledger.store.Disk;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.ProofCheck;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Cosigns a log's checkpoints, each only if it contains the one before. What it cosigned last is
 * durable before it answers: a witness that forgets would cosign two histories. May be used by many
 * threads, one request after another.
 */
public final class Witness {
  private final Disk disk;
  private final SignerKey key;
  private final Map<String, VerifierKey> logs = new HashMap<>();

  /**
   * A witness of some logs, whose memory is a folder of its own.
   *
   * @throws DamagedException where what it remembers is no longer believable
   * @throws IOException where it cannot be read
   */
  public Witness(Disk disk, SignerKey key, Collection<VerifierKey> logs) throws IOException {
    this.disk = disk;
    this.key = key;
    for (VerifierKey log : logs) {
      this.logs.put(log.name(), log);
      latest(log);
    }
  }

  /**
   * Answers {@code POST add-checkpoint}.
   *
   * @param nowS seconds since the Unix epoch
   */
  public synchronized Answer addCheckpoint(byte[] body, long nowS) {
    try {
      AddCheckpoint request = AddCheckpoint.parse(body);
      Checkpoint checkpoint = Checkpoint.parse(request.note().text());
      VerifierKey log = logs.get(checkpoint.origin());
      if (log == null) {
        return Answer.refused(404, "unknown log " + checkpoint.origin());
      }
      try {
        request.note().verified(List.of(log));
      } catch (UntrustedException e) {
        return Answer.refused(403, e.message());
      }
      return add(request, checkpoint, log, nowS);
    } catch (MalformedException e) {
      return Answer.refused(400, e.message());
    } catch (IOException e) {
      return Answer.refused(500, "the witness cannot remember this");
    }
  }

  private Answer add(AddCheckpoint request, Checkpoint checkpoint, VerifierKey log, long nowS)
      throws IOException {
    if (request.oldSize() > checkpoint.size()) {
      return Answer.refused(400, "the old size is above the new one");
    }
    SignedNote latest = latest(log);
    Checkpoint old =
        latest == null
            ? new Checkpoint(log.name(), 0, Hash.EMPTY)
            : Checkpoint.parse(latest.text());
    if (request.oldSize() != old.size()) {
      return Answer.conflict(old.size());
    }
    if (old.size() == checkpoint.size() && !old.root().equals(checkpoint.root())) {
      return Answer.conflict(old.size());
    }
    if (!ProofCheck.consistency(
        old.size(), old.root(), checkpoint.size(), checkpoint.root(), request.proof())) {
      return Answer.refused(422, "the log's new checkpoint does not contain its old one");
    }
    NoteSignature cosignature = NoteSignature.cosign(key, request.note().text(), nowS);
    remember(log, request.note());
    return Answer.cosigned(cosignature.toString());
  }

  /** The checkpoint of a log that was cosigned last, or null. */
  private @Nullable SignedNote latest(VerifierKey log) throws IOException {
    String path = path(log);
    byte[] bytes = disk.read(path);
    if (bytes == null) {
      return null;
    }
    try {
      SignedNote note = SignedNote.parse(bytes);
      note.verified(List.of(log));
      return note;
    } catch (MalformedException | UntrustedException e) {
      throw new DamagedException(path + ": " + e.getMessage(), path);
    }
  }

  private void remember(VerifierKey log, SignedNote note) throws IOException {
    String path = path(log);
    disk.write(path + ".tmp", note.bytes());
    disk.sync(path + ".tmp");
    disk.rename(path + ".tmp", path);
    disk.syncFolder("");
  }

  /** An origin may hold any character; its hash may not. */
  private static String path(VerifierKey log) {
    return Hash.leaf(log.name().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32)
        + ".checkpoint";
  }
}
