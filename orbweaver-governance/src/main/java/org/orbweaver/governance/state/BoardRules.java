package org.orbweaver.governance.state;

import static org.orbweaver.governance.state.RefusedException.require;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.VerifierKey;

/** Who may act, from the genesis on, and how that changes. */
final class BoardRules {
  /** Beyond this a limit of growth is none. */
  private static final int MOST_PERCENT = 1_000;

  private BoardRules() {}

  /** The board of a genesis. */
  static Board found(Genesis genesis, Hash leaf) {
    requireSensible(genesis.settings());
    Board board =
        new Board(
            LogKeys.of(genesis.log()),
            genesis.witnessPolicy(),
            genesis.settings(),
            Map.of(),
            Set.of());
    for (Person person : genesis.people()) {
      board = join(board, person, leaf);
    }
    require(isAble(board), Refusal.CANNOT_DECIDE);
    return board;
  }

  private static Board join(Board board, Person person, Hash leaf) {
    require(Identifiers.isPerson(person.id()), Refusal.MALFORMED_ID, person.id());
    require(!board.members().containsKey(person.id()), Refusal.ID_TAKEN, person.id());
    requireNewKey(board, person.key());
    requireHoldable(person.id(), person.roles(), person.pool() != null);
    return board.with(new Member(person, true, false, leaf));
  }

  private static void requireHoldable(String id, List<Role> roles, boolean pool) {
    require(Duties.mayHoldTogether(roles), Refusal.ROLES_EXCLUDE_EACH_OTHER, id);
    require(roles.contains(Role.APPROVER) == pool, Refusal.POOL_MISMATCH, id);
  }

  private static void requireNewKey(Board board, VerifierKey key) {
    require(key.type() == KeyType.ED25519 && !board.knows(key), Refusal.KEY_TAKEN, key.name());
  }

  private static void requireSensible(Settings settings) {
    boolean together =
        settings.restrict().people() >= 2
            && settings.enable().people() >= 2
            && settings.governance().people() >= 2
            && settings.governance().overseers() >= 1
            && settings.restore().people() >= 1
            && settings.refusals() >= 1;
    require(together && settings.moreLinesPercent() <= MOST_PERCENT, Refusal.RULES_TOO_WEAK);
  }

  /** Whether with everybody's agreement each kind of decision is possible. */
  private static boolean isAble(Board board) {
    Settings settings = board.settings();
    List<Person> approvers = board.holders(Duties.voters(false));
    boolean able =
        List.of(settings.restrict(), settings.enable(), settings.restore()).stream()
            .allMatch(rule -> Quorum.isMet(rule, approvers));
    QuorumRule governance = settings.governance();
    return able
        && Quorum.isMet(governance, board.holders(Duties.voters(true)))
        && !board.holders(Set.of(Role.ROLE_ADMINISTRATOR)).isEmpty()
        && !board.holders(Set.of(Role.EXECUTOR)).isEmpty();
  }

  /**
   * The board after changes, all or none.
   *
   * @param index of the entry by which they are carried out
   */
  static Board changed(Board before, String origin, List<Change> changes, Hash leaf, long index) {
    Board board = before;
    for (Change change : changes) {
      board =
          switch (change) {
            case Change.Add add -> {
              Person person = add.person();
              require(
                  KeyProof.holds(origin, person.id(), person.key(), add.proof()),
                  Refusal.KEY_UNPROVEN,
                  person.id());
              yield join(board, person, leaf);
            }
            case Change.Remove remove -> {
              Member member = member(board, remove.id());
              yield board.with(new Member(member.person(), false, member.keyRevoked(), leaf));
            }
            case Change.Roles roles -> {
              Member member = member(board, roles.id());
              requireHoldable(roles.id(), roles.roles(), roles.pool() != null);
              Person was = member.person();
              Person person =
                  new Person(
                      was.id(),
                      was.organisation(),
                      roles.pool(),
                      roles.roles(),
                      roles.interests(),
                      was.key());
              yield board.with(new Member(person, true, member.keyRevoked(), leaf));
            }
            case Change.Key key -> {
              Member member = member(board, key.id());
              requireNewKey(board, key.key());
              require(
                  KeyProof.holds(origin, key.id(), key.key(), key.proof()),
                  Refusal.KEY_UNPROVEN,
                  key.id());
              yield board.with(new Member(withKey(member.person(), key.key()), true, false, leaf));
            }
            case Change.LogKey key -> {
              requireNewKey(board, key.key());
              require(key.key().name().equals(origin), Refusal.WRONG_ORIGIN, key.key().name());
              require(
                  KeyProof.holds(origin, KeyProof.LOG, key.key(), key.proof())
                      && (key.handover() == null
                          || KeyProof.isHandedOver(board.log(), key.key(), key.handover())),
                  Refusal.KEY_UNPROVEN,
                  key.key().name());
              yield board.with(board.logs().then(index + 1, key.key(), key.handover()));
            }
            case Change.Rules rules -> {
              requireSensible(rules.settings());
              yield board.with(rules.settings());
            }
            case Change.Witnesses witnesses -> board.withWitnesses(witnesses.policy());
          };
    }
    // Where revoked keys have left too few, each change back is a good one.
    require(isAble(board) || !isAble(before), Refusal.CANNOT_DECIDE);
    return board;
  }

  private static Member member(Board board, String id) {
    Member member = board.active(id);
    if (member == null) {
      throw new RefusedException(Refusal.UNKNOWN_PERSON, id);
    }
    return member;
  }

  /** The board after what somebody did about themselves. */
  static Board changed(Step step, PersonEntry entry) {
    Member by = step.by();
    require(entry.on().equals(by.last()), Refusal.CASE_CHANGED);
    return switch (entry) {
      case PersonEntry.KeyRotated rotated -> {
        requireNewKey(step.board(), rotated.key());
        yield step.board()
            .with(new Member(withKey(by.person(), rotated.key()), true, false, step.leaf()));
      }
      case PersonEntry.KeyRevoked revoked ->
          step.board().with(new Member(by.person(), true, true, step.leaf()));
      case PersonEntry.InterestDeclared declared -> {
        Person was = by.person();
        require(!was.interests().contains(declared.organisation()), Refusal.NOTHING_TO_DISCLOSE);
        List<String> interests =
            java.util.stream.Stream.concat(
                    was.interests().stream(), java.util.stream.Stream.of(declared.organisation()))
                .toList();
        Person person =
            new Person(was.id(), was.organisation(), was.pool(), was.roles(), interests, was.key());
        yield step.board().with(new Member(person, true, false, step.leaf()));
      }
    };
  }

  private static Person withKey(Person was, VerifierKey key) {
    return new Person(was.id(), was.organisation(), was.pool(), was.roles(), was.interests(), key);
  }

  /** Whom a change is about; they do not vote on it. */
  static boolean isAbout(Change change, String id) {
    return switch (change) {
      case Change.Add add -> add.person().id().equals(id);
      case Change.Remove remove -> remove.id().equals(id);
      case Change.Roles roles -> roles.id().equals(id);
      case Change.Key key -> key.id().equals(id);
      case Change.LogKey key -> false;
      case Change.Rules rules -> false;
      case Change.Witnesses witnesses -> false;
    };
  }
}
