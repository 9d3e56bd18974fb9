package org.orbweaver.governance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orbweaver.governance.signing.MalformedException;

/** Paths of c2sp.org/tlog-tiles. */
class A02_TilePathTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1234067, 256, tile/0/x001/x234/067",
    "-1, 0, 256, tile/entries/000",
    "-1, 999, 17, tile/entries/999.p/17",
    "3, 1000, 1, tile/3/x001/000.p/1",
    "63, 5, 255, tile/63/005.p/255"
  })
  void pathsAreWrittenAndRead(int level, long index, int width, String path) {
    TilePath tile = new TilePath(level, index, width);
    assertThat(tile.path()).isEqualTo(path);
    assertThat(TilePath.parse(path)).isEqualTo(tile);
  }

  @Test
  void theTreeOf70000OfTheSpecification() {
    // 273 full tiles and one of 112 on level 0, one full and one of 17 on 1, one of 1 on 2.
    assertThat(LongStream.of(0, 272).mapToObj(i -> TilePath.of(0, i, 70_000).width()))
        .containsOnly(256);
    assertThat(TilePath.of(0, 273, 70_000).width()).isEqualTo(112);
    assertThat(TilePath.of(1, 0, 70_000).width()).isEqualTo(256);
    assertThat(TilePath.of(1, 1, 70_000).width()).isEqualTo(17);
    assertThat(TilePath.of(2, 0, 70_000).width()).isEqualTo(1);
    assertThat(TilePath.of(TilePath.ENTRIES, 273, 70_000)).hasToString("tile/entries/273.p/112");
    for (List<Integer> none :
        List.of(List.of(0, 274), List.of(1, 2), List.of(2, 1), List.of(3, 0))) {
      assertThatThrownBy(() -> TilePath.of(none.get(0), none.get(1), 70_000))
          .isInstanceOf(MalformedException.class);
    }
    assertThat(TilePath.of(0, 0, 256).isFull()).isTrue();
    assertThat(TilePath.of(1, 0, 256).width()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"-2, 0, 1", "64, 0, 1", "0, -1, 1", "0, 0, 0", "0, 0, 257"})
  void noTileLiesOutsideTheTreeOrIsWiderThanFull(int level, long index, int width) {
    assertThatThrownBy(() -> new TilePath(level, index, width))
        .isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0",
        "tile/0/1",
        "tile/00/001",
        "tile/64/001",
        "tile/0/x000/001",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/001/002",
        "tile/0/../001",
        "/tile/0/001",
        "tile/data/000",
        "tile/0/000/",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/000"
      })
  void otherPathsAreNone(String path) {
    assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(MalformedException.class);
  }
}
