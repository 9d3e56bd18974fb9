package org.orbweaver.bench.packets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.orbweaver.bench.packets.Lab.Program;
import org.orbweaver.dataplane.packet.EngineSettings;
import org.orbweaver.dataplane.packet.LinkState;
import org.orbweaver.dataplane.packet.PacketEngine;
import org.orbweaver.dataplane.packet.PathBoard;
import org.orbweaver.dataplane.packet.Punctuality;

/** What is measured, each in a process of its own. */
final class Rows {
  private static final long MS = 1_000_000;
  private static final double MBPS = 1e6;
  private static final int HEADERS = 28;

  /** Packets of 1,000 terminals that are left out. */
  private static final int WARM = 100_000;

  /** So fast that nothing is to be waited for. */
  private static final double UNSHAPED_BPS = 1e12;

  private final EngineSettings settings;
  private final Machine machine;

  Rows(EngineSettings settings, Machine machine) {
    this.settings = settings;
    this.machine = machine;
  }

  private void row(String what, String goal, String format, Object... figures) {
    String measured = String.format(Locale.ROOT, format, figures);
    System.out.printf("| %s | %s | %s | %s |%n", what, goal, measured, machine);
  }

  private static long serializationNs(int payload, double bps) {
    return (long) ((payload + HEADERS) * 8e9 / bps);
  }

  void delay() throws IOException, InterruptedException {
    delay(
        "One-way delay beyond serialization, 1 kHz, 20 ms",
        "never early; p50 10, p99 75, p99.9 500 µs");
  }

  /** The same while slots of 10,359 satellites are planned in the same program, one a second. */
  void planner() throws IOException, InterruptedException {
    Thread planner = Thread.ofPlatform().daemon().unstarted(new Plans());
    planner.start();
    delay("The same while 10,359 satellites are planned, a slot a second", "p99 200 µs");
  }

  /** 1 kHz probes over 20 ms. */
  private void delay(String what, String goal) throws IOException, InterruptedException {
    try (Lab lab = new Lab(1, settings)) {
      int payload = 172;
      lab.path(20 * MS, 200 * MBPS, 200 * MBPS);
      lab.udp(lab.terminal(0), lab.internet(), payload, 20, MS, 3_000).came(0);
      lab.engine().punctuality(true);
      Came came = lab.udp(lab.terminal(0), lab.internet(), payload, 1, MS, 16_000).came(1_000);
      long[] errors = came.errorsNs(20 * MS + serializationNs(payload, 200 * MBPS));
      row(
          what,
          goal,
          "%s; lost %d; %s",
          Came.quantiles(errors),
          16_000 - came.count(),
          own(lab.engine()));
    }
  }

  private static String own(PacketEngine engine) {
    Punctuality own = engine.punctuality(false);
    return String.format(
        Locale.ROOT,
        "by the engine itself p50 %.1f, p99 %.1f, p99.9 %.0f µs",
        own.p50Ns() / 1e3,
        own.p99Ns() / 1e3,
        own.p999Ns() / 1e3);
  }

  /** 1,000 terminals, 100,000 packets a second in all, one way and the other. */
  void thousand() throws IOException, InterruptedException {
    int terminals = 1_000;
    try (Lab lab = new Lab(terminals, settings)) {
      lab.path(20 * MS, 20 * MBPS, 100 * MBPS);
      thousand(lab, "up", lab.allTerminals(), lab.internet(), 20 * MBPS, terminals, 4);
      thousand(lab, "down", lab.internet(), lab.allTerminals(), 100 * MBPS, terminals, 4);
      thousand(lab, "up", lab.allTerminals(), lab.internet(), 20 * MBPS, terminals, 10);
      thousand(lab, "down", lab.internet(), lab.allTerminals(), 100 * MBPS, terminals, 10);
    }
  }

  private void thousand(
      Lab lab, String way, String from, String to, double bps, int terminals, int seconds)
      throws IOException, InterruptedException {
    int payload = 172;
    int burst = 5;
    long everyNs = 50_000;
    long bursts = seconds * 1_000_000_000L / everyNs;
    lab.engine().punctuality(true);
    Program program = lab.udp(from, to, payload, burst, everyNs, bursts);
    while (program.process().isAlive() && lab.engine().punctuality(false).packets() < WARM) {
      Thread.sleep(10);
    }
    lab.engine().punctuality(true);
    long beganNs = System.nanoTime();
    long cpuNs = Lab.engineCpuNs();
    long bytes = Lab.engineAllocatedBytes();
    Thread.sleep((seconds - 3) * 1_000L);
    double busyNs = Lab.engineCpuNs() - cpuNs;
    double forNs = System.nanoTime() - beganNs;
    double allocated = Lab.engineAllocatedBytes() - bytes;
    double packets = lab.engine().punctuality(false).packets();
    Came came = program.came(WARM);
    if (seconds > 4) {
      long[] errors = came.errorsNs(20 * MS + serializationNs(payload, bps));
      row(
          "1,000 terminals, 100,000 packets/s " + way,
          "p99 150 µs; none lost; 45 % of a core; 0 bytes a packet",
          "%s; %s; lost %d of %d; %.0f %% of a core at %.0f packets/s; %.3f bytes a packet;"
              + " reordered %d",
          Came.quantiles(errors),
          own(lab.engine()),
          bursts * burst - came.count(),
          bursts * burst,
          100 * busyNs / forNs,
          packets * 1e9 / forNs,
          allocated / packets,
          came.reordered(terminals));
    }
  }

  /** One flow of TCP over 1 ms there and back, unshaped. */
  private void flow(String what, String goal) throws IOException, InterruptedException {
    try (Lab lab = new Lab(1, settings)) {
      lab.path(MS / 2, UNSHAPED_BPS, UNSHAPED_BPS);
      StringBuilder tcp = new StringBuilder();
      for (String control : controls()) {
        double up = lab.tcp(control, lab.terminal(0), lab.internet(), 3, 5);
        double down = lab.tcp(control, lab.internet(), lab.terminal(0), 3, 5);
        tcp.append(
            String.format(
                Locale.ROOT,
                "%s%s: up %.1f, down %.1f Gbit/s",
                tcp.isEmpty() ? "" : "; ",
                control,
                up / 1e9,
                down / 1e9));
      }
      row("One TCP flow, 1 ms, unshaped, " + what, goal, "%s", tcp);
    }
  }

  /**
   * How flows avoid congestion: as this machine's programs do, and by Reno's way, which every
   * kernel has and lets every network choose.
   */
  private static Set<String> controls() throws IOException {
    return new TreeSet<>(List.of("reno", Lab.control()));
  }

  /** The same with offloads, and without. */
  void flows() throws IOException, InterruptedException {
    new Rows(settings.withOffloads(false), machine).flow("plain", "4 Gbit/s");
    new Rows(settings.withOffloads(true), machine).flow("GSO", "15 Gbit/s");
  }

  /** Shaped to 200 Mbit/s, 40 ms there and back. */
  void shaped() throws IOException, InterruptedException {
    try (Lab lab = new Lab(1, settings)) {
      double rate = 200 * MBPS;
      lab.path(20 * MS, rate, rate);
      int payload = 1_392;
      Came came = lab.udp(lab.terminal(0), lab.internet(), payload, 9, 250_000, 20_000).came(0);
      int first = came.count() / 3;
      int last = came.count() - 1;
      double carried =
          (last - first) * (payload + HEADERS) * 8e9 / (came.cameNs(last) - came.cameNs(first));
      StringBuilder tcp = new StringBuilder();
      for (String control : controls()) {
        double up = lab.tcp(control, lab.terminal(0), lab.internet(), 3, 8);
        double down = lab.tcp(control, lab.internet(), lab.terminal(0), 3, 8);
        tcp.append(
            String.format(
                Locale.ROOT,
                "; TCP (%s) up %.1f %%, down %.1f %%",
                control,
                100 * up / rate,
                100 * down / rate));
      }
      row(
          "Shaped to 200 Mbit/s, 40 ms RTT",
          "UDP within 1 %; TCP 94 % of the rate",
          "UDP %.2f %%%s",
          100 * carried / rate,
          tcp);
    }
  }

  /** A full queue when the rate falls. */
  void fall() throws IOException, InterruptedException {
    try (Lab lab = new Lab(1, settings)) {
      int payload = 1_222;
      lab.path(20 * MS, 200 * MBPS, 200 * MBPS);
      lab.udp(lab.terminal(0), lab.internet(), payload, 3, 100_000, 5_000).came(0);
      Program program = lab.udp(lab.terminal(0), lab.internet(), payload, 3, 100_000, 20_000);
      Thread.sleep(1_500);
      long wallNs = wallOffsetNs();
      long atNs = System.nanoTime() + 100 * MS;
      lab.engine()
          .publish(
              lab.board(atNs, atNs + 15_000 * MS, LinkState.OPEN, 20 * MS, 50 * MBPS, 50 * MBPS));
      Came came = program.came(0);
      long changedNs = atNs + wallNs + 20 * MS;
      row(
          "Rate 200 → 50 Mbit/s with a full queue",
          "the backlog leaves at the new rate",
          "%.1f Mbit/s in the 100 ms before, %.1f in the first 20 ms after, %.1f in 100 ms after",
          rateMbps(came, changedNs - 100 * MS, changedNs),
          rateMbps(came, changedNs, changedNs + 20 * MS),
          rateMbps(came, changedNs, changedNs + 100 * MS));
    }
  }

  private static double rateMbps(Came came, long fromNs, long untilNs) {
    long packets = 0;
    for (int i = 0; i < came.count(); i++) {
      packets += came.cameNs(i) >= fromNs && came.cameNs(i) < untilNs ? 1 : 0;
    }
    return packets * 1_250 * 8e3 / (untilNs - fromNs);
  }

  /** From the machine's monotonic clock to the one of stamps. */
  private static long wallOffsetNs() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano() - System.nanoTime();
  }

  /** A path of 30, then 22 ms, and back. */
  void handover() throws IOException, InterruptedException {
    try (Lab lab = new Lab(1, settings)) {
      int payload = 172;
      long everyNs = 2_000 * MS;
      int changes = 12;
      // Half a second more than the last change takes, and however long programs take to begin.
      long packets = changes * 10_000L + 2_500;
      long offsetNs = wallOffsetNs();
      long beginNs = System.nanoTime();
      for (int i = 0; i <= changes; i++) {
        lab.engine()
            .publish(
                lab.board(
                    beginNs + i * everyNs,
                    beginNs + (i + 1) * everyNs,
                    LinkState.OPEN,
                    (i % 2 == 0 ? 30 : 22) * MS,
                    1_000 * MBPS,
                    1_000 * MBPS));
      }
      Came came = lab.udp(lab.terminal(0), lab.internet(), payload, 1, 200_000, packets).came(0);
      long worstNs = 0;
      for (int k = 2; k <= changes; k++) {
        worstNs =
            Math.max(worstNs, boundaryErrorNs(came, beginNs + offsetNs + k * everyNs, k % 2 == 1));
      }
      row(
          "Path 30 ↔ 22 ms, every 2 s, 5 kHz probes",
          "0 reordered; boundary within 1 ms",
          "reordered %d; lost %d; boundary within %.2f ms (worst of %d)",
          came.reordered(1),
          packets - came.count(),
          worstNs / 1e6,
          changes - 1);
    }
  }

  /**
   * How far from its time the change was: by the first packet that took less than the longer path,
   * or the last one. Lateness cannot make a packet look like one of the shorter path.
   */
  private static long boundaryErrorNs(Came came, long atNs, boolean shorter) {
    long errorNs = Long.MAX_VALUE;
    for (int i = 0; i < came.count(); i++) {
      long afterNs = came.sentNs(i) - atNs;
      boolean isShort = came.cameNs(i) - came.sentNs(i) < 30 * MS - MS / 4;
      if (isShort && Math.abs(afterNs) < 500 * MS) {
        errorNs = Math.abs(afterNs);
        if (shorter) {
          break;
        }
      }
    }
    return errorNs;
  }

  /** Networks of 1,000 terminals, from nothing and back. */
  void attach() throws IOException {
    long beforeMb = residentMb();
    long beganNs = System.nanoTime();
    Lab lab = new Lab(1_000, settings);
    lab.engine().counts(0);
    double attachS = (System.nanoTime() - beganNs) / 1e9;
    long afterMb = residentMb();
    beganNs = System.nanoTime();
    lab.close();
    row(
        "Networks of 1,000 terminals, without the command's own start",
        "15 s; 350 MB; 5 s",
        "%.1f s; %d MB more in the process; ended in %.1f s",
        attachS,
        afterMb - beforeMb,
        (System.nanoTime() - beganNs) / 1e9);
  }

  private static long residentMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** Paths of 4,000 terminals, changed at once. */
  void paths() throws IOException {
    int terminals = 4_000;
    try (Lab lab = new Lab(1, settings)) {
      long[] took = new long[400];
      for (int i = 0; i < took.length; i++) {
        long beganNs = System.nanoTime();
        PathBoard board = new PathBoard(terminals, beganNs, beganNs + 250 * MS);
        for (int t = 0; t < terminals; t++) {
          board.set(t, LinkState.OPEN, (20 + t % 7) * MS, 21 * MS, 20 * MBPS, 100 * MBPS, 0);
        }
        lab.engine().publish(board);
        // A letter is answered before what is due; so the second one comes after the change.
        lab.engine().counts(0);
        lab.engine().counts(0);
        took[i] = System.nanoTime() - beganNs;
      }
      long[] warm = Arrays.copyOfRange(took, 100, took.length);
      Arrays.sort(warm);
      row(
          "Change of all 4,000 terminals' paths",
          "1 ms",
          "p50 %.3f, worst of %d %.3f ms",
          Came.us(warm, 0.5) / 1e3,
          warm.length,
          Came.us(warm, 1) / 1e3);
    }
  }

  void videos() throws IOException, InterruptedException {
    video(LinkState.HELD, 100 * MS, "no frame lost");
    video(LinkState.LOST, 500 * MS, "lost only in the gaps");
  }

  /** 5 Mbit/s of video in frames, with handovers that hold for 100 ms or lose for 500. */
  private void video(LinkState gap, long gapNs, String goal)
      throws IOException, InterruptedException {
    try (Lab lab = new Lab(1, settings)) {
      int payload = 1_180;
      int perFrame = 17;
      long frameNs = 1_000_000_000L / 30;
      long frames = 30 * 122;
      long everyNs = 15_000 * MS;
      long beginNs = System.nanoTime();
      lab.path(20 * MS, 20 * MBPS, 100 * MBPS);
      for (int i = 0; i < 9; i++) {
        long atNs = beginNs + 1_000 * MS + i * everyNs;
        long delayNs = (i % 2 == 0 ? 22 : 30) * MS;
        lab.engine().publish(lab.board(atNs, atNs + gapNs, gap, delayNs, 20 * MBPS, 100 * MBPS));
        lab.engine()
            .publish(
                lab.board(
                    atNs + gapNs, atNs + everyNs, LinkState.OPEN, delayNs, 20 * MBPS, 100 * MBPS));
      }
      Came came =
          lab.udp(lab.terminal(0), lab.internet(), payload, perFrame, frameNs, frames).came(0);
      int[] parts = new int[(int) frames];
      for (int i = 0; i < came.count(); i++) {
        parts[(int) (came.number(i) / perFrame)]++;
      }
      row(
          "Frames of video, 5 Mbit/s, 2 min, 8 handovers, "
              + (gap == LinkState.HELD ? "queued" : "hard"),
          goal,
          "%d of %d frames not whole; reordered %d; packets lost %d",
          Arrays.stream(parts).filter(n -> n < perFrame).count(),
          frames,
          came.reordered(1),
          frames * perFrame - came.count());
    }
  }
}
