package org.orbweaver.app.live;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.format.problem.Words;

/** Tells a network that runs in another process what to do. */
public final class Control {
  /** A plan of the largest network takes a second or two on a busy machine. */
  private static final long PATIENCE_S = 30;

  private static final int BUFFER = 1 << 16;

  private final String network;
  private final Path path;

  public Control(Map<String, String> environment, String network) {
    this.network = network;
    this.path = Places.of(environment).controlOf(network);
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param words the verb and what it needs, see {@link LiveControl}
   * @return the lines of the answer
   * @throws Failure where the network refuses, or cannot be reached
   */
  public List<String> ask(List<String> words) throws InterruptedException {
    List<String> request = new ArrayList<>(List.of(ControlDoor.FORMAT));
    for (String word : words) {
      if (!word.equals(Words.oneLine(word))) {
        throw Failure.usage(Words.quote(word) + " is no name", null);
      }
      request.add(word);
    }
    byte[] line = (String.join("\t", request) + "\n").getBytes(StandardCharsets.UTF_8);
    if (line.length > ControlDoor.LONGEST) {
      throw Failure.usage("too many names at once", null);
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> exchange(channel, line, answer));
      return ControlReply.read(answer.get(PATIENCE_S, TimeUnit.SECONDS)).orThrow();
    } catch (ExecutionException e) {
      throw unreachable(
          e.getCause() instanceof Exception cause ? Reasons.of(cause) : String.valueOf(e));
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(Reasons.of(e));
    } catch (TimeoutException e) {
      throw unreachable("no answer within " + PATIENCE_S + " s");
    }
  }

  /**
   * An answer that goes on.
   *
   * @param line its one line
   * @param more what comes after that
   */
  public record Heard(String line, InputStream more) {}

  /**
   * Asks for something that goes on until either side ends it.
   *
   * @param words the verb and what it needs
   * @param channel to be connected; whoever closes it ends it
   */
  public Heard listen(List<String> words, SocketChannel channel) {
    List<String> request = new ArrayList<>(List.of(ControlDoor.FORMAT));
    request.addAll(words);
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      ByteBuffer out =
          ByteBuffer.wrap((String.join("\t", request) + "\n").getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) {
        channel.write(out);
      }
      channel.shutdownOutput();
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
      String code = line(in);
      if (!code.equals("0")) {
        String rest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        ControlReply.read(code + "\n" + rest).orThrow();
      }
      return new Heard(line(in), in);
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(Reasons.of(e));
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("no answer");
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private void exchange(SocketChannel channel, byte[] line, CompletableFuture<String> answer) {
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
      ByteBuffer out = ByteBuffer.wrap(line);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      channel.shutdownOutput();
      answer.complete(
          new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private Failure unreachable(String why) {
    return Failure.environment(
        "the network " + network + " cannot be asked: " + path + ": " + why,
        "Ask as the user who started it, with the same XDG_RUNTIME_DIR.");
  }
}
