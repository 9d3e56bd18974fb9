package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;

/** The door by which other processes tell a network things. */
@Timeout(60)
final class A13_ControlDoorTest {
  @TempDir Path folder;

  private final List<String> notices = new ArrayList<>();
  private Control control;
  private Path path;
  private ControlDoor door;

  @BeforeEach
  void open() throws IOException {
    var environment = A04_PlacesTest.environment(folder);
    path = Places.of(environment).controlOf("net");
    Files.createDirectories(path.getParent());
    control = new Control(environment, "net");
    door = ControlDoor.open(path, A13_ControlDoorTest::answer, notices::add);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static ControlReply answer(List<String> words) {
    return switch (words.getFirst()) {
      case "refuse" -> ControlReply.refused(Failure.usage("no\nsuch", "Try another."));
      case "break" -> throw new IllegalStateException("planted");
      default -> ControlReply.done(words);
    };
  }

  @Test
  void a01_wordsThereAndLinesBack() throws Exception {
    assertThat(control.ask(List.of("a", "b c", "é", ""))).containsExactly("a", "b c", "é", "");
  }

  @Test
  void a02_aRefusalArrivesAsTheFailureThatItIs() {
    assertThatThrownBy(() -> control.ask(List.of("refuse")))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.message()).isEqualTo("no?such");
              assertThat(failure.hint()).isEqualTo("Try another.");
              assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
            });
  }

  @Test
  void a03_whatBreaksIsToldAndTheDoorStaysOpen() throws Exception {
    assertThatThrownBy(() -> control.ask(List.of("break")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("planted");
    assertThat(control.ask(List.of("a"))).containsExactly("a");
  }

  @Test
  void a04_wordsThatCannotBeSentAreRefusedAtOnce() {
    assertThatThrownBy(() -> control.ask(List.of("a\tb"))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> control.ask(List.of("a\nb"))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> control.ask(List.of("x".repeat(ControlDoor.LONGEST))))
        .hasMessage("too many names at once");
  }

  @Test
  void a05_whateverElseComesIsAnswered_andTheDoorStaysOpen() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(raw(bytes)).startsWith("4\n");
    }
    assertThat(raw("orbweaver.control/2\tfail\n".getBytes(StandardCharsets.UTF_8)))
        .startsWith("4\nthe network speaks orbweaver.control/1\n");
    assertThat(raw("orbweaver.control/1\tcut sho".getBytes(StandardCharsets.UTF_8)))
        .startsWith("4\n");
    assertThat(control.ask(List.of("a"))).containsExactly("a");
  }

  private String raw(byte[] bytes) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      channel.write(ByteBuffer.wrap(bytes));
      channel.shutdownOutput();
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void a06_askersThatSayNothingHoldNobodyUp() throws Exception {
    List<SocketChannel> silent = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      silent.add(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }
    assertThat(control.ask(List.of("a"))).containsExactly("a");
    for (SocketChannel channel : silent) {
      channel.close();
    }
  }

  @Test
  void a07_whatAnEarlierProcessLeftIsReplaced() throws Exception {
    door.close();
    assertThat(path).doesNotExist();
    Files.createFile(path);
    door = ControlDoor.open(path, A13_ControlDoorTest::answer, notices::add);
    assertThat(control.ask(List.of("a"))).containsExactly("a");
    assertThat(notices).isEmpty();
  }

  @Test
  void a08_withoutADoorTheNetworkSaysSo_andTheAskerIsToldWhere() {
    door.close();
    door =
        ControlDoor.open(
            folder.resolve("x".repeat(120)), A13_ControlDoorTest::answer, notices::add);
    assertThat(notices).singleElement().asString().contains("will not reach this network");
    assertThatThrownBy(() -> control.ask(List.of("a")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the network net cannot be asked: " + path);
  }
}
