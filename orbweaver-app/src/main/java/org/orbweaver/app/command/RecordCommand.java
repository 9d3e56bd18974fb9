package org.orbweaver.app.command;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.Control;
import org.orbweaver.app.live.StopSignal;
import org.orbweaver.app.record.Recorder;
import org.orbweaver.app.trace.FileNames;
import org.orbweaver.format.problem.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver record}: what packets of terminals met, into files. */
@Command(
    name = "record",
    description = {
      "Record the packets of terminals of a running network until Ctrl-C: what was sent, how long"
          + " it waited and took, and what became of it.",
      "--pcap is for Wireshark: packets as the terminal sees them, and those that went no further"
          + " on an interface of their own, with the reason. --csv has a row for each packet."
          + " --trace is what the path was, for up --trace to replay. Of several terminals each has"
          + " files of its own, FILE-TERMINAL. Bytes through SOCKS5 and forwards are no packets.",
      "Packets never wait for a record: what cannot be written in time is left out, counted and"
          + " said. Ends with 1 where no network runs."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver record berlin --pcap berlin.pcapng",
      "  orbweaver record berlin kyiv --csv packets.csv --for 60s",
      "  orbweaver record berlin --trace berlin.csv --for 10m"
    })
final class RecordCommand implements Callable<Integer> {
  private static final int LONGEST = 65_535;
  private static final long BYTES_PER_MB = 1_000_000;

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "TERMINAL", arity = "1..*", description = "Terminals of the network.")
  List<String> terminals = new ArrayList<>();

  @Option(names = "--pcap", paramLabel = "FILE", description = "A capture in pcapng.")
  @Nullable String pcap;

  @Option(names = "--csv", paramLabel = "FILE", description = "A table, a row for each packet.")
  @Nullable String csv;

  @Option(names = "--trace", paramLabel = "FILE", description = "A trace of the path.")
  @Nullable String trace;

  @Mixin RunForOption runFor = new RunForOption();

  @Option(
      names = "--max-mb",
      paramLabel = "N",
      defaultValue = "1000",
      converter = CountFromOne.class,
      description = "Stop when a file has so many megabytes; 1000 by default.")
  int maxMb = 1000;

  @Option(
      names = "--snap",
      paramLabel = "BYTES",
      defaultValue = "65535",
      converter = CountFromOne.class,
      description = "How much of each packet --pcap keeps; all of it by default.")
  int snap = LONGEST;

  @Option(names = "--force", description = "Replace files that are there.")
  boolean force;

  @Mixin NetworkOption chosen = new NetworkOption();

  RecordCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (pcap == null && csv == null && trace == null) {
      throw Failure.usage("nothing to write", "Give --pcap FILE, --csv FILE or --trace FILE.");
    }
    if (new HashSet<>(terminals).size() < terminals.size()) {
      throw Failure.usage("a terminal is named twice", null);
    }
    for (String terminal : terminals) {
      if (!terminal.equals(Words.oneLine(terminal))) {
        throw Failure.usage(Words.quote(terminal) + " is no name", null);
      }
    }
    Recorder recorder = recorder();
    Control control = RunningNetwork.find(surroundings, chosen.network);
    if (control == null) {
      return ExitCode.NO;
    }
    CompletableFuture<String> end = new CompletableFuture<>();
    try (StopSignal signals = new StopSignal(end);
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      record(control, recorder, channel, end);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw Failure.environment("no socket can be opened: " + Reasons.of(e), null);
    }
  }

  private void record(
      Control control, Recorder recorder, SocketChannel channel, CompletableFuture<String> end) {
    List<String> words = new ArrayList<>(List.of("record", pcap == null ? "0" : snapBytes()));
    words.addAll(terminals);
    Control.Heard heard = control.listen(words, channel);
    String why;
    try (recorder) {
      recorder.begin();
      surroundings.err().println("recording; Ctrl-C ends it");
      surroundings.err().flush();
      var unused = end.thenRun(() -> close(channel));
      if (runFor.ns != null) {
        end.completeOnTimeout("duration", runFor.ns, TimeUnit.NANOSECONDS);
      }
      why = recorder.take(heard.more(), Long.parseLong(heard.line()), end::isDone);
    }
    said(recorder, why != null ? why : end.isDone() ? null : "the network has ended");
  }

  private String snapBytes() {
    return Integer.toString(Math.min(snap, LONGEST));
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more in any case.
    }
  }

  /** With all its files, of which none is open yet. */
  private Recorder recorder() {
    Recorder recorder = new Recorder(maxMb * BYTES_PER_MB, force);
    List<String> suffixes = FileNames.of(terminals, "");
    for (int i = 0; i < terminals.size(); i++) {
      String suffix = terminals.size() == 1 ? "" : "-" + suffixes.get(i);
      if (pcap != null) {
        recorder.pcapng(i, terminals.get(i), file(pcap, suffix), Math.min(snap, LONGEST));
      }
      if (csv != null) {
        recorder.packets(i, file(csv, suffix));
      }
      if (trace != null) {
        recorder.trace(i, file(trace, suffix));
      }
    }
    return recorder;
  }

  /** With a suffix before the last dot of the name. */
  private static Path file(String written, String suffix) {
    try {
      Path path = Path.of(written);
      Path last = path.getFileName();
      if (last == null || written.isEmpty()) {
        throw Failure.usage("'" + written + "' is no file", null);
      }
      String name = last.toString();
      int dot = name.lastIndexOf('.');
      int at = dot > 0 ? dot : name.length();
      return path.resolveSibling(name.substring(0, at) + suffix + name.substring(at));
    } catch (InvalidPathException e) {
      throw Failure.usage("'" + written + "' cannot be a path", null);
    }
  }

  private void said(Recorder recorder, @Nullable String why) {
    if (why != null) {
      surroundings.err().println("note: ended early: " + why);
    }
    if (recorder.leftOut() > 0) {
      surroundings
          .err()
          .println(
              "note: "
                  + Words.count(recorder.leftOut(), "note")
                  + " left out, since they came faster than they could be written");
    }
    surroundings.out().println(Words.count(recorder.packets(), "packet") + " recorded");
    surroundings.out().flush();
  }
}
