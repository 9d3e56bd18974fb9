package org.orbweaver.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.policy.AreaIndex;
import org.orbweaver.core.policy.AreaRing;
import org.orbweaver.core.policy.AreaShape;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Nanodegrees;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Subjects;

/**
 * What a decision costs: 1,000,000 terminals scattered between 60 degrees south and north (seed 1)
 * over 10,000 areas, stars of 32 corners and 10 to 200 km (seed 2), with 1,000 decisions about
 * areas. Each step counts the terminals whose verdict has changed. Goals: at most 1 s after a
 * decision about all, 50 ms after one that touches 1 %, 1 µs (median) to find the areas of a place.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class PolicyBenchmark {
  private static final int TERMINALS = 1_000_000;
  private static final int AREAS = 10_000;
  private static final int PLACES = 4_096;

  // Set by load().
  @SuppressWarnings("NullAway.Init")
  private ServicePolicy policy;

  @SuppressWarnings("NullAway.Init")
  private PolicyRules aboutAll;

  @SuppressWarnings("NullAway.Init")
  private PolicyRules aboutOnePercent;

  @SuppressWarnings("NullAway.Init")
  private PolicyRules withNewArea;

  @SuppressWarnings("NullAway.Init")
  private PolicyRules byName;

  @SuppressWarnings("NullAway.Init")
  private AreaIndex places;

  private final long[] lat = new long[PLACES];
  private final long[] lon = new long[PLACES];
  private final int[] found = new int[1_000];
  private int next;

  /** Makes areas, decisions and terminals. */
  @Setup
  public void load() {
    Random random = new Random(2);
    List<ServiceArea> areas = new ArrayList<>();
    for (int a = 0; a < AREAS; a++) {
      areas.add(ServiceArea.of("a" + a, star(random)));
    }
    // A strip that holds one terminal in a hundred.
    ServiceArea strip = ServiceArea.of("strip", box(-60, 0, 60, 3.6));
    areas.add(strip);
    AreaTable table = new AreaTable(areas);
    List<Decision> decisions = new ArrayList<>();
    for (int d = 0; d < 1_000; d++) {
      Effect effect = d % 2 == 0 ? Effect.RESTRICT : Effect.ENABLE;
      decisions.add(about("d" + d, effect, "a" + 10 * d, d));
    }
    PolicyRules rules = new PolicyRules(table, decisions, true);
    aboutAll =
        rules.with(
            and(
                decisions,
                Decision.of(
                    "all",
                    Effect.RESTRICT,
                    new org.orbweaver.core.policy.Scope.Everywhere(),
                    0,
                    Decision.OPEN,
                    2_000)));
    aboutOnePercent = rules.with(and(decisions, about("strip", Effect.RESTRICT, "strip", 2_000)));
    ServiceArea fresh = ServiceArea.of("fresh", box(-60, 10, 60, 13.6));
    List<ServiceArea> more = new ArrayList<>(areas);
    more.add(fresh);
    withNewArea =
        new PolicyRules(
            new AreaTable(more),
            and(decisions, about("fresh", Effect.RESTRICT, "fresh", 2_000)),
            true);
    byName =
        rules.with(
            and(
                decisions,
                Decision.of(
                    "named",
                    Effect.RESTRICT,
                    new org.orbweaver.core.policy.Scope.OfTerminals(
                        IntStream.range(0, TERMINALS / 100)
                            .mapToObj(t -> "t" + 100 * t)
                            .collect(Collectors.toSet())),
                    0,
                    Decision.OPEN,
                    2_000)));
    policy = ServicePolicy.of(rules, subjects(), 1);
    places = table.places();
    for (int p = 0; p < PLACES; p++) {
      lat[p] = Nanodegrees.ofDegrees(random.nextDouble(-60, 60));
      lon[p] = Nanodegrees.ofDegrees(random.nextDouble(-180, 180));
    }
  }

  private static List<Decision> and(List<Decision> decisions, Decision more) {
    List<Decision> all = new ArrayList<>(decisions);
    all.add(more);
    return all;
  }

  private static Decision about(String id, Effect effect, String area, int index) {
    return Decision.of(
        id, effect, new org.orbweaver.core.policy.Scope.InArea(area), 0, Decision.OPEN, index);
  }

  private static Subjects subjects() {
    Random random = new Random(1);
    List<GeodeticPoint> points = new ArrayList<>(TERMINALS);
    for (int t = 0; t < TERMINALS; t++) {
      points.add(
          GeodeticPoint.ofDegrees(random.nextDouble(-60, 60), random.nextDouble(-180, 180), 0));
    }
    SiteTable sites =
        new SiteTable(IntStream.range(0, TERMINALS).mapToObj(t -> "t" + t).toList(), points);
    return new Subjects(
        sites,
        Collections.nCopies(TERMINALS, null),
        Collections.nCopies(TERMINALS, ServiceClass.CONSUMER));
  }

  private static AreaShape star(Random random) {
    double latDeg = random.nextDouble(-60, 60);
    double lonDeg = random.nextDouble(-178, 178);
    double reachDeg = random.nextDouble(0.05, 1);
    long[] lats = new long[32];
    long[] lons = new long[32];
    for (int i = 0; i < 32; i++) {
      double far = reachDeg * random.nextDouble(0.5, 1);
      lats[i] = Nanodegrees.ofDegrees(latDeg + far * Math.sin(Math.PI * i / 16));
      lons[i] = Nanodegrees.ofDegrees(lonDeg + far * Math.cos(Math.PI * i / 16));
    }
    return AreaShape.of(new AreaRing(lats, lons));
  }

  private static AreaShape box(double south, double west, double north, double east) {
    long s = Nanodegrees.ofDegrees(south);
    long w = Nanodegrees.ofDegrees(west);
    long n = Nanodegrees.ofDegrees(north);
    long e = Nanodegrees.ofDegrees(east);
    return AreaShape.of(new AreaRing(new long[] {s, s, n, n}, new long[] {w, e, e, w}));
  }

  /** After a decision about all terminals. */
  @Benchmark
  public int afterADecisionAboutAll() {
    return policy.at(aboutAll, 1).differingFrom(policy).length;
  }

  /** After a decision about an area that holds 1 %. */
  @Benchmark
  public int afterADecisionAboutOnePercent() {
    return policy.at(aboutOnePercent, 1).differingFrom(policy).length;
  }

  /** After a decision about an area that is new and holds 1 %. */
  @Benchmark
  public int afterADecisionAboutANewAreaOfOnePercent() {
    return policy.at(withNewArea, 1).differingFrom(policy).length;
  }

  /** After a decision that names 10,000 terminals. */
  @Benchmark
  public int afterADecisionThatNamesOnePercent() {
    return policy.at(byName, 1).differingFrom(policy).length;
  }

  /** The areas of a place. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public int areasOfAPlace() {
    next = next + 1 & PLACES - 1;
    return places.find(lat[next], lon[next], found);
  }

  /** All terminals from nothing, as when a network starts. */
  @Benchmark
  public int fromNothing() {
    return ServicePolicy.of(policy.rules(), subjectsOnce, 1).terminals();
  }

  private final Subjects subjectsOnce = subjects();
}
