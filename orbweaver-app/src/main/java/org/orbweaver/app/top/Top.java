package org.orbweaver.app.top;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.live.StopSignal;
import org.orbweaver.app.output.RowWriter;

/** Looks at a running network, once or until somebody has seen enough. */
public final class Top {
  /** What rows may be ordered by, in lower case. */
  public static final List<String> ORDERS =
      Stream.of(TopRow.Order.values()).map(order -> order.name().toLowerCase(Locale.ROOT)).toList();

  private final Control network;
  private final Predicate<String> wanted;
  private final TopRow.Order order;
  private final Duration interval;

  /**
   * Prepares one.
   *
   * @param wanted which nodes are looked at, by name
   * @param order one of {@link #ORDERS}
   * @param interval between two looks
   */
  public Top(Control network, Predicate<String> wanted, String order, Duration interval) {
    this.network = network;
    this.wanted = wanted;
    this.order = TopRow.Order.valueOf(order.toUpperCase(Locale.ROOT));
    this.interval = interval;
  }

  /**
   * Writes what happens in one interval.
   *
   * @return at its end
   */
  public TopLook once(RowWriter rows) throws InterruptedException {
    TopLook before = TopLook.at(network);
    Thread.sleep(interval);
    TopLook after = TopLook.at(network);
    TopSheet.write(rows, after, rows(before, after));
    return after;
  }

  /** Fills a terminal until a signal comes or somebody types q. */
  public void watch(Surroundings surroundings) throws InterruptedException {
    CompletableFuture<String> stop = new CompletableFuture<>();
    TopScreen painter = new TopScreen(surroundings.colour());
    try (StopSignal signals = new StopSignal(stop);
        Screen screen = new Screen(surroundings.out(), surroundings.environment(), stop)) {
      TopLook before = null;
      while (!stop.isDone()) {
        TopLook look = TopLook.at(network);
        int[] size = screen.size();
        screen.show(painter.lines(look, rows(before, look), size[1], size[0]));
        before = look;
        await(stop);
      }
    }
  }

  private List<TopRow> rows(@Nullable TopLook before, TopLook after) {
    return after.since(before, wanted).stream().sorted(order.comparator).toList();
  }

  private void await(CompletableFuture<String> stop) throws InterruptedException {
    try {
      stop.get(interval.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // The next look.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
