package org.orbweaver.governance.ledger.store;

import java.io.IOException;

/**
 * Whether something was written is not known, because the disk failed at the moment of decision.
 * Opening the ledger again tells.
 */
public final class UnknownOutcomeException extends IOException {
  private static final long serialVersionUID = 1L;

  UnknownOutcomeException(Throwable cause) {
    super("it is not known whether this was written; open the ledger again", cause);
  }
}
