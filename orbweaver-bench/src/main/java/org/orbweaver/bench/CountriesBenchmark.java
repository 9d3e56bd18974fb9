package org.orbweaver.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.orbweaver.core.geometry.Regions;
import org.orbweaver.format.geo.Countries;

/**
 * The countries of 1,000,000 places, one thread: scattered evenly over the Earth, or over 45 to 55
 * degrees north and 0 to 30 east, where borders are dense and a third is sea. Goal: about a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class CountriesBenchmark {
  private static final int PLACES = 1_000_000;

  @Param({"earth", "europe"})
  private String where = "earth";

  private final double[] latRad = new double[PLACES];
  private final double[] lonRad = new double[PLACES];
  private final Regions map = Countries.regions();

  /** Scatters the places, from a seed of 1. */
  @Setup
  public void scatter() {
    Random random = new Random(1);
    for (int i = 0; i < PLACES; i++) {
      if (where.equals("earth")) {
        latRad[i] = Math.asin(2 * random.nextDouble() - 1);
        lonRad[i] = 2 * Math.PI * random.nextDouble() - Math.PI;
      } else {
        latRad[i] = Math.toRadians(45 + 10 * random.nextDouble());
        lonRad[i] = Math.toRadians(30 * random.nextDouble());
      }
    }
  }

  /** The country that a place is in. */
  @Benchmark
  public long at() {
    long sum = 0;
    for (int i = 0; i < PLACES; i++) {
      sum += map.at(latRad[i], lonRad[i]);
    }
    return sum;
  }

  /** The same, or the one up to 25 km off whose coast it is. */
  @Benchmark
  public long near() {
    long sum = 0;
    for (int i = 0; i < PLACES; i++) {
      sum += map.near(latRad[i], lonRad[i], Countries.OFFSHORE_M);
    }
    return sum;
  }
}
