package org.orbweaver.governance.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

  /** By origin; a log whose key was replaced has several, the latest last. */
  private final Map<String, List<VerifierKey>> logs = new LinkedHashMap<>();

  /**
   * A witness of some logs, whose memory is a folder of its own.
   *
   * @param logs keys of one name are those of one log, each in the place of the one before: once a
   *     checkpoint of a later one was cosigned, the earlier ones are refused
   * @throws DamagedException where what it remembers is no longer believable
   * @throws IOException where it cannot be read
   */
  public Witness(Disk disk, SignerKey key, Collection<VerifierKey> logs) throws IOException {
    this.disk = disk;
    this.key = key;
    for (VerifierKey log : logs) {
      this.logs.computeIfAbsent(log.name(), name -> new ArrayList<>()).add(log);
    }
    for (List<VerifierKey> keys : this.logs.values()) {
      latest(keys);
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
      List<VerifierKey> log = logs.get(checkpoint.origin());
      if (log == null) {
        return Answer.refused(404, "unknown log " + checkpoint.origin());
      }
      try {
        SignedNote latest = latest(log);
        if (term(request.note(), log) < (latest == null ? 0 : term(latest, log))) {
          return Answer.refused(403, "the log has another key by now");
        }
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

  /** Which of its log's keys signed a note, the latest of them. */
  private static int term(SignedNote note, List<VerifierKey> log) {
    return note.verified(log).keySet().stream().mapToInt(log::indexOf).max().orElse(0);
  }

  private Answer add(AddCheckpoint request, Checkpoint checkpoint, List<VerifierKey> log, long nowS)
      throws IOException {
    if (request.oldSize() > checkpoint.size()) {
      return Answer.refused(400, "the old size is above the new one");
    }
    SignedNote latest = latest(log);
    Checkpoint old =
        latest == null
            ? new Checkpoint(checkpoint.origin(), 0, Hash.EMPTY)
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
  private @Nullable SignedNote latest(List<VerifierKey> log) throws IOException {
    String path = path(log);
    byte[] bytes = disk.read(path);
    if (bytes == null) {
      return null;
    }
    try {
      SignedNote note = SignedNote.parse(bytes);
      note.verified(log);
      return note;
    } catch (MalformedException | UntrustedException e) {
      throw new DamagedException(path + ": " + e.getMessage(), path);
    }
  }

  private void remember(List<VerifierKey> log, SignedNote note) throws IOException {
    String path = path(log);
    disk.write(path + ".tmp", note.bytes());
    disk.sync(path + ".tmp");
    disk.rename(path + ".tmp", path);
    disk.syncFolder("");
  }

  /** An origin may hold any character; its hash may not. */
  private static String path(List<VerifierKey> log) {
    return Hash.leaf(log.getFirst().name().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32)
        + ".checkpoint";
  }
}
