package org.orbweaver.app.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.dataplane.packet.Fate;
import org.orbweaver.format.TraceFile;
import org.orbweaver.format.problem.Problems;

/** Files of records, read back by nothing of ours. */
class A01_RecordFilesTest {
  private static final long START_NS = 1_779_321_612_000_000_000L;
  private static final long MS = 1_000_000;

  @TempDir Path folder;

  private static Note note(Fate fate, boolean up, long atMs, long delayMs, int missed) {
    byte[] packet = new byte[up && fate == Fate.DELIVERED ? 0 : 21];
    return new Note(
        missed,
        fate,
        up,
        0,
        START_NS + atMs * MS,
        MS,
        MS,
        delayMs * MS,
        84,
        ByteBuffer.wrap(packet));
  }

  /** A file whose disk has so much room. */
  private SeekableByteChannel file(Path path, int room) throws IOException {
    SeekableByteChannel file =
        Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new SmallDisk(file, room);
  }

  @Test
  void a01_aCaptureHasBlocksOfWhichEveryReaderKnowsTheLength() throws IOException {
    Path path = folder.resolve("a.pcapng");
    Pcapng pcapng = new Pcapng("berlin", 65_535);
    try (RecordFile file = new RecordFile(file(path, 1_000_000), 1_000_000)) {
      file.add(pcapng.begin());
      file.add(pcapng.entry(note(Fate.ENTERED, true, 0, 0, 0)));
      file.add(pcapng.entry(note(Fate.DELIVERED, true, 20, 20, 0)));
      file.add(pcapng.entry(note(Fate.DELIVERED, false, 40, 20, 3)));
      file.add(pcapng.entry(note(Fate.LOST, true, 50, 2, 0)));
    }
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> types = new ArrayList<>();
    List<String> packets = new ArrayList<>();
    while (all.hasRemaining()) {
      int type = all.getInt();
      int length = all.getInt();
      assertThat(length % 4).isZero();
      assertThat(all.getInt(all.position() - 8 + length - 4)).as("again").isEqualTo(length);
      types.add(type);
      if (type == 6) {
        int at = all.position();
        long ns = ((long) all.getInt(at + 4) << 32) | (all.getInt(at + 8) & 0xffff_ffffL);
        packets.add(
            all.getInt(at)
                + " "
                + (ns - START_NS) / MS
                + " "
                + all.getInt(at + 12)
                + "/"
                + all.getInt(at + 16));
      }
      all.position(all.position() - 8 + length);
    }
    assertThat(types).containsExactly(0x0A0D0D0A, 1, 1, 1, 6, 6, 6);
    assertThat(packets).containsExactly("0 0 21/84", "1 40 21/84", "2 50 21/84");
    assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
        .contains(
            "berlin up", "berlin down", "berlin dropped", "up, lost on the way after 2.000 ms");
  }

  @Test
  void a02_onAFullDiskTheFileEndsAfterAWholeEntry() throws IOException {
    Path path = folder.resolve("a.csv");
    PacketTable table = new PacketTable();
    RecordFile file = new RecordFile(file(path, 1_000), 1_000_000);
    file.add(table.begin());
    file.flush();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                file.add(table.entry(note(Fate.DELIVERED, true, i, 20, 0)));
                file.flush();
              }
            })
        .isInstanceOf(IOException.class);
    file.close();
    String text = Files.readString(path);
    assertThat(text).startsWith(PacketTable.HEADER).endsWith("\n");
    assertThat(text.lines().skip(1)).isNotEmpty().allMatch(row -> row.split(",").length == 7);
  }

  @Test
  void a03_aFileThatHasItsSizeTakesNoMore() throws IOException {
    RecordFile file = new RecordFile(file(folder.resolve("b"), 1_000), 100);
    assertThat(file.add(ByteBuffer.allocate(60))).isTrue();
    assertThat(file.add(ByteBuffer.allocate(60))).isFalse();
    file.close();
    assertThat(folder.resolve("b")).hasSize(60);
  }

  @Test
  void a04_whatPacketsMetIsATrace() throws IOException {
    PathTable table = new PathTable();
    StringBuilder text = new StringBuilder(PathTable.HEADER);
    for (int ms = 0; ms < 1_000; ms += 10) {
      long way = ms < 500 ? 20 : 45;
      text.append(text(table.entry(note(Fate.DELIVERED, true, ms + way + 2, way + 2, 0))));
      text.append(text(table.entry(note(Fate.DELIVERED, false, ms + way + 12, way + 12, 0))));
    }
    Problems problems = new Problems();
    Path path = Files.writeString(folder.resolve("trace.csv"), text);
    LinkTrace trace = TraceFile.read(path, "trace.csv", false, problems);
    assertThat(problems.list()).isEmpty();
    LinkTrace.Row first = Objects.requireNonNull(trace).at(0);
    assertThat(first.upS()).isEqualTo(0.020);
    assertThat(first.downS()).isEqualTo(0.030);
    assertThat(first.loss()).isZero();
    assertThat(trace.at(800 * MS).upS()).isEqualTo(0.045);
    assertThat(first.upBps()).as("84 bytes in a millisecond").isEqualTo(672_000);
  }

  private Recorder recorder(boolean force, String... names) {
    Recorder recorder = new Recorder(1_000_000, force);
    for (String name : names) {
      recorder.packets(0, folder.resolve(name));
    }
    return recorder;
  }

  @Test
  void a05_allFilesAreOpenedOrNoneIsMadeOrChanged() throws IOException {
    Path there = Files.writeString(folder.resolve("there.csv"), "mine");
    try (Recorder recorder = recorder(false, "new.csv", "there.csv")) {
      assertThatThrownBy(recorder::begin)
          .isInstanceOfSatisfying(
              Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessageContaining("is there already");
    }
    try (Recorder recorder = recorder(true, "new.csv", "there.csv", "nowhere/at-all.csv")) {
      assertThatThrownBy(recorder::begin)
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.ENVIRONMENT));
    }
    assertThat(there).hasContent("mine");
    assertThat(folder.toFile().list()).containsExactly("there.csv");
    try (Recorder recorder = recorder(true, "new.csv", "there.csv")) {
      recorder.begin();
    }
    assertThat(there).hasContent(PacketTable.HEADER);
    assertThat(folder.resolve("new.csv")).hasContent(PacketTable.HEADER);
  }

  @Test
  void a06_oneFileIsNotTwoRecords() {
    Recorder recorder = recorder(true, "a.csv");
    assertThatThrownBy(() -> recorder.trace(0, folder.resolve("b/../a.csv")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("cannot be two files at once");
  }

  private static String text(ByteBuffer entry) {
    return StandardCharsets.UTF_8.decode(entry).toString();
  }
}
