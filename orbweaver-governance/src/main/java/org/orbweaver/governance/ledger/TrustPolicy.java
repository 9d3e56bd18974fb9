package org.orbweaver.governance.ledger;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.signing.NoteSignature;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.UntrustedException;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Whom a verifier believes (c2sp.org/tlog-policy): the keys of logs, and which witnesses together
 * make a checkpoint believable. {@link PolicyReader} reads the file.
 */
public final class TrustPolicy {
  /** A log or a witness; where it can be reached is known only to those who need it. */
  public record Party(String name, VerifierKey key, @Nullable URI url) {}

  /**
   * So many of the members, which are names of witnesses or of groups before it.
   *
   * @param threshold at least 1 and at most the number of members
   */
  public record Group(String name, int threshold, List<String> members) {
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * A checkpoint that a known log signed.
   *
   * @param note as it was read
   * @param cosignatures of known witnesses, by their names in the policy
   * @param witnessed whether they meet the quorum; never where the quorum is none
   */
  public record Trusted(
      Checkpoint checkpoint,
      SignedNote note,
      VerifierKey log,
      Map<String, NoteSignature> cosignatures,
      boolean witnessed) {
    public Trusted {
      cosignatures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(cosignatures));
    }
  }

  private final Map<String, Party> logs = new LinkedHashMap<>();
  private final Map<String, Party> witnesses = new LinkedHashMap<>();
  private final List<Group> groups;
  private final Optional<String> quorum;

  /**
   * A policy whose names have been checked.
   *
   * @param quorum a witness or group, or empty where none is asked for
   */
  TrustPolicy(
      Collection<Party> logs,
      Collection<Party> witnesses,
      List<Group> groups,
      Optional<String> quorum) {
    logs.forEach(log -> this.logs.put(log.name(), log));
    witnesses.forEach(witness -> this.witnesses.put(witness.name(), witness));
    this.groups = List.copyOf(groups);
    this.quorum = quorum;
  }

  /** One log, and nobody who watches it. */
  public static TrustPolicy unwitnessed(VerifierKey log) {
    return new TrustPolicy(
        List.of(new Party(log.name(), log, null)), List.of(), List.of(), Optional.empty());
  }

  /** The logs, whose names are their origins. */
  public List<Party> logs() {
    return List.copyOf(logs.values());
  }

  /** The witnesses. */
  public List<Party> witnesses() {
    return List.copyOf(witnesses.values());
  }

  /** Whether cosignatures are asked for at all. */
  public boolean asksForWitnesses() {
    return quorum.isPresent();
  }

  /**
   * Believes a checkpoint as far as its signatures go.
   *
   * @throws org.orbweaver.governance.signing.MalformedException where it is no checkpoint
   * @throws UntrustedException where its origin is none of the logs, or the log's signature or one
   *     of a known witness is missing or wrong
   */
  public Trusted trust(SignedNote note) {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    Party log = logs.get(checkpoint.origin());
    if (log == null) {
      throw new UntrustedException("the origin '" + checkpoint.origin() + "' is no known log");
    }
    List<VerifierKey> keys = new ArrayList<>();
    keys.add(log.key());
    witnesses.values().forEach(witness -> keys.add(witness.key()));
    Map<VerifierKey, NoteSignature> verified = note.verified(keys);
    if (!verified.containsKey(log.key())) {
      throw new UntrustedException("the log " + log.name() + " did not sign this");
    }
    Map<String, NoteSignature> cosignatures = new LinkedHashMap<>();
    for (Party witness : witnesses.values()) {
      NoteSignature signature = verified.get(witness.key());
      if (signature != null) {
        cosignatures.put(witness.name(), signature);
      }
    }
    return new Trusted(checkpoint, note, log.key(), cosignatures, isMet(cosignatures.keySet()));
  }

  /** Whether these witnesses together meet the quorum; false where there is none. */
  public boolean isMet(Set<String> cosigners) {
    Set<String> met = cosigners.stream().filter(witnesses::containsKey).collect(Collectors.toSet());
    for (Group group : groups) {
      if (group.members().stream().filter(met::contains).count() >= group.threshold()) {
        met.add(group.name());
      }
    }
    return quorum.filter(met::contains).isPresent();
  }
}
