package org.orbweaver.app.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.dataplane.packet.Fate;

/** Writes what a network notes of the packets of some terminals into their files. */
public final class Recorder implements AutoCloseable {
  private static final long FLUSH_NS = 1_000_000_000L;

  private record Planned(int tap, Path path, RecordWriter writer) {}

  private record Open(int tap, Path path, RecordFile file, RecordWriter writer) {}

  private final List<Planned> planned = new ArrayList<>();
  private final List<Open> files = new ArrayList<>();
  private final long mostBytes;
  private final boolean force;
  private long packets;
  private long leftOut;

  /**
   * A recorder without files.
   *
   * @param mostBytes of a file, at which all end
   * @param force whether files that are there may be replaced
   */
  public Recorder(long mostBytes, boolean force) {
    this.mostBytes = mostBytes;
    this.force = force;
  }

  /** Adds a capture for Wireshark; {@code longest} bytes of each packet are in it. */
  public void pcapng(int tap, String terminal, Path path, int longest) {
    add(tap, path, new Pcapng(terminal, longest));
  }

  /** Adds a table of packets. */
  public void packets(int tap, Path path) {
    add(tap, path, new PacketTable());
  }

  /** Adds a trace of the path. */
  public void trace(int tap, Path path) {
    add(tap, path, new PathTable());
  }

  private void add(int tap, Path path, RecordWriter writer) {
    Path place = path.toAbsolutePath().normalize();
    if (planned.stream().anyMatch(other -> other.path.toAbsolutePath().normalize().equals(place))) {
      throw Failure.usage("'" + path + "' cannot be two files at once", null);
    }
    planned.add(new Planned(tap, path, writer));
  }

  /**
   * Opens all files, or none: what was there is changed only once all can be written, and what was
   * made is removed again where one cannot.
   */
  public void begin() {
    List<Path> made = new ArrayList<>();
    boolean whole = false;
    try {
      for (Planned each : planned) {
        RecordFile file = new RecordFile(channel(each.path, made), mostBytes);
        files.add(new Open(each.tap, each.path, file, each.writer));
      }
      for (Open open : files) {
        begin(open);
      }
      whole = true;
    } finally {
      if (!whole) {
        giveUp(made);
      }
    }
  }

  private SeekableByteChannel channel(Path path, List<Path> made) {
    try {
      if (force && Files.exists(path)) {
        return Files.newByteChannel(path, StandardOpenOption.WRITE);
      }
      SeekableByteChannel channel =
          Files.newByteChannel(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      made.add(path);
      return channel;
    } catch (FileAlreadyExistsException e) {
      throw Failure.usage(
          "'" + path + "' is there already", "Add --force to replace it, or name another file.");
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  private static void begin(Open open) {
    try {
      open.file.begin(open.writer.begin());
    } catch (IOException e) {
      throw cannotWrite(open.path, e);
    }
  }

  private void giveUp(List<Path> made) {
    for (Open open : files) {
      try {
        open.file.close();
      } catch (IOException e) {
        // The fault that is told is the first one.
      }
    }
    files.clear();
    for (Path path : made) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Nothing but its first line is in it.
      }
    }
  }

  /**
   * Takes notes until there are no more.
   *
   * @param offsetNs from their times to UTC
   * @param ended whether somebody has ended it, so that a stream that breaks is no fault
   * @return why it ends: null for the end of the stream, else for people
   */
  public @Nullable String take(InputStream notes, long offsetNs, BooleanSupplier ended) {
    long flushedNs = System.nanoTime();
    while (true) {
      Note note = next(notes, offsetNs, ended);
      if (note == null) {
        return null;
      }
      packets += note.fate() == Fate.ENTERED ? 0 : 1;
      leftOut += note.missed();
      for (Open open : files) {
        if (open.tap == note.tap() && !write(open, note)) {
          return open.path + " is as large as it may be";
        }
      }
      if (System.nanoTime() - flushedNs > FLUSH_NS) {
        flush();
        flushedNs = System.nanoTime();
      }
    }
  }

  private static @Nullable Note next(InputStream notes, long offsetNs, BooleanSupplier ended) {
    try {
      return Note.read(notes, offsetNs);
    } catch (IOException e) {
      if (ended.getAsBoolean()) {
        return null;
      }
      throw Failure.environment("the network can be heard no more: " + Reasons.of(e), null);
    }
  }

  private static boolean write(Open open, Note note) {
    try {
      return open.file.add(open.writer.entry(note));
    } catch (IOException e) {
      throw cannotWrite(open.path, e);
    }
  }

  private void flush() {
    for (Open open : files) {
      try {
        open.file.flush();
      } catch (IOException e) {
        throw cannotWrite(open.path, e);
      }
    }
  }

  private static Failure cannotWrite(Path path, IOException e) {
    return Failure.environment(
        "cannot write " + path + ": " + Reasons.ofWriting(e),
        "What was written before is whole. Name another place.");
  }

  /** How many packets have been recorded, whatever became of them. */
  public long packets() {
    return packets;
  }

  /** How many notes came too fast to be written. */
  public long leftOut() {
    return leftOut;
  }

  /** Ends all files, each whole. */
  @Override
  public void close() {
    @Nullable Failure first = null;
    for (Open open : files) {
      try {
        open.file.close();
      } catch (IOException e) {
        first = first == null ? cannotWrite(open.path, e) : first;
      }
    }
    files.clear();
    if (first != null) {
      throw first;
    }
  }
}
