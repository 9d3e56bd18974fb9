package org.orbweaver.core.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Every task once, and no stage before the last task of the one ahead of it. */
class G02_StagesTest {
  @Test
  void a01_stagesFollowEachOther_withHelpAndWithout() {
    for (boolean parallel : new boolean[] {false, true}) {
      AtomicIntegerArray ran = new AtomicIntegerArray(3);
      AtomicInteger early = new AtomicInteger();
      Stages stages =
          new Stages(
              parallel,
              List.of(
                  Stages.Stage.of(7, task -> ran.getAndIncrement(0)),
                  Stages.Stage.of(0, task -> early.getAndIncrement()),
                  new Stages.Stage(
                      () -> ran.get(0) % 7 == 0 ? 5 : 99,
                      task -> {
                        early.addAndGet(ran.get(0) % 7);
                        ran.getAndIncrement(1);
                      }),
                  Stages.Stage.of(
                      1,
                      task -> {
                        early.addAndGet(ran.get(1) % 5);
                        ran.getAndIncrement(2);
                      })));
      for (int time = 1; time <= 2_000; time++) {
        stages.run();
        assertThat(ran.get(0)).isEqualTo(7 * time);
        assertThat(ran.get(1)).isEqualTo(5 * time);
        assertThat(ran.get(2)).isEqualTo(time);
      }
      assertThat(early).hasValue(0);
    }
  }

  @Test
  void b01_whatATaskThrowsIsThrown_andNothingComesAfterIt() {
    for (boolean parallel : new boolean[] {false, true}) {
      AtomicInteger after = new AtomicInteger();
      boolean[] fails = {true};
      Stages stages =
          new Stages(
              parallel,
              List.of(
                  Stages.Stage.of(
                      20,
                      task -> {
                        if (task == 3 && fails[0]) {
                          throw new IllegalStateException("task 3");
                        }
                      }),
                  Stages.Stage.of(4, task -> after.getAndIncrement())));
      assertThatThrownBy(stages::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("task 3");
      assertThat(after).hasValue(0);
      fails[0] = false;
      stages.run();
      assertThat(after).hasValue(4);
    }
  }
}
