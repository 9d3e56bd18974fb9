package org.orbweaver.app.choice;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Problems;
import org.orbweaver.format.problem.Words;

/**
 * Which satellite served one terminal, slot by slot, as measured. Layout: by row, ascending in
 * time, the slot's start (UTC, nanoseconds since the Unix epoch), the satellite's index in an
 * ephemeris or -1 where that has none of its number, and its direction as the file gives it, {@code
 * NaN} where it gives none.
 */
public final class ServedSlots {
  private final long[] startNs;
  private final int[] satellite;
  private final double[] elevationRad;
  private final double[] azimuthRad;
  private final double[] rangeM;

  private ServedSlots(int rows) {
    startNs = new long[rows];
    satellite = new int[rows];
    elevationRad = new double[rows];
    azimuthRad = new double[rows];
    rangeM = new double[rows];
  }

  /** Reads a table; null where it is none, which is then reported. */
  public static @Nullable ServedSlots read(Path file, Ephemeris satellites, Problems problems) {
    int before = problems.count();
    List<Located<ServedSlot>> lines =
        TableReader.read(file, Input.shown(file), ServedSlot.class, problems);
    if (lines == null) {
      return null;
    }
    int[] byNumber = byNumber(satellites);
    ServedSlots rows = new ServedSlots(lines.size());
    for (int k = 0; k < lines.size(); k++) {
      rows.put(k, lines.get(k), satellites, byNumber, problems);
    }
    return problems.count() == before ? rows : null;
  }

  /** Satellites in the order of their catalogue numbers. */
  private static int[] byNumber(Ephemeris satellites) {
    long[] key = new long[satellites.size()];
    for (int s = 0; s < key.length; s++) {
      key[s] = (long) satellites.elements(s).noradId() << Integer.SIZE | s;
    }
    Arrays.sort(key);
    return Arrays.stream(key).mapToInt(k -> (int) k).toArray();
  }

  private void put(
      int row,
      Located<ServedSlot> located,
      Ephemeris satellites,
      int[] byNumber,
      Problems problems) {
    ServedSlot line = located.value();
    try {
      startNs[row] = Utc.parseNs(line.slotStartUtc());
    } catch (DateTimeException | ArithmeticException e) {
      problems.add(
          located
              .place("slotStartUtc")
              .problem(
                  "is " + Words.quote(line.slotStartUtc()),
                  "UTC in ISO 8601 with Z, such as 2024-07-17T18:07:57Z"));
      return;
    }
    if (row > 0 && startNs[row] <= startNs[row - 1]) {
      problems.add(
          located
              .place("slotStartUtc")
              .problem("is " + line.slotStartUtc(), "later than in the line before"));
    }
    satellite[row] = find(line.noradId(), satellites, byNumber);
    elevationRad[row] = rad(line.elevationDeg());
    azimuthRad[row] = rad(line.azimuthDeg());
    Double km = line.rangeKm();
    rangeM[row] = km == null ? Double.NaN : 1e3 * km;
  }

  private static double rad(@Nullable Double deg) {
    return deg == null ? Double.NaN : Math.toRadians(deg);
  }

  private static int find(int number, Ephemeris satellites, int[] byNumber) {
    int low = 0;
    int high = byNumber.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int other = satellites.elements(byNumber[middle]).noradId();
      if (other == number) {
        return byNumber[middle];
      }
      if (other < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  public int size() {
    return startNs.length;
  }

  /** Start of the slot: UTC, nanoseconds since the Unix epoch. */
  public long startNs(int row) {
    return startNs[row];
  }

  /** Index of the satellite that served, or -1. */
  public int satellite(int row) {
    return satellite[row];
  }

  public double elevationRad(int row) {
    return elevationRad[row];
  }

  public double azimuthRad(int row) {
    return azimuthRad[row];
  }

  public double rangeM(int row) {
    return rangeM[row];
  }

  /** Whether a row gives direction and distance. */
  public boolean hasDirection(int row) {
    return !Double.isNaN(elevationRad[row] + azimuthRad[row] + rangeM[row]);
  }
}
