package org.orbweaver.governance.state;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Funding;

/**
 * What the ledger says of a line.
 *
 * @param funding where it stands on the ladder
 * @param fundingIndex index of the entry by which it came there
 * @param noticedNs when its holder was first told what follows upon this stay on the rung, UTC,
 *     since the Unix epoch; null where that has not happened
 * @param closed whether it has ended
 */
public record LineFacts(
    String number,
    ServiceClass serviceClass,
    Funding funding,
    long fundingIndex,
    @Nullable Long noticedNs,
    boolean closed) {
  /** A line that begins. */
  static LineFacts opened(String number, ServiceClass serviceClass, Funding funding, long index) {
    return new LineFacts(number, serviceClass, funding, index, null, false);
  }

  /** It comes to another rung, or to the same again. */
  LineFacts with(Funding other, long index) {
    return new LineFacts(number, serviceClass, other, index, null, closed);
  }

  /** Another is named to follow; nothing else changes. */
  LineFacts succeededBy(@Nullable String successor) {
    Funding named =
        new Funding(
            funding.state(), funding.sinceNs(), funding.payer(), successor, funding.paidUntilNs());
    return new LineFacts(number, serviceClass, named, fundingIndex, noticedNs, closed);
  }

  /** Its holder is told; the first time counts. */
  LineFacts noticedAt(long ns) {
    return new LineFacts(
        number, serviceClass, funding, fundingIndex, noticedNs == null ? ns : noticedNs, closed);
  }

  /** It ends. */
  LineFacts closing() {
    return new LineFacts(number, serviceClass, funding, fundingIndex, noticedNs, true);
  }
}
