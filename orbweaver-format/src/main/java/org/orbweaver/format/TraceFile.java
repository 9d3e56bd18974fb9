package org.orbweaver.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.TraceRow;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.format.csv.TableReader;
import org.orbweaver.format.input.Input;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Place;
import org.orbweaver.format.problem.Problems;

/** A table of what a path was, as {@code doc/packets.md} describes it. */
public final class TraceFile {
  /** Closer together rows change more often than packets could tell. */
  private static final long SHORTEST_NS = 1_000_000;

  private static final double NS_PER_S = 1e9;
  private static final double MS_PER_S = 1e3;
  private static final double BPS_PER_MBPS = 1e6;
  private static final double PERCENT = 100;

  private final List<Located<TraceRow>> rows;
  private final Problems problems;

  private TraceFile(List<Located<TraceRow>> rows, Problems problems) {
    this.rows = rows;
    this.problems = problems;
  }

  /**
   * Reads one.
   *
   * @param name what people call it
   * @param repeats whether it begins anew where it ends
   * @return null where it cannot be used; every reason is then reported
   */
  public static @Nullable LinkTrace read(
      Path file, String name, boolean repeats, Problems problems) {
    int before = problems.count();
    String shownAs = Input.shown(file);
    List<Located<TraceRow>> rows = TableReader.read(file, shownAs, TraceRow.class, problems);
    if (rows == null || problems.count() > before) {
      return null;
    }
    if (rows.isEmpty()) {
      problems.add(shownAs, 1, 1, "file", "has no rows", "at least one");
      return null;
    }
    TraceFile trace = new TraceFile(rows, problems);
    boolean afterStart = rows.getFirst().value().timeS() != null;
    trace.checkColumns(new Place(shownAs, 1, 1, "file"));
    List<LinkTrace.Row> read = trace.rows(afterStart);
    return problems.count() == before ? new LinkTrace(name, afterStart, repeats, read) : null;
  }

  private void checkColumns(Place file) {
    boolean rtt = any(row -> row.rttMs() != null);
    boolean ways = any(row -> row.upMs() != null || row.downMs() != null);
    boolean rates = any(row -> row.rateUpMbps() != null || row.rateDownMbps() != null);
    boolean loss = any(row -> row.lossPercent() != null);
    if (!rtt && !ways && !rates && !loss) {
      problems.add(
          file.problem(
              "says nothing of the path", "rtt_ms, up_ms and down_ms, rates, or loss_percent"));
    }
    for (Located<TraceRow> row : rows) {
      TraceRow value = row.value();
      if (rtt && (value.upMs() != null || value.downMs() != null)) {
        problems.add(row.place("upMs").problem("stands in a table with rtt_ms", "one of the two"));
        return;
      }
      if ((value.upMs() == null) != (value.downMs() == null)) {
        boolean up = value.upMs() == null;
        missing(row, up ? "upMs" : "downMs", up ? "up_ms" : "down_ms", "both ways, or none");
      }
      if (rates) {
        require(row, "rateUpMbps", "rate_up_mbps", TraceRow::rateUpMbps);
        require(row, "rateDownMbps", "rate_down_mbps", TraceRow::rateDownMbps);
      }
      if (loss) {
        require(row, "lossPercent", "loss_percent", TraceRow::lossPercent);
      }
    }
  }

  private boolean any(Predicate<TraceRow> known) {
    return rows.stream().map(Located::value).anyMatch(known);
  }

  private void require(
      Located<TraceRow> row,
      String key,
      String column,
      Function<TraceRow, @Nullable Double> value) {
    if (value.apply(row.value()) == null) {
      missing(row, key, column, "a number, as in other rows");
    }
  }

  /** Where the table has no such column, the place is the row's, but its key the column's. */
  private void missing(Located<TraceRow> row, String key, String column, String right) {
    Place at = row.place(key);
    problems.add(new Place(at.file(), at.line(), at.column(), column).problem("is empty", right));
  }

  private List<LinkTrace.Row> rows(boolean afterStart) {
    List<LinkTrace.Row> read = new ArrayList<>(rows.size());
    for (Located<TraceRow> row : rows) {
      Long ns = timeNs(row, afterStart);
      if (ns != null) {
        checkOrder(row.place(afterStart ? "timeS" : "timeUtc"), read, ns);
        read.add(row(row.value(), ns));
      }
    }
    return read;
  }

  private @Nullable Long timeNs(Located<TraceRow> row, boolean afterStart) {
    Double s = row.value().timeS();
    String utc = row.value().timeUtc();
    if (s != null && utc != null) {
      problems.add(row.place("timeUtc").problem("stands beside time_s", "one of the two"));
      return null;
    }
    if (afterStart) {
      if (s == null) {
        missing(row, "timeS", "time_s", "a number, as in other rows");
        return null;
      }
      return Math.round(s * NS_PER_S);
    }
    if (utc == null) {
      missing(row, "timeUtc", "time_utc", "a time, or time_s in its place");
      return null;
    }
    return Times.parse(utc, row.place("timeUtc"), problems);
  }

  private void checkOrder(Place at, List<LinkTrace.Row> before, long ns) {
    if (before.isEmpty()) {
      return;
    }
    long lastNs = before.getLast().timeNs();
    boolean jump = ns == lastNs;
    boolean second = before.size() > 1 && before.get(before.size() - 2).timeNs() == lastNs;
    if (ns < lastNs || (ns > lastNs && ns - lastNs < SHORTEST_NS)) {
      problems.add(
          at.problem(
              "is less than a millisecond after the row before",
              "at least that, or the same time for a jump"));
    } else if (jump && second) {
      problems.add(at.problem("is the third row of one time", "at most two, for a jump"));
    }
  }

  private static LinkTrace.Row row(TraceRow row, long ns) {
    double half = number(row.rttMs()) / 2 / MS_PER_S;
    double up = row.upMs() == null ? half : row.upMs() / MS_PER_S;
    double down = row.downMs() == null ? half : row.downMs() / MS_PER_S;
    return new LinkTrace.Row(
        ns,
        up,
        down,
        number(row.rateUpMbps()) * BPS_PER_MBPS,
        number(row.rateDownMbps()) * BPS_PER_MBPS,
        number(row.lossPercent()) / PERCENT);
  }

  private static double number(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }
}
