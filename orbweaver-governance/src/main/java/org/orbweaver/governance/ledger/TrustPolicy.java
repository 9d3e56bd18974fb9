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

  private final List<Party> logs;
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
    this.logs = List.copyOf(logs);
    witnesses.forEach(witness -> this.witnesses.put(witness.name(), witness));
    this.groups = List.copyOf(groups);
    this.quorum = quorum;
  }

  /** One log, and nobody who watches it. */
  public static TrustPolicy unwitnessed(VerifierKey log) {
    return new TrustPolicy(
        List.of(new Party(log.name(), log, null)), List.of(), List.of(), Optional.empty());
  }

  /** The same, which believes further keys of a log too: those that came after one it believes. */
  public TrustPolicy with(Collection<VerifierKey> logKeys) {
    List<Party> all = new ArrayList<>(logs);
    for (VerifierKey key : logKeys) {
      if (all.stream().noneMatch(log -> log.key().equals(key))) {
        all.add(new Party(key.name(), key, null));
      }
    }
    return new TrustPolicy(all, witnesses.values(), groups, quorum);
  }

  /**
   * The logs, whose names are their origins; one whose key was replaced stands here once for each.
   */
  public List<Party> logs() {
    return logs;
  }

  /** The keys of a log, the oldest first; none where it is unknown. */
  public List<VerifierKey> logKeys(String origin) {
    return logs.stream().filter(log -> log.name().equals(origin)).map(Party::key).toList();
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
    List<VerifierKey> logKeys = logKeys(checkpoint.origin());
    if (logKeys.isEmpty()) {
      throw new UntrustedException("the origin '" + checkpoint.origin() + "' is no known log");
    }
    List<VerifierKey> keys = new ArrayList<>(logKeys);
    witnesses.values().forEach(witness -> keys.add(witness.key()));
    Map<VerifierKey, NoteSignature> verified = note.verified(keys);
    VerifierKey log =
        logKeys.stream()
            .filter(verified::containsKey)
            .findFirst()
            .orElseThrow(() ->
                new UntrustedException("the log " + checkpoint.origin() + " did not sign this"));
    Map<String, NoteSignature> cosignatures = new LinkedHashMap<>();
    for (Party witness : witnesses.values()) {
      NoteSignature signature = verified.get(witness.key());
      if (signature != null) {
        cosignatures.put(witness.name(), signature);
      }
    }
    return new Trusted(checkpoint, note, log, cosignatures, isMet(cosignatures.keySet()));
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
