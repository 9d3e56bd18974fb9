package org.orbweaver.governance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.orbweaver.governance.entry.CaseEntry;

/**
 * Offices that live through people's mistakes, attacks, clocks, power cuts and full disks. A
 * failure names its seed; {@code -Dorbweaver.seed=N} lives that life alone.
 */
class A01_SimulationTest {
  private static final int SEEDS =
      Integer.getInteger("orbweaver.seeds", Boolean.getBoolean("orbweaver.full") ? 10_000 : 500);
  private static final int STEPS = 50;

  private static final List<Class<? extends CaseEntry>> MUST_HAPPEN =
      List.of(
          CaseEntry.Executed.class,
          CaseEntry.BreakGlassConfirmed.class,
          CaseEntry.AutoReverted.class,
          CaseEntry.Ratified.class,
          CaseEntry.Refused.class,
          CaseEntry.Recused.class,
          CaseEntry.InterestDisclosed.class,
          CaseEntry.Objected.class,
          CaseEntry.Reconsidered.class,
          CaseEntry.Restored.class,
          CaseEntry.Withdrawn.class,
          CaseEntry.Expired.class,
          CaseEntry.SentBack.class,
          CaseEntry.Ended.class);

  private final Map<Class<?>, LongAdder> happened = new ConcurrentHashMap<>();
  private final LongAdder limited = new LongAdder();
  private final LongAdder besideGlass = new LongAdder();

  @Test
  void whatMustHoldHoldsAfterEachStep() {
    Long one = Long.getLong("orbweaver.seed");
    if (one != null) {
      live(one);
      return;
    }
    LongStream.range(0, SEEDS).parallel().forEach(this::live);
    Map<String, Long> counts = new TreeMap<>();
    happened.forEach((kind, count) -> counts.put(kind.getSimpleName(), count.sum()));
    System.out.println(
        "Done "
            + SEEDS
            + " runs; cases in which happened "
            + counts
            + "; lines limited "
            + limited.sum()
            + "; cases beside a break-glass that is not ratified "
            + besideGlass.sum());
    assertThat(limited.sum()).as("lines that were limited").isPositive();
    assertThat(besideGlass.sum()).as("cases where break-glass is not ratified").isPositive();
    for (Class<?> kind : MUST_HAPPEN) {
      assertThat(counts.getOrDefault(kind.getSimpleName(), 0L))
          .as("cases in which happened %s: a life without events shows nothing", kind)
          .isPositive();
    }
  }

  private void live(long seed) {
    try {
      Rulebook rules = new World(seed).live(STEPS);
      limited.add(rules.limited());
      besideGlass.add(rules.besideGlass());
      for (Class<?> kind : MUST_HAPPEN) {
        happened.computeIfAbsent(kind, k -> new LongAdder()).add(rules.casesWith(kind));
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }
}
