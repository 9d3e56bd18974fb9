package org.orbweaver.governance.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.signing.StrictBase64;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Who acts in the ledger and by which rules; immutable, one for each change.
 *
 * @param logs which keys sign its checkpoints
 * @param members by id, those who left too
 * @param keys raw keys that are or were somebody's, base64
 */
public record Board(
    LogKeys logs,
    @Nullable String witnessPolicy,
    Settings settings,
    Map<String, Member> members,
    Set<String> keys) {
  public Board {
    members = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(members));
    keys = Set.copyOf(keys);
  }

  /** Somebody who acts here, or null. */
  public @Nullable Member active(String id) {
    Member member = members.get(id);
    return member != null && member.active() ? member : null;
  }

  /** Who may act in one of the roles now. */
  public List<Person> holders(Collection<Role> roles) {
    return members.values().stream()
        .filter(member -> roles.stream().anyMatch(member::may))
        .map(Member::person)
        .toList();
  }

  /** The same with somebody as they are now. */
  Board with(Member member) {
    Map<String, Member> all = new LinkedHashMap<>(members);
    all.put(member.person().id(), member);
    Set<String> used = new HashSet<>(keys);
    used.add(raw(member.person().key()));
    return new Board(logs, witnessPolicy, settings, all, used);
  }

  Board with(Settings other) {
    return new Board(logs, witnessPolicy, other, members, keys);
  }

  Board withWitnesses(@Nullable String policy) {
    return new Board(logs, policy, settings, members, keys);
  }

  Board with(LogKeys other) {
    return new Board(other, witnessPolicy, settings, members, keys);
  }

  /** The key that signs what comes next. */
  public VerifierKey log() {
    return logs.latest();
  }

  /** Whether a key is or was somebody's, or is the log's. */
  boolean knows(VerifierKey key) {
    return keys.contains(raw(key)) || logs.has(key);
  }

  static String raw(VerifierKey key) {
    return StrictBase64.encode(key.raw());
  }
}
