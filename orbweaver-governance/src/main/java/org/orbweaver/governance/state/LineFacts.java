package org.orbweaver.governance.state;

import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.Funding;

/**
 * What the ledger says of a line.
 *
 * @param funding where it stands on the ladder
 * @param fundingIndex index of the entry by which it came there
 * @param closed whether it has ended
 */
public record LineFacts(
    String number, ServiceClass serviceClass, Funding funding, long fundingIndex, boolean closed) {
  LineFacts with(Funding other, long index) {
    return new LineFacts(number, serviceClass, other, index, closed);
  }
}
