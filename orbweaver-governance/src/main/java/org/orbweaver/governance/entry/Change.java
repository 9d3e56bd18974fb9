package org.orbweaver.governance.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.signing.VerifierKey;

/** A change of people, keys or rules, carried out only after the quorum {@code governance}. */
public sealed interface Change {
  /** Somebody joins; the proof is {@link KeyProof}. */
  @Kind("add")
  record Add(Person person, String proof) implements Change {}

  /** Somebody leaves. The id is never given again. */
  @Kind("remove")
  record Remove(String id) implements Change {}

  /** Other roles, pool and interests. */
  @Kind("roles")
  record Roles(String id, @Nullable Pool pool, List<Role> roles, List<String> interests)
      implements Change {
    public Roles {
      roles = List.copyOf(roles);
      interests = List.copyOf(interests);
    }
  }

  /** Another key, where the old one was lost or revoked; the proof is {@link KeyProof}. */
  @Kind("key")
  record Key(String id, VerifierKey key, String proof) implements Change {}

  /**
   * Another key for the log itself; the checkpoint that holds the entry by which this is carried
   * out is the last that the old one signs. The proof is {@link KeyProof}, for {@link
   * KeyProof#LOG}.
   *
   * @param handover the old key's word for the new one; null where the old key was lost or stolen
   */
  @Kind("log-key")
  record LogKey(VerifierKey key, String proof, @Nullable String handover) implements Change {}

  /** Other rules. */
  @Kind("settings")
  record Rules(Settings settings) implements Change {}

  /** Other witnesses; null where there are none any more. */
  @Kind("witnesses")
  record Witnesses(@Nullable String policy) implements Change {}
}
