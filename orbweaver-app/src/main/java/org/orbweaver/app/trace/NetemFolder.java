package org.orbweaver.app.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.orbweaver.app.output.Decimals;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;

/**
 * A folder with a file of {@code tc netem} settings for each terminal, a table of the files, and
 * the script that plays one.
 */
public final class NetemFolder implements TraceWriter {
  /** The script beside the traces. */
  public static final String SCRIPT = "play.sh";

  /** Bytes of a full frame, and how many seconds of them a queue takes beyond the delay. */
  private static final double FRAME_BITS = 8 * 1500;

  private static final double QUEUE_S = 0.2;
  private static final int SHORTEST_QUEUE = 1000;

  private final Path folder;
  private final int[] terminals;
  private final TracePoint.Cut cut;
  private final ManyFiles files;

  /**
   * Begins a trace.
   *
   * @param folder empty, and there
   * @param terminals indices of the terminals, a file each
   * @param startNs when the first slot begins: UTC, nanoseconds since the Unix epoch
   */
  public NetemFolder(
      Path folder, Network network, int[] terminals, TracePoint.Cut cut, long startNs)
      throws IOException {
    this.folder = folder;
    this.terminals = terminals.clone();
    this.cut = cut;
    List<String> names = Arrays.stream(terminals).mapToObj(network.terminals()::name).toList();
    files = ManyFiles.of(folder, names, ".netem");
    for (int i = 0; i < terminals.length; i++) {
      files
          .of(i)
          .append("# orbweaver.netem/1: ms since the start, direction, settings of tc netem\n# ")
          .append(names.get(i))
          .append(" from ")
          .append(Utc.format(startNs))
          .append(" on; play with: sh play.sh FILE UPDEV DOWNDEV | tc -batch -\n");
      files.appended(i);
    }
  }

  @Override
  public void slot(SlotPlan plan, long slotOffsetMs) throws IOException {
    for (int i = 0; i < terminals.length; i++) {
      StringBuilder text = files.of(i);
      TracePoint.forEach(
          plan,
          terminals[i],
          slotOffsetMs,
          cut,
          point -> {
            line(text, point, "up", point.upBps());
            line(text, point, "down", point.downBps());
          });
      files.appended(i);
    }
  }

  /** The limit is the queue: what is under way, and a fifth of a second more. */
  private static void line(StringBuilder text, TracePoint point, String direction, double bps) {
    boolean served = point.state() != TracePoint.State.UNSERVED && bps >= 1;
    text.append(point.offsetMs()).append(' ').append(direction).append(" delay ");
    Decimals.append(text, 1e3 * point.delayS(), 3);
    double frames = bps * (point.delayS() + QUEUE_S) / FRAME_BITS;
    text.append("ms rate ")
        .append(served ? Math.round(bps) : 1_000_000)
        .append("bit limit ")
        .append(Math.max(SHORTEST_QUEUE, (long) Math.ceil(frames)))
        .append(" loss ")
        .append(served ? "0%" : "100%")
        .append('\n');
  }

  @Override
  public void finish() throws IOException {
    files.flush();
    try (InputStream script =
        Objects.requireNonNull(NetemFolder.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      Files.writeString(
          folder.resolve(SCRIPT), new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {}
}
