package org.orbweaver.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pieces of work on many threads, and rounds one after another as soon as theirs are done. */
class E04_RoundsTest {
  @Test
  void a01_eachPieceOnce_beforeItsRound_andRoundsInOrder() {
    int[] pieces = {3, 0, 40, 1, 7, 7, 7, 7, 7, 2};
    for (int run = 0; run < 200; run++) {
      List<String> done = Collections.synchronizedList(new ArrayList<>());
      new Rounds(pieces)
          .run(() ->
              worker(
                  (round, piece) -> done.add(round + "." + piece), round -> done.add("" + round)));
      assertThat(done.stream().filter(name -> !name.contains(".")))
          .containsExactlyElementsOf(
              IntStream.range(0, pieces.length).mapToObj(Integer::toString).toList());
      for (int round = 0; round < pieces.length; round++) {
        for (int piece = 0; piece < pieces[round]; piece++) {
          String name = round + "." + piece;
          assertThat(done.indexOf(name)).isBetween(0, done.indexOf("" + round));
          assertThat(done.indexOf(name)).isEqualTo(done.lastIndexOf(name));
        }
      }
    }
  }

  @Test
  void a02_nothingToDo() {
    new Rounds(new int[0]).run(() -> worker((round, piece) -> {}, round -> {}));
  }

  @Test
  void a03_whatGoesWrongIsTold_andNobodyWaitsForIt() {
    AtomicInteger begun = new AtomicInteger();
    for (int run = 0; run < 100; run++) {
      assertThatThrownBy(() ->
              new Rounds(new int[] {8, 8, 8})
                  .run(() ->
                      worker(
                          (round, piece) -> {
                            if (begun.incrementAndGet() % 5 == 0) {
                              throw new IllegalStateException("a piece fails");
                            }
                          },
                          round -> {})))
          .hasStackTraceContaining("a piece fails");
    }
  }

  private interface Piece {
    void of(int round, int piece);
  }

  private interface Round {
    void of(int round);
  }

  private static Rounds.Worker worker(Piece pieces, Round rounds) {
    return new Rounds.Worker() {
      @Override
      public void piece(int ofRound, int piece) {
        pieces.of(ofRound, piece);
      }

      @Override
      public void round(int round) {
        rounds.of(round);
      }

      @Override
      public void close() {}
    };
  }
}
