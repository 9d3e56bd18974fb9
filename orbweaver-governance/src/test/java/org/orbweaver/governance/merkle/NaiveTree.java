package org.orbweaver.governance.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, section 2.1, word by word: the twin that the quick code must agree with. */
public final class NaiveTree {
  private NaiveTree() {}

  /** MTH(D). */
  public static Hash root(List<byte[]> entries) {
    int n = entries.size();
    if (n == 0) {
      return Hash.EMPTY;
    }
    if (n == 1) {
      return Hash.leaf(entries.getFirst());
    }
    int k = split(n);
    return Hash.node(root(entries.subList(0, k)), root(entries.subList(k, n)));
  }

  /** PATH(m, D). */
  public static List<Hash> path(int m, List<byte[]> entries) {
    int n = entries.size();
    if (n == 1) {
      return new ArrayList<>();
    }
    int k = split(n);
    List<Hash> path;
    if (m < k) {
      path = path(m, entries.subList(0, k));
      path.add(root(entries.subList(k, n)));
    } else {
      path = path(m - k, entries.subList(k, n));
      path.add(root(entries.subList(0, k)));
    }
    return path;
  }

  /** PROOF(m, D). */
  public static List<Hash> proof(int m, List<byte[]> entries) {
    return m == 0 ? new ArrayList<>() : subproof(m, entries, true);
  }

  private static List<Hash> subproof(int m, List<byte[]> entries, boolean whole) {
    int n = entries.size();
    List<Hash> proof;
    if (m == n) {
      proof = new ArrayList<>();
      if (!whole) {
        proof.add(root(entries));
      }
      return proof;
    }
    int k = split(n);
    if (m <= k) {
      proof = subproof(m, entries.subList(0, k), whole);
      proof.add(root(entries.subList(k, n)));
    } else {
      proof = subproof(m - k, entries.subList(k, n), false);
      proof.add(root(entries.subList(0, k)));
    }
    return proof;
  }

  private static int split(int n) {
    int k = 1;
    while (2 * k < n) {
      k *= 2;
    }
    return k;
  }
}
