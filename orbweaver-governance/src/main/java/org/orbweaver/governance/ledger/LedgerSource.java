package org.orbweaver.governance.ledger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A published ledger: a folder, or whatever serves one. Nothing that it gives is to be believed.
 */
@FunctionalInterface
public interface LedgerSource {
  /** The file that says how far the ledger goes. */
  String CHECKPOINT = "checkpoint";

  /**
   * The bytes at a path such as {@code checkpoint} or {@code tile/0/000}, or null where there are
   * none.
   *
   * @throws IOException where that cannot be told
   */
  byte @Nullable [] read(String path) throws IOException;
}
