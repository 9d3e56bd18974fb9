package org.orbweaver.core.traffic;

import java.util.Arrays;
import java.util.List;

/**
 * What a path was once measured to be, moment after moment, for a terminal's traffic to meet again.
 * Between two rows delays change evenly; rates and loss are those of the row before. Before the
 * first row the first holds; after the last one the trace begins anew, or the last row holds.
 *
 * <p>Two rows of one time make a jump: toward the first of them, from the second on. Immutable.
 */
public final class LinkTrace {
  /**
   * What is known at one time; {@code NaN} for what is not.
   *
   * @param timeNs nanoseconds: after the network's start, or UTC since the Unix epoch
   * @param upS one way from the terminal to its home PoP, seconds
   * @param downS one way to the terminal, seconds
   * @param upBps rate from the terminal, bit/s; 0 while nothing leaves, and all waits
   * @param downBps rate toward it, bit/s; 0 likewise
   * @param loss part of packets lost each way, 0 to 1
   */
  public record Row(
      long timeNs, double upS, double downS, double upBps, double downBps, double loss) {
    /** Whether nothing arrives, as after a measurement that got no answer. */
    boolean isGap() {
      return loss >= 1 || Double.isNaN(upS) || Double.isNaN(downS);
    }
  }

  private final String name;
  private final boolean afterStart;
  private final boolean repeats;
  private final boolean hasDelays;
  private final boolean hasRates;
  private final boolean hasLoss;
  private final List<Row> rows;
  private final long[] timeNs;

  /**
   * A trace.
   *
   * @param name of what it was read from, for people
   * @param afterStart whether times count from the network's start
   * @param repeats whether it begins anew where it ends
   * @param rows at least one, times ascending, at most two of one time; a column that is known in
   *     any row is known in all, but that a delay may be missing where nothing arrives
   */
  public LinkTrace(String name, boolean afterStart, boolean repeats, List<Row> rows) {
    this.name = name;
    this.afterStart = afterStart;
    this.rows = List.copyOf(rows);
    timeNs = rows.stream().mapToLong(Row::timeNs).toArray();
    this.repeats = repeats && lengthNs() > 0;
    hasDelays = rows.stream().anyMatch(row -> !Double.isNaN(row.upS()));
    hasRates = rows.stream().anyMatch(row -> !Double.isNaN(row.upBps()));
    hasLoss = rows.stream().anyMatch(row -> !Double.isNaN(row.loss()));
  }

  /** The same with times in UTC, for a network that starts then: nanoseconds since 1970. */
  public LinkTrace startingAt(long startNs) {
    return afterStart
        ? new LinkTrace(
            name,
            false,
            repeats,
            rows.stream()
                .map(row ->
                    new Row(
                        startNs + row.timeNs, row.upS, row.downS, row.upBps, row.downBps, row.loss))
                .toList())
        : this;
  }

  /** What it was read from. */
  public String name() {
    return name;
  }

  /** Whether it begins anew where it ends; else its last row holds on. */
  public boolean repeats() {
    return repeats;
  }

  /** From its first row to its last, nanoseconds. */
  public long lengthNs() {
    return timeNs[timeNs.length - 1] - timeNs[0];
  }

  /** How many rows it has. */
  public int size() {
    return timeNs.length;
  }

  /** Whether it says delays; else they are the model's, gaps of handovers among them. */
  public boolean hasDelays() {
    return hasDelays;
  }

  /** Whether it says rates; else they are the model's. */
  public boolean hasRates() {
    return hasRates;
  }

  /** Whether it says loss; else that of the link holds. */
  public boolean hasLoss() {
    return hasLoss;
  }

  /** What holds at an instant; {@code timeNs} is that of the row. */
  public Row at(long ns) {
    long within = within(ns);
    int last = rowAt(within);
    Row row = rows.get(last);
    boolean between = last + 1 < timeNs.length && within > timeNs[last];
    if (!between || !hasDelays || row.isGap() || rows.get(last + 1).isGap()) {
      return row;
    }
    Row next = rows.get(last + 1);
    double share = (double) (within - timeNs[last]) / (timeNs[last + 1] - timeNs[last]);
    return new Row(
        row.timeNs,
        row.upS + share * (next.upS - row.upS),
        row.downS + share * (next.downS - row.downS),
        row.upBps,
        row.downBps,
        row.loss);
  }

  /** Whether nothing that is sent at an instant arrives. */
  public boolean isGapAt(long ns) {
    Row row = rows.get(rowAt(within(ns)));
    return hasDelays ? row.isGap() : row.loss >= 1;
  }

  /** When the next row begins to hold after an instant; {@link Long#MAX_VALUE} for never. */
  public long nextRowNs(long ns) {
    long within = within(ns);
    if (within < timeNs[0]) {
      return timeNs[0];
    }
    int next = rowAt(within) + 1;
    return next < timeNs.length ? ns - within + timeNs[next] : Long.MAX_VALUE;
  }

  /** The same moment in the trace's first round. */
  private long within(long ns) {
    return repeats && ns >= timeNs[timeNs.length - 1]
        ? timeNs[0] + (ns - timeNs[0]) % lengthNs()
        : ns;
  }

  /** The last row at or before a moment; the first one before it. */
  private int rowAt(long within) {
    int found = Arrays.binarySearch(timeNs, within);
    if (found < 0) {
      return Math.max(0, -2 - found);
    }
    return found + 1 < timeNs.length && timeNs[found + 1] == within ? found + 1 : found;
  }
}
