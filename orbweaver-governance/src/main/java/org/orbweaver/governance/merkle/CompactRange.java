package org.orbweaver.governance.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The whole tree so far, as the hashes of the perfect subtrees that it consists of, largest first:
 * one for each one-bit of its size. Enough to append and to tell the root. Not for several threads.
 */
public final class CompactRange {
  private final List<Hash> subtrees = new ArrayList<>();
  private long size;

  /** Appends one leaf. */
  public void append(Hash leaf) {
    append(leaf, 0);
  }

  /**
   * Appends a perfect subtree of {@code 2^height} leaves.
   *
   * @throws IllegalArgumentException where the size so far is no multiple of that
   */
  public void append(Hash subtree, int height) {
    if (height < 0 || height > 62 || (size & ((1L << height) - 1)) != 0) {
      throw new IllegalArgumentException("height " + height + " does not fit size " + size);
    }
    Hash right = subtree;
    for (long rest = size >> height; (rest & 1) != 0; rest >>= 1) {
      right = Hash.node(subtrees.removeLast(), right);
    }
    subtrees.add(right);
    size += 1L << height;
  }

  /** Leaves so far. */
  public long size() {
    return size;
  }

  /** The root of all leaves so far. */
  public Hash root() {
    if (subtrees.isEmpty()) {
      return Hash.EMPTY;
    }
    Hash root = subtrees.getLast();
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = Hash.node(subtrees.get(i), root);
    }
    return root;
  }
}
