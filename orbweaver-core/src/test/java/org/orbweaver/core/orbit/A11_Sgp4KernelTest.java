package org.orbweaver.core.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.time.LeapSeconds;
import org.orbweaver.core.time.Utc;

/** The staged kernel against the literal theory, on all widths of vectors, without garbage. */
class A11_Sgp4KernelTest {
  private static final long T = RandomElements.EPOCH_NS;

  @Test
  void sineAndCosineAreThoseOfTheLibrary() {
    Random random = new Random(1);
    double[] rad = new double[Sgp4Rows.SIZE];
    double[] sin = new double[Sgp4Rows.SIZE];
    double[] cos = new double[Sgp4Rows.SIZE];
    double[] alone = new double[Sgp4Rows.SIZE];
    for (int decade = -12; decade <= 9; decade++) {
      for (int round = 0; round < 50; round++) {
        Arrays.setAll(rad, k -> random.nextDouble(-1, 1));
        scale(rad, Math.pow(10, decade));
        SinCos.sinCos(rad, sin, cos);
        for (int k = 0; k < rad.length; k++) {
          assertThat(sin[k]).isEqualTo(StrictMath.sin(rad[k]), within(4e-16));
          assertThat(cos[k]).isEqualTo(StrictMath.cos(rad[k]), within(4e-16));
        }
        SinCos.sin(rad, alone);
        assertThat(alone).isEqualTo(sin);
        SinCos.cos(rad, alone);
        assertThat(alone).isEqualTo(cos);
      }
    }
  }

  private static void scale(double[] values, double factor) {
    for (int k = 0; k < values.length; k++) {
      values[k] *= factor;
    }
  }

  @Test
  void anAngleThatIsNoneHasNoSine() {
    double[] rad = new double[Sgp4Rows.SIZE];
    double[] sin = new double[Sgp4Rows.SIZE];
    double[] cos = new double[Sgp4Rows.SIZE];
    rad[1] = Double.NaN;
    rad[2] = Double.POSITIVE_INFINITY;
    SinCos.sinCos(rad, sin, cos);
    assertThat(sin[0]).isEqualTo(0);
    assertThat(cos[0]).isEqualTo(1);
    assertThat(sin[1]).isNaN();
    assertThat(cos[2]).isNaN();
  }

  @Test
  void positionsAreThoseOfTheLiteralTheory() {
    List<MeanElements> elements = RandomElements.of(3_000, 21);
    elements.addAll(eccentric(500, 22));
    Sgp4Table table = new Sgp4Table(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      table.put(i, elements.get(i));
    }
    double[][] p = new double[3][elements.size()];
    int valid = 0;
    for (double hours : new double[] {0, 0.3, -1.7, 11, -25, 100}) {
      long unixNs = T + (long) (hours * 3.6e12);
      long taiNs = LeapSeconds.taiNs(unixNs);
      Sgp4Kernel.propagate(table, 0, table.blocks(), taiNs, 0, p[0], p[1], p[2], null, null, null);
      for (int i = 0; i < elements.size(); i++) {
        double minutes = (taiNs - LeapSeconds.taiNs(elements.get(i).epochNs())) / 60e9;
        double[] literal =
            LiteralSgp4.position(table.block(i / Sgp4Rows.SIZE), i % Sgp4Rows.SIZE, minutes);
        assertThat(Double.isNaN(p[0][i])).isEqualTo(Double.isNaN(literal[0]));
        if (!Double.isNaN(literal[0])) {
          valid++;
          assertThat(Teme.distance(literal, new double[] {p[0][i], p[1][i], p[2][i]}))
              .as("%s after %s h", elements.get(i), hours)
              .isLessThan(2e-5);
        }
      }
    }
    assertThat(valid).isGreaterThan(18_000);
  }

  private static List<MeanElements> eccentric(int count, long seed) {
    Random random = new Random(seed);
    List<MeanElements> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double eccentricity = random.nextDouble(0.1, 0.45);
      double perigeeM = Wgs72.EARTH_RADIUS_M + random.nextDouble(300e3, 900e3);
      elements.add(
          new MeanElements(
              "ECCENTRIC-" + i,
              0,
              "",
              T,
              MeanMotion.kozaiRadPerS(perigeeM / (1 - eccentricity), eccentricity, 1),
              0,
              eccentricity,
              random.nextDouble(0, Math.PI),
              random.nextDouble(0, 6),
              random.nextDouble(0, 6),
              random.nextDouble(0, 6),
              1e-5));
    }
    return elements;
  }

  @Test
  void aSatelliteDoesNotDependOnItsNeighbours() {
    List<MeanElements> elements = RandomElements.of(Sgp4Rows.SIZE + 37, 23);
    Snapshot all = Ephemeris.of(elements).at(T);
    for (int i = 0; i < elements.size(); i += 11) {
      Snapshot alone = Ephemeris.of(List.of(elements.get(i))).at(T);
      assertThat(alone.xM(0)).isEqualTo(all.xM(i));
      assertThat(alone.yM(0)).isEqualTo(all.yM(i));
      assertThat(alone.zM(0)).isEqualTo(all.zM(i));
    }
  }

  /** Interpreted, and compiled for every width that this machine's vectors may have. */
  @Test
  void theBitsAreTheSameWhateverTheWidthOfVectors() throws Exception {
    Set<String> prints = new HashSet<>();
    prints.add(print("-Xint"));
    for (int bytes : new int[] {8, 16, 32, 64}) {
      prints.add(print("-XX:MaxVectorSize=" + bytes));
    }
    assertThat(prints).hasSize(1);
  }

  private static String print(String flag) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                flag,
                "-cp",
                System.getProperty("java.class.path"),
                Fingerprint.class.getName(),
                flag.equals("-Xint") ? "1" : "1000")
            .redirectErrorStream(true)
            .start();
    String print = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(print).isZero();
    // A machine with narrower vectors says so on lines of its own.
    return print.lines().filter(line -> !line.contains("warning")).toList().getLast();
  }

  /** Prints a hash of many positions, after as many rounds as it takes to be compiled. */
  static final class Fingerprint {
    private Fingerprint() {}

    public static void main(String[] args) {
      List<MeanElements> elements = RandomElements.of(600, 24);
      elements.addAll(eccentric(100, 25));
      Ephemeris ephemeris = Ephemeris.of(elements);
      int n = elements.size();
      double[] x = new double[n];
      double[] y = new double[n];
      double[] z = new double[n];
      for (int round = Integer.parseInt(args[0]); round >= 1; round--) {
        ephemeris.positions(T + round * 60L * Utc.NS_PER_S, x, y, z);
      }
      System.out.println(Arrays.hashCode(x) + " " + Arrays.hashCode(y) + " " + Arrays.hashCode(z));
    }
  }

  @Test
  void nothingIsAllocated() {
    Ephemeris ephemeris = Ephemeris.of(RandomElements.of(1_000, 26));
    double[] x = new double[1_000];
    double[] y = new double[1_000];
    double[] z = new double[1_000];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ephemeris.positions(T, x, y, z);
    threads.getCurrentThreadAllocatedBytes();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < 100; round++) {
      ephemeris.positions(T + round * Utc.NS_PER_S, x, y, z);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100);
  }
}
