package org.orbweaver.governance.merkle;

import java.io.IOException;

/** Where proofs find hashes of perfect subtrees. */
@FunctionalInterface
public interface NodeSource {
  /**
   * The hash of the leaves {@code [index · 2^height, (index + 1) · 2^height)}, all of which are in
   * the tree.
   *
   * @throws IOException where it cannot be had
   */
  Hash node(int height, long index) throws IOException;
}
