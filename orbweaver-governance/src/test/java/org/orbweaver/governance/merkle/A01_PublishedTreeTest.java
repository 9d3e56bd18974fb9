package org.orbweaver.governance.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The tree of eight entries that implementations of RFC 6962 share as their test, from Certificate
 * Transparency's first log to transparency-dev/merkle.
 */
class A01_PublishedTreeTest {
  private static final List<byte[]> ENTRIES =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void leavesAndNodes() {
    assertThat(Hash.leaf(ENTRIES.get(3)).hex())
        .isEqualTo("07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7");
    assertThat(Hash.node(Hash.leaf(ENTRIES.get(2)), Hash.leaf(ENTRIES.get(3))).hex())
        .isEqualTo("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e");
  }

  @Test
  void aHashIsReadWhereAllOfItIs() {
    byte[] bytes = new byte[Hash.BYTES + 1];
    Hash.EMPTY.copyTo(bytes, 1);
    assertThat(Hash.read(bytes, 1)).isEqualTo(Hash.EMPTY).isNotEqualTo(Hash.EMPTY.toString());
    for (int offset : new int[] {-1, 2}) {
      assertThatThrownBy(() -> Hash.read(bytes, offset))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("no hash at " + offset + " of 33");
    }
  }

  @Test
  void rootsOfEverySize() {
    CompactRange range = new CompactRange();
    for (int size = 0; size <= 8; size++) {
      assertThat(range.root().hex()).isEqualTo(ROOTS.get(size));
      assertThat(range.size()).isEqualTo(size);
      assertThat(NaiveTree.root(ENTRIES.subList(0, size)).hex()).isEqualTo(ROOTS.get(size));
      if (size < 8) {
        range.append(Hash.leaf(ENTRIES.get(size)));
      }
    }
  }

  @Test
  void inclusionOfTheSixthEntryInTheWholeTree() {
    // Entry 5 in the tree of 8: its sibling, the pair beside it, the left half.
    List<Hash> proof = NaiveTree.path(5, ENTRIES);
    assertThat(proof.stream().map(Hash::hex))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(ProofCheck.inclusionRoot(5, 8, Hash.leaf(ENTRIES.get(5)), proof).orElseThrow().hex())
        .isEqualTo(ROOTS.get(8));
  }

  @Test
  void consistencyOfSixWithEight() {
    List<Hash> proof = NaiveTree.proof(6, ENTRIES);
    assertThat(proof.stream().map(Hash::hex))
        .containsExactly(
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    assertThat(
            ProofCheck.consistency(
                6,
                Hash.read(HexFormat.of().parseHex(ROOTS.get(6)), 0),
                8,
                Hash.read(HexFormat.of().parseHex(ROOTS.get(8)), 0),
                proof))
        .isTrue();
  }
}
