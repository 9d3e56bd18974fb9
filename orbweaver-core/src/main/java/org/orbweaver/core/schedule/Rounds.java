package org.orbweaver.core.schedule;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Two kinds of work, round by round: pieces that any thread may do in any order, and then the round
 * itself, which one thread does at a time, one round after another. Pieces of the next rounds are
 * done meanwhile, so that threads need not wait for whoever is at a round. Threads are those of the
 * common pool and the one that asks.
 */
final class Rounds {
  /** Pieces are done for at most so many rounds that have yet to come. */
  private static final int AHEAD = 3;

  private static final int NOTHING = -1;
  private static final int ROUND = -2;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int[] firstPiece;
  private final int[] open;
  private int round;
  private boolean taken;
  private int nextPiece;
  private int roundOfNext;
  private boolean failed;

  /** What one thread does with its own tools. */
  interface Worker extends AutoCloseable {
    void piece(int ofRound, int piece);

    void round(int round);

    @Override
    void close();
  }

  /** Opens a worker for a thread. */
  @FunctionalInterface
  interface Opener {
    Worker open();
  }

  /**
   * @param pieces by round
   */
  Rounds(int[] pieces) {
    open = pieces.clone();
    firstPiece = new int[pieces.length + 1];
    for (int r = 0; r < pieces.length; r++) {
      firstPiece[r + 1] = firstPiece[r] + pieces[r];
    }
  }

  /** Does all of the work. */
  void run(Opener opener) {
    int pieces = firstPiece[firstPiece.length - 1];
    int threads = Math.clamp(pieces / 2, 1, Runtime.getRuntime().availableProcessors());
    IntStream range = IntStream.range(0, threads);
    (threads > 1 ? range.parallel() : range).forEach(thread -> runOne(opener));
  }

  private void runOne(Opener opener) {
    boolean done = false;
    try (Worker worker = opener.open()) {
      for (int next = next(); next != NOTHING; next = next()) {
        if (next == ROUND) {
          worker.round(round);
          endRound();
        } else {
          int ofRound = roundOf(next);
          worker.piece(ofRound, next - firstPiece[ofRound]);
          endPiece(ofRound);
        }
      }
      done = true;
    } finally {
      if (!done) {
        tell(() -> failed = true);
      }
    }
  }

  /** Rounds go first, so that pieces are done with what is known latest. */
  private int next() {
    lock.lock();
    try {
      while (round < open.length && !failed) {
        if (!taken && open[round] == 0) {
          taken = true;
          return ROUND;
        }
        while (roundOfNext < open.length && nextPiece == firstPiece[roundOfNext + 1]) {
          roundOfNext++;
        }
        if (roundOfNext < open.length && roundOfNext <= round + AHEAD) {
          return nextPiece++;
        }
        // Somebody is at a piece or a round, and will say when it is done.
        changed.awaitUninterruptibly();
      }
      return NOTHING;
    } finally {
      lock.unlock();
    }
  }

  private int roundOf(int piece) {
    int r = 0;
    while (firstPiece[r + 1] <= piece) {
      r++;
    }
    return r;
  }

  private void endPiece(int ofRound) {
    tell(() -> open[ofRound]--);
  }

  private void endRound() {
    tell(() -> {
      taken = false;
      round++;
    });
  }

  private void tell(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
