package org.orbweaver.governance.merkle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes proofs as RFC 6962 defines them, from the hashes of perfect subtrees. */
public final class ProofMaker {
  private final NodeSource nodes;

  public ProofMaker(NodeSource nodes) {
    this.nodes = nodes;
  }

  /** The root of the first {@code size} leaves. */
  public Hash root(long size) throws IOException {
    return size == 0 ? Hash.EMPTY : range(0, size);
  }

  /**
   * That a leaf is in the tree of a size: PATH(index, D[size]) of section 2.1.1.
   *
   * @throws IndexOutOfBoundsException where it is not
   */
  public List<Hash> inclusion(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("no leaf " + index + " in a tree of " + size);
    }
    List<Hash> proof = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        proof.addFirst(range(middle, to));
        to = middle;
      } else {
        proof.addFirst(range(from, middle));
        from = middle;
      }
    }
    return proof;
  }

  /**
   * That the tree of a size begins with that of a smaller one: PROOF(first, D[second]) of section
   * 2.1.2. Empty where the sizes are equal or the first is 0.
   *
   * @throws IndexOutOfBoundsException where the first is larger
   */
  public List<Hash> consistency(long first, long second) throws IOException {
    if (first < 0 || first > second) {
      throw new IndexOutOfBoundsException("no tree of " + first + " within one of " + second);
    }
    List<Hash> proof = new ArrayList<>();
    if (first == 0 || first == second) {
      return proof;
    }
    long from = 0;
    long to = second;
    while (first != to) {
      long middle = from + split(to - from);
      if (first <= middle) {
        proof.addFirst(range(middle, to));
        to = middle;
      } else {
        proof.addFirst(range(from, middle));
        from = middle;
      }
    }
    // The old tree itself is known to whoever has its root; a part of it is not.
    if (from > 0) {
      proof.addFirst(range(from, to));
    }
    return proof;
  }

  private Hash range(long from, long to) throws IOException {
    long size = to - from;
    if (Long.bitCount(size) == 1) {
      int height = Long.numberOfTrailingZeros(size);
      return nodes.node(height, from >> height);
    }
    long middle = from + split(size);
    return Hash.node(range(from, middle), range(middle, to));
  }

  /** The largest power of two below a size of at least 2. */
  private static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
