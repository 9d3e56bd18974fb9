package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.merkle.CompactRange;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.merkle.NaiveTree;
import org.orbweaver.governance.merkle.ProofCheck;
import org.orbweaver.governance.merkle.ProofMaker;

/** Tiles written entry by entry, and proofs read back from them. */
class B01_RightEdgeTest {
  private static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(ByteBuffer.allocate(4 + i % 7).putInt(i).array());
    }
    return entries;
  }

  @Test
  void theRootIsThatOfTheDefinitionAtEverySize() {
    List<byte[]> entries = entries(700);
    RightEdge edge = new RightEdge();
    CompactRange range = new CompactRange();
    for (byte[] entry : entries) {
      edge.append(Hash.leaf(entry), (level, index, hashes) -> {});
      range.append(Hash.leaf(entry));
      assertThat(edge.root()).isEqualTo(range.root());
    }
    assertThat(edge.root()).isEqualTo(NaiveTree.root(entries));
  }

  @Test
  void threeLevelsHaveTheTilesOfTheSpecification() {
    Map<String, byte[]> files = LedgerFiles.of(entries(70_000));
    assertThat(files.keySet())
        .contains(
            "tile/0/000",
            "tile/0/272",
            "tile/0/273.p/112",
            "tile/1/000",
            "tile/1/001.p/17",
            "tile/2/000.p/1",
            "tile/entries/273.p/112")
        .hasSize(273 + 1 + 1 + 1 + 1 + 274);
    assertThat(files.get("tile/0/000")).hasSize(8192);
  }

  @Test
  void proofsFromTilesLeadToTheRoot() throws IOException {
    List<byte[]> entries = entries(70_000);
    Map<String, byte[]> files = LedgerFiles.of(entries);
    TileReader tiles = new TileReader(files::get, 70_000);
    ProofMaker maker = new ProofMaker(tiles);
    RightEdge edge = RightEdge.read(files::get, 70_000);
    Hash root = NaiveTree.root(entries);
    assertThat(edge.root()).isEqualTo(root);
    assertThat(maker.root(70_000)).isEqualTo(root);
    Random random = new Random(1);
    for (int run = 0; run < 100; run++) {
      int index = random.nextInt(70_000);
      assertThat(tiles.entry(index)).isEqualTo(entries.get(index));
      assertThat(
              ProofCheck.inclusion(
                  index,
                  70_000,
                  Hash.leaf(entries.get(index)),
                  maker.inclusion(index, 70_000),
                  root))
          .isTrue();
      int first = 1 + random.nextInt(70_000);
      assertThat(
              ProofCheck.consistency(
                  first,
                  NaiveTree.root(entries.subList(0, first)),
                  70_000,
                  root,
                  maker.consistency(first, 70_000)))
          .isTrue();
    }
  }

  @Test
  void anOlderTreeIsReadFromFullTilesWherePartialOnesAreGone() throws IOException {
    List<byte[]> entries = entries(512);
    Map<String, byte[]> files = LedgerFiles.of(entries);
    assertThat(RightEdge.read(files::get, 300).root())
        .isEqualTo(NaiveTree.root(entries.subList(0, 300)));
    TileReader tiles = new TileReader(files::get, 300);
    assertThat(tiles.entry(299)).isEqualTo(entries.get(299));
    assertThatThrownBy(() -> tiles.entry(300)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tiles.entry(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    RightEdge edge = new RightEdge();
    edge.append(Hash.leaf(new byte[0]), (level, index, hashes) -> {});
    RightEdge copy = edge.copy();
    copy.append(Hash.leaf(new byte[0]), (level, index, hashes) -> {});
    assertThat(edge.size()).isEqualTo(1);
    assertThat(edge.root()).isEqualTo(Hash.leaf(new byte[0]));
  }

  @Test
  void missingAndShortFilesAreNamed() {
    Map<String, byte[]> files = LedgerFiles.of(entries(300));
    files.remove("tile/0/001.p/44");
    assertThatThrownBy(() -> RightEdge.read(files::get, 300))
        .isInstanceOf(DamagedException.class)
        .hasMessage("tile/0/001.p/44 is missing");
    files.put("tile/0/001.p/44", new byte[33]);
    assertThatThrownBy(() -> RightEdge.read(files::get, 300))
        .isInstanceOf(DamagedException.class)
        .hasMessage("tile/0/001.p/44 has 33 bytes, not 1408");
    files.remove("tile/entries/001.p/44");
    assertThatThrownBy(() -> new TileReader(files::get, 300).entry(299))
        .isInstanceOf(DamagedException.class);
  }

  @Test
  void aFullFileThatIsMissingOrTooShortForTheOlderTreeIsNamed() {
    Map<String, byte[]> files = LedgerFiles.of(entries(512));
    TileReader tiles = new TileReader(files::get, 300);
    files.put("tile/0/001", new byte[33]);
    assertThatThrownBy(() -> RightEdge.read(files::get, 300))
        .isInstanceOf(DamagedException.class)
        .hasMessage("tile/0/001.p/44 has 33 bytes, not 1408");
    files.put("tile/entries/001", EntryBundle.encode(entries(43)));
    assertThatThrownBy(() -> tiles.entry(299))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("after 43 entries");
    files.remove("tile/0/000");
    assertThatThrownBy(() -> tiles.node(0, 0))
        .isInstanceOf(DamagedException.class)
        .hasMessage("tile/0/000 is missing");
    files.remove("tile/entries/000");
    assertThatThrownBy(() -> tiles.entry(0))
        .isInstanceOf(DamagedException.class)
        .hasMessageContaining("tile/entries/000 is missing");
  }

  @Test
  void aTreeHasEightLevelsAtMost() throws IOException {
    // 2^56 entries are one hash on the eighth level, and nothing that is not full below it.
    byte[] top = Hash.leaf(new byte[0]).bytes();
    RightEdge edge = RightEdge.read(path -> path.equals("tile/7/000.p/1") ? top : null, 1L << 56);
    assertThat(edge.levels()).isEqualTo(8);
    assertThat(edge.root()).isEqualTo(Hash.leaf(new byte[0]));
    assertThat(edge.partial(0)).isEmpty();
    assertThat(edge.partial(8)).isEmpty();
  }

  @Test
  void bundlesSayWhereTheyBreak() {
    byte[] bundle = EntryBundle.encode(entries(3));
    assertThat(EntryBundle.read(bundle, 3).broken()).isEmpty();
    assertThat(EntryBundle.read(bundle, 2).broken()).contains("follow");
    assertThat(EntryBundle.read(bundle, 4).broken()).contains("after 3 entries");
    assertThat(EntryBundle.read(java.util.Arrays.copyOf(bundle, bundle.length - 1), 3).broken())
        .contains("within");
    assertThatThrownBy(() -> EntryBundle.decode(bundle, 4)).hasMessageContaining("3 entries");
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .hasMessageContaining("65535");
    assertThat(EntryBundle.decode(EntryBundle.encode(List.of(new byte[65_535])), 1).getFirst())
        .hasSize(65_535);
  }
}
