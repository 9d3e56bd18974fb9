package org.orbweaver.governance.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Proofs of every pair of sizes up to 40, against definitions; and that no other proof passes. */
class B01_ProofsTest {
  private static final int MOST = 40;
  private static final List<byte[]> ENTRIES = entries(MOST);

  private static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(ByteBuffer.allocate(4).putInt(i).array());
    }
    return entries;
  }

  private static final ProofMaker MAKER =
      new ProofMaker((height, index) ->
          NaiveTree.root(ENTRIES.subList((int) (index << height), (int) ((index + 1) << height))));

  private static Hash root(int size) {
    return NaiveTree.root(ENTRIES.subList(0, size));
  }

  @Test
  void rootsAreThoseOfTheDefinition() throws IOException {
    for (int size = 0; size <= MOST; size++) {
      assertThat(MAKER.root(size)).isEqualTo(root(size));
    }
  }

  @Test
  void inclusionOfEveryEntryInEveryTree() throws IOException {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        List<Hash> proof = MAKER.inclusion(index, size);
        Hash leaf = Hash.leaf(ENTRIES.get(index));
        assertThat(proof).isEqualTo(NaiveTree.path(index, ENTRIES.subList(0, size)));
        assertThat(ProofCheck.inclusion(index, size, leaf, proof, root(size))).isTrue();
        for (int other = 0; other < size; other++) {
          if (other != index) {
            assertThat(ProofCheck.inclusion(other, size, leaf, proof, root(size))).isFalse();
          }
        }
        assertThat(ProofCheck.inclusion(index, size, Hash.EMPTY, proof, root(size))).isFalse();
      }
    }
  }

  @Test
  void consistencyOfEveryPair() throws IOException {
    for (int second = 0; second <= MOST; second++) {
      for (int first = 0; first <= second; first++) {
        List<Hash> proof = MAKER.consistency(first, second);
        assertThat(proof).isEqualTo(NaiveTree.proof(first, ENTRIES.subList(0, second)));
        assertThat(ProofCheck.consistency(first, root(first), second, root(second), proof))
            .as("%d %d", first, second)
            .isTrue();
        if (first > 0) {
          assertThat(ProofCheck.consistency(first, Hash.EMPTY, second, root(second), proof))
              .isFalse();
        }
        if (second > 0 && first > 0) {
          assertThat(ProofCheck.consistency(first, root(first), second, Hash.EMPTY, proof))
              .isFalse();
        }
      }
    }
  }

  @Test
  void aChangedShortenedOrLengthenedProofFails() throws IOException {
    Random random = new Random(7);
    for (int run = 0; run < 3_000; run++) {
      int second = 2 + random.nextInt(MOST - 1);
      int first = 1 + random.nextInt(second - 1);
      List<Hash> consistency = changed(MAKER.consistency(first, second), random);
      assertThat(ProofCheck.consistency(first, root(first), second, root(second), consistency))
          .isFalse();
      List<Hash> inclusion = changed(MAKER.inclusion(first, second), random);
      Hash leaf = Hash.leaf(ENTRIES.get(first));
      assertThat(ProofCheck.inclusion(first, second, leaf, inclusion, root(second))).isFalse();
    }
  }

  private static List<Hash> changed(List<Hash> proof, Random random) {
    List<Hash> changed = new ArrayList<>(proof);
    switch (random.nextInt(3)) {
      case 0 -> changed.add(random.nextInt(proof.size() + 1), Hash.EMPTY);
      case 1 -> changed.remove(random.nextInt(proof.size()));
      default -> changed.set(random.nextInt(proof.size()), Hash.leaf(new byte[] {9}));
    }
    return changed;
  }

  @Test
  void sizesThatMakeNoSenseAreRefused() {
    assertThat(ProofCheck.inclusion(1, 1, Hash.EMPTY, List.of(), Hash.EMPTY)).isFalse();
    assertThat(ProofCheck.inclusion(-1, 1, Hash.EMPTY, List.of(), Hash.EMPTY)).isFalse();
    assertThat(ProofCheck.consistency(3, root(3), 2, root(2), List.of())).isFalse();
    assertThat(ProofCheck.consistency(-1, Hash.EMPTY, 2, root(2), List.of())).isFalse();
    assertThat(ProofCheck.consistency(0, Hash.EMPTY, -1, Hash.EMPTY, List.of())).isFalse();
    assertThat(ProofCheck.consistency(0, Hash.EMPTY, 0, root(1), List.of())).isFalse();
    assertThat(ProofCheck.consistency(-1, root(1), -1, root(1), List.of())).isFalse();
    assertThat(ProofCheck.consistency(3, root(3), 3, root(3), List.of(root(1)))).isFalse();
    assertThat(ProofCheck.consistency(0, root(1), 2, root(2), List.of())).isFalse();
    assertThat(ProofCheck.consistency(0, Hash.EMPTY, 2, root(2), List.of(root(1)))).isFalse();
    assertThat(ProofCheck.consistency(3, root(3), 7, root(7), List.of())).isFalse();
    assertThatThrownBy(() -> MAKER.inclusion(3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> MAKER.inclusion(-1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> MAKER.consistency(4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> MAKER.consistency(-1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new CompactRange().append(Hash.EMPTY, 63))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CompactRange().append(Hash.EMPTY, -1))
        .isInstanceOf(IllegalArgumentException.class);
    CompactRange odd = new CompactRange();
    odd.append(Hash.EMPTY);
    assertThatThrownBy(() -> odd.append(Hash.EMPTY, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wholeSubtreesMakeTheSameRange() {
    Random random = new Random(3);
    for (int run = 0; run < 200; run++) {
      CompactRange range = new CompactRange();
      int size = random.nextInt(MOST);
      for (int at = 0; at < size; ) {
        int height = at == 0 ? random.nextInt(4) : Integer.numberOfTrailingZeros(at);
        while (at + (1 << height) > size) {
          height--;
        }
        range.append(NaiveTree.root(ENTRIES.subList(at, at + (1 << height))), height);
        at += 1 << height;
      }
      assertThat(range.root()).isEqualTo(root(size));
    }
  }
}
