package org.orbweaver.governance.merkle;

import java.util.List;
import java.util.Optional;

/** Checks proofs by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class ProofCheck {
  /** Both roots that a proof of consistency leads to. */
  public record Roots(Hash first, Hash second) {}

  private ProofCheck() {}

  /** The root that a proof of inclusion leads to; empty where its length is wrong. */
  public static Optional<Hash> inclusionRoot(long index, long size, Hash leaf, List<Hash> proof) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long place = index;
    long last = size - 1;
    Hash root = leaf;
    for (Hash sibling : proof) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((place & 1) == 1 || place == last) {
        root = Hash.node(sibling, root);
        // No endless loop: an even place here is the last, which is not 0.
        while ((place & 1) == 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        root = Hash.node(root, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(root) : Optional.empty();
  }

  /** Whether a leaf is at this index of the tree of this size and root. */
  public static boolean inclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
    return inclusionRoot(index, size, leaf, proof).filter(root::equals).isPresent();
  }

  /** Whether the tree of the second size and root begins with the first. */
  public static boolean consistency(
      long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
    if (first == 0) {
      return second >= 0
          && proof.isEmpty()
          && firstRoot.equals(Hash.EMPTY)
          && (second > 0 || secondRoot.equals(Hash.EMPTY));
    }
    if (first == second) {
      return first > 0 && proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    return consistencyRoots(first, firstRoot, second, proof)
        .filter(roots -> roots.first().equals(firstRoot) && roots.second().equals(secondRoot))
        .isPresent();
  }

  /**
   * The roots that a proof of consistency leads to, for {@code 0 < first < second}; empty where its
   * length is wrong. Where the first is a power of two, the proof begins with the first root
   * itself, which the caller gives.
   */
  public static Optional<Roots> consistencyRoots(
      long first, Hash firstRoot, long second, List<Hash> proof) {
    if (first <= 0 || first >= second) {
      return Optional.empty();
    }
    boolean whole = Long.bitCount(first) == 1;
    if (!whole && proof.isEmpty()) {
      return Optional.empty();
    }
    Hash seed = whole ? firstRoot : proof.getFirst();
    int shift = Long.numberOfTrailingZeros(first);
    long place = (first - 1) >> shift;
    long last = (second - 1) >> shift;
    Hash older = seed;
    Hash newer = seed;
    for (Hash sibling : proof.subList(whole ? 0 : 1, proof.size())) {
      if (last == 0) {
        return Optional.empty();
      }
      if ((place & 1) == 1 || place == last) {
        older = Hash.node(sibling, older);
        newer = Hash.node(sibling, newer);
        // No endless loop: an even place here is the last, which is not 0.
        while ((place & 1) == 0) {
          place >>= 1;
          last >>= 1;
        }
      } else {
        newer = Hash.node(newer, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    return last == 0 ? Optional.of(new Roots(older, newer)) : Optional.empty();
  }
}
