package org.orbweaver.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class A04_ProgressTest {
  private final AtomicLong nowMs = new AtomicLong(1_000_000);
  private final InstantSource clock = () -> Instant.ofEpochMilli(nowMs.get());
  private final StringWriter err = new StringWriter();

  @Test
  void aQuickCommandSaysNothing() {
    Progress progress = progress(true);
    nowMs.addAndGet(999);
    progress.at(50);
    progress.hide();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aLongOneSaysHowFarItHasComeAndCleansUp() {
    Progress progress = progress(true);
    nowMs.addAndGet(2000);
    progress.at(20);
    nowMs.addAndGet(100);
    progress.at(21);
    nowMs.addAndGet(400_000);
    progress.at(22);
    progress.hide();
    assertThat(err.toString())
        .isEqualTo(
            "\r\033[K20 of 100 slots, 8 s left"
                + "\r\033[K22 of 100 slots, 24 min left"
                + "\r\033[K");
  }

  @Test
  void nobodyWatchesAFile() {
    Progress progress = progress(false);
    nowMs.addAndGet(60_000);
    progress.at(20);
    progress.hide();
    assertThat(err.toString()).isEmpty();
  }

  private Progress progress(boolean watched) {
    return new Progress(new PrintWriter(err), watched, clock, "slots", 100);
  }
}
