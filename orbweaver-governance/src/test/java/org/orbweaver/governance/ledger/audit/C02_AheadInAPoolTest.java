package org.orbweaver.governance.ledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** Audits by the pool's own threads, as many simulated lives at once ask for them. */
class C02_AheadInAPoolTest {
  private static final int VALUES = 12_000;
  private static final int BYTES_EACH = 100_000;

  /** All of them together would not fit into the memory of a test. */
  @Test
  void a01_valuesThatWereTakenAreNotKept() throws Exception {
    long bytes =
        ForkJoinPool.commonPool()
            .submit(() -> {
              long taken = 0;
              try (Ahead<byte[]> ahead = new Ahead<>(0, VALUES, index -> new byte[BYTES_EACH])) {
                for (int i = 0; i < VALUES; i++) {
                  taken += ahead.take().length;
                }
              }
              return taken;
            })
            .get();
    assertThat(bytes).isEqualTo((long) VALUES * BYTES_EACH);
  }
}
