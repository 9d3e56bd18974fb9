package org.orbweaver.governance.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.signing.VerifierKey;

/**
 * Checks a governed ledger in its order: each entry must be one that the fold accepts where it
 * stands. Signatures are collected and verified by several threads; the first that fails is what is
 * wrong, because what the fold said after it means nothing.
 */
public final class StateCheck implements OrderedCheck<StateCheck.Read> {
  /**
   * An entry that was read.
   *
   * @param entry null where it is none
   * @param broken why it is none
   */
  public record Read(@Nullable SignedEntry entry, String broken) {}

  private record Question(long index, Envelope envelope, VerifierKey key, byte[] signature) {}

  private final String origin;
  private final Supplier<Instant> latest;
  private final List<Question> questions = new ArrayList<>();
  private GovernanceState state;

  /** For the ledger of an origin, whenever its entries were signed. */
  public StateCheck(String origin) {
    this(origin, () -> Instant.MAX);
  }

  /**
   * The same for whoever acts upon the ledger and has a clock: time limits follow from what entries
   * bear, so that one of the future would end before its time what is decided.
   *
   * @param latest no entry may bear a later time
   */
  public StateCheck(String origin, Supplier<Instant> latest) {
    this.origin = origin;
    this.latest = latest;
    this.state = new GovernanceState(origin);
  }

  /** Goes on from a state that an earlier audit left; the next begins at its size. */
  public void resume(GovernanceState verified) {
    state = verified;
    questions.clear();
  }

  @Override
  public OrderedCheck.@Nullable LogKeyRule logKeys() {
    Board board = state.board();
    return board == null ? null : board.logs();
  }

  /** The state after the entries that were accepted. */
  public GovernanceState state() {
    return state;
  }

  @Override
  public long size() {
    return state.size();
  }

  @Override
  public void reset() {
    state = new GovernanceState(origin);
    questions.clear();
  }

  @Override
  public Read read(byte[] entry) {
    try {
      return new Read(SignedEntry.read(entry), "");
    } catch (MalformedException e) {
      return new Read(null, e.message());
    }
  }

  @Override
  public @Nullable String accept(long index, Read read, boolean vouched) {
    SignedEntry entry = read.entry();
    if (entry == null) {
      return Refusal.NOT_AN_ENTRY.sentence() + ": " + read.broken();
    }
    if (entry.entry().header().time().isAfter(latest.get())) {
      return Refusal.FROM_THE_FUTURE.sentence();
    }
    SignatureCheck signatures =
        (envelope, key, signature) -> {
          if (!vouched) {
            questions.add(new Question(index, envelope, key, signature));
          }
          return true;
        };
    return state.apply(index, entry, signatures) instanceof Outcome.Refused refused
        ? refused.toString()
        : null;
  }

  @Override
  public @Nullable Wrong settle() {
    List<Question> open = List.copyOf(questions);
    questions.clear();
    return open.parallelStream()
        .filter(question ->
            !SignatureCheck.AT_ONCE.holds(
                question.envelope(), question.key(), question.signature()))
        .findFirst()
        .map(question -> new Wrong(question.index(), Refusal.WRONG_SIGNATURES.sentence()))
        .orElse(null);
  }
}
