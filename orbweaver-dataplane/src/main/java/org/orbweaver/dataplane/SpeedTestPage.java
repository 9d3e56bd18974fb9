package org.orbweaver.dataplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.time.TimeSource;

/**
 * {@code /speedtest}: measures the link between the terminal and this PoP, as the test in a dish
 * does: bytes are really sent through the terminal's shapers and compete with its other traffic, so
 * that one command without options shows delay and both rates. A body that is sent to it (PUT or
 * POST) is counted and timed instead.
 */
final class SpeedTestPage implements PopService.Page {
  private static final int DEFAULT_SECONDS = 2;
  private static final int MAX_SECONDS = 10;
  private static final int PINGS = 5;

  private final PathView paths;
  private final TimeSource time;

  SpeedTestPage(PathView paths, TimeSource time) {
    this.paths = paths;
    this.time = time;
  }

  @Override
  public List<String> moreMethods() {
    return List.of("POST", "PUT");
  }

  @Override
  public void answer(PopService.Call call) throws IOException, HttpProblem {
    if (call.request().isHead()) {
      call.to().answer(200, PopService.TEXT, new byte[0]);
    } else if (call.request().method().equals("GET")) {
      test(call);
    } else {
      receive(call);
    }
  }

  private void test(PopService.Call call) throws IOException, HttpProblem {
    boolean json = call.request().wantsJson();
    long eachNs = TimeUnit.SECONDS.toNanos(seconds(call.request().query().get("seconds")));
    TerminalLink link = call.caller().link();
    if (link == null) {
      throw new HttpProblem(
          409,
          "Packets feel their path themselves: time curl -o /dev/null http://"
              + paths.popName(call.pop())
              + ".pop.orbweaver/bytes/100M, curl -T FILE, or ping.");
    }
    if (!link.testing.compareAndSet(false, true)) {
      throw new HttpProblem(429, "A test of this terminal's link is running; try again.");
    }
    try {
      String terminal = paths.terminalName(link.terminal);
      String pop = paths.popName(call.pop());
      SpeedTest test = new SpeedTest(link, call.pop());
      if (json) {
        SpeedTest.Ping ping = test.ping(PINGS);
        call.json(
            new Json()
                .text("format", "orbweaver.speedtest/1")
                .text("terminal", terminal)
                .text("answeredBy", pop)
                .number("rttMs", ping.medianMs())
                .number("rttMinMs", ping.minMs())
                .number("rttMaxMs", ping.maxMs())
                .number("downMbps", test.mbps(Direction.DOWN, eachNs))
                .number("upMbps", test.mbps(Direction.UP, eachNs))
                .toString());
        return;
      }
      call.to().begin(200, PopService.TEXT, -1);
      say(call, "terminal " + terminal + ", PoP " + pop);
      SpeedTest.Ping p = test.ping(PINGS);
      String span = fixed(p.minMs()) + " to " + fixed(p.maxMs());
      say(call, row("round trip", p.medianMs(), "ms") + "  (" + PINGS + " probes, " + span + ")");
      say(call, row("download", test.mbps(Direction.DOWN, eachNs), "Mbit/s"));
      say(call, row("upload", test.mbps(Direction.UP, eachNs), "Mbit/s"));
      call.to().end();
    } finally {
      link.testing.set(false);
    }
  }

  private static void say(PopService.Call call, String text) throws IOException {
    byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
    call.to().send(line, 0, line.length);
  }

  private static String row(String label, double value, String unit) {
    return String.format(Locale.ROOT, "%-10s  %9.3f %s", label, value, unit);
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static int seconds(@Nullable String text) throws HttpProblem {
    if (text == null) {
      return DEFAULT_SECONDS;
    }
    if (text.matches("[0-9]{1,2}")) {
      int seconds = Integer.parseInt(text);
      if (seconds >= 1 && seconds <= MAX_SECONDS) {
        return seconds;
      }
    }
    throw new HttpProblem(400, "?seconds= is a number from 1 to " + MAX_SECONDS + ".");
  }

  private void receive(PopService.Call call) throws IOException, HttpProblem {
    byte[] some = new byte[16_384];
    long bytes = 0;
    long firstNs = 0;
    long lastNs = 0;
    long first = 0;
    for (int n; (n = call.to().readBody(some, 0, some.length)) >= 0; bytes += n) {
      lastNs = time.nowNs();
      if (bytes == 0) {
        firstNs = lastNs;
        first = n;
      }
    }
    double seconds = (lastNs - firstNs) * 1e-9;
    double mbps = seconds > 0 ? (bytes - first) * 8e-6 / seconds : Double.NaN;
    if (call.request().wantsJson()) {
      call.json(
          new Json()
              .text("format", "orbweaver.upload/1")
              .whole("bytes", bytes)
              .number("seconds", seconds)
              .number("upMbps", mbps)
              .toString());
    } else {
      call.text(
          String.format(
              Locale.ROOT,
              "received    %d bytes in %.3f s%s%n",
              bytes,
              seconds,
              Double.isNaN(mbps) ? "" : String.format(Locale.ROOT, ": %.3f Mbit/s", mbps)));
    }
  }
}
