package org.orbweaver.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Verdicts over random worlds are those of an independent judge, without a difference. */
class P04_OracleTest {
  private static final int TERMINALS = 50;
  private static final int TIMES = 10;

  /** 500 cases a world: 50,000, or a million. */
  private static final long WORLDS =
      Long.getLong("orbweaver.worlds", Boolean.getBoolean("orbweaver.full") ? 2_000 : 100);

  @Test
  void a01_anyTerminalAtAnyTimeInAnyWorld() {
    assertThat(LongStream.range(0, WORLDS).parallel().map(P04_OracleTest::differences).sum())
        .isZero();
  }

  private static long differences(long seed) {
    RandomWorld world = new RandomWorld(seed);
    List<Subject> subjects = world.subjects(TERMINALS);
    List<Decision> decisions = world.decisions(world.random.nextInt(30), TERMINALS, 0);
    boolean served = world.random.nextBoolean();
    PolicyRules rules = new PolicyRules(new AreaTable(world.areas), decisions, served);
    OracleJudge judge = new OracleJudge(world.areas, decisions, served);
    ServicePolicy policy = ServicePolicy.of(rules, RandomWorld.table(subjects), 0);
    long different = 0;
    for (long at = 0; at < TIMES; at++) {
      policy = policy.at(at);
      for (int t = 0; t < TERMINALS; t++) {
        OracleJudge.Answer right = judge.judge(subjects.get(t), at);
        Verdict verdict = policy.verdict(t);
        if (!agree(verdict, right) || !verdict.equals(rules.verdict(subjects.get(t), at))) {
          different++;
          System.err.printf("seed %d t%d at %d: %s, not %s%n", seed, t, at, verdict, right);
        }
      }
    }
    return different;
  }

  private static boolean agree(Verdict verdict, OracleJudge.Answer right) {
    return verdict.reason() == right.reason()
        && verdict.tier() == right.tier()
        && verdict.decision().equals(right.decision())
        && verdict.lost().size() == right.lost().size()
        && new HashSet<>(verdict.lost()).equals(right.lost());
  }

  @Test
  void a02_theIndexFindsTheAreasThatAskedOneByOneSayYes() {
    for (long seed = 0; seed < WORLDS; seed++) {
      RandomWorld world = new RandomWorld(-seed);
      AreaTable table = new AreaTable(world.areas);
      for (Subject place : world.subjects(200)) {
        int[] found =
            table.at(Nanodegrees.ofRad(place.latRad()), Nanodegrees.ofRad(place.lonRad()));
        for (int a = 0; a < table.size(); a++) {
          boolean in = OracleJudge.covers(table.area(a).shape(), place.latRad(), place.lonRad());
          assertThat(Arrays.binarySearch(found, a) >= 0)
              .as("seed %s area %s at %s", seed, table.area(a).id(), place)
              .isEqualTo(in);
        }
      }
    }
  }
}
