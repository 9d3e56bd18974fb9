package org.orbweaver.app.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Reasons;
import org.orbweaver.format.problem.Words;

/**
 * Where a running network is told things: a Unix domain socket that only its owner may open, as the
 * file's permissions say. A request is one line of words with tabs between them, the first {@value
 * #FORMAT}; the answer is what {@link ControlReply} writes. The lock of the network is held while
 * the door is open, so that a socket that lies there already is stale.
 */
final class ControlDoor implements AutoCloseable {
  static final String FORMAT = "orbweaver.control/1";

  /** Longest request, bytes. */
  static final int LONGEST = 1 << 20;

  private static final String FOR_OWNER_ONLY = "rw-------";
  private static final long RETRY_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Path path;
  private final ServerSocketChannel door;
  private final Function<List<String>, ControlReply> answer;

  private ControlDoor(
      Path path, ServerSocketChannel door, Function<List<String>, ControlReply> answer) {
    this.path = path;
    this.door = door;
    this.answer = answer;
  }

  /**
   * Opens the door. Where it cannot be opened, {@code notice} is told, and the network runs without
   * one.
   *
   * @param answer from the words after the format to the answer; called from any thread
   */
  static ControlDoor open(
      Path path, Function<List<String>, ControlReply> answer, Consumer<String> notice) {
    ControlDoor control = new ControlDoor(path, channel(), answer);
    try {
      Files.deleteIfExists(path);
      control.door.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(FOR_OWNER_ONLY));
      Thread.ofVirtual().name("control").start(control::serve);
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
      control.close();
      notice.accept(
          "fail, repair, pause, resume and speed will not reach this network: "
              + path
              + ": "
              + Reasons.of(e));
    }
    return control;
  }

  private static ServerSocketChannel channel() {
    try {
      return ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() {
    while (door.isOpen()) {
      try {
        SocketChannel asker = door.accept();
        Thread.ofVirtual().name("control-request").start(() -> serve(asker));
      } catch (IOException e) {
        // Closed: the network ends; or there is no descriptor left, and may be in a moment.
        LockSupport.parkNanos(RETRY_NS);
      }
    }
  }

  private void serve(SocketChannel asker) {
    try (asker;
        InputStream in = Channels.newInputStream(asker)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      String line = new String(bytes, StandardCharsets.UTF_8);
      List<String> words = List.of(line.replaceFirst("\n$", "").split("\t", -1));
      ControlReply reply =
          bytes.length <= LONGEST && line.endsWith("\n") && words.getFirst().equals(FORMAT)
              ? answered(words.subList(1, words.size()))
              : new ControlReply(
                  ExitCode.ENVIRONMENT,
                  List.of("the network speaks " + FORMAT, "Use the program that started it."));
      ByteBuffer out = ByteBuffer.wrap(reply.written().getBytes(StandardCharsets.UTF_8));
      ControlReply.Body body = reply.body();
      try {
        while (out.hasRemaining()) {
          asker.write(out);
        }
      } finally {
        if (body != null) {
          // Also where the asker has gone: it ends what has begun.
          body.send(asker);
        }
      }
    } catch (IOException e) {
      // The asker has gone; what it asked for is done all the same.
    }
  }

  /** Whatever goes wrong, the asker is told and the network runs on. */
  private ControlReply answered(List<String> words) {
    try {
      return answer.apply(words);
    } catch (RuntimeException e) {
      return new ControlReply(ExitCode.OUR_FAULT, List.of(Words.oneLine(e.toString())));
    }
  }

  @Override
  public void close() {
    try {
      door.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The next start removes what stays behind.
    }
  }
}
