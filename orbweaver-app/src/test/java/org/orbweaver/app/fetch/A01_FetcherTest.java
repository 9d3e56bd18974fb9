package org.orbweaver.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Main;

/** Limits, and several who want the same at once. */
class A01_FetcherTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-05-21T12:00:00Z"));
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir Path folder;

  @Test
  void a01_ofManyAtOnceOneAsks() throws Exception {
    try (ElementServer server = new ElementServer();
        var pool = Executors.newFixedThreadPool(4)) {
      Source source = new Source("x", URI.create(server.url() + "/x"), false);
      List<Callable<Outcome>> calls =
          IntStream.range(0, 8)
              .mapToObj(i -> (Callable<Outcome>) () -> fetcher(Download.USUAL).fetch(source, false))
              .toList();
      int fetched = 0;
      for (var future : pool.invokeAll(calls)) {
        fetched += future.get().state() == Outcome.State.FETCHED ? 1 : 0;
        assertThat(future.get().state()).isIn(Outcome.State.FETCHED, Outcome.State.YOUNG);
      }
      assertThat(fetched).isEqualTo(1);
      assertThat(server.visits()).hasSize(1);
    }
  }

  @Test
  void a02_whoWaitsTooLongForAnotherProcessIsTold() throws Exception {
    ElementCache cache = ElementCache.in(folder);
    try (ElementCache.Lock held = cache.lock("x", SHORT)) {
      assertThat(held.channel().isOpen()).isTrue();
      assertThatThrownBy(() -> cache.lock("x", Duration.ZERO))
          .isInstanceOf(Failure.class)
          .hasMessage("another orbweaver is fetching x");
    }
    cache.lock("x", Duration.ZERO).close();
  }

  @Test
  void a03_whatIsTooLargeIsNotReadToItsEnd() throws Exception {
    try (ElementServer server = new ElementServer()) {
      server.answer(200, ElementServer.csv(200));
      Outcome outcome =
          fetcher(new Download(SHORT, Duration.ofSeconds(60), 1000))
              .fetch(new Source("x", URI.create(server.url() + "/x"), false), false);
      assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
      assertThat(outcome.message()).contains("it sends more than");
      assertThat(Files.exists(ElementCache.in(folder).copy("x"))).isFalse();
    }
  }

  @Test
  void a04_aServerThatSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/x");
      Fetcher fetcher = fetcher(new Download(SHORT, SHORT, 1000));
      Outcome outcome = fetcher.fetch(new Source("x", uri, false), false);
      assertThat(outcome.state()).isEqualTo(Outcome.State.FAILED);
      assertThat(outcome.message()).contains("no answer from 127.0.0.1");
      assertThat(fetcher.fetch(new Source("x", uri, false), false).message())
          .as("it may have heard the request")
          .contains("asked 0 s ago");
    }
  }

  @Test
  void a05_aMemoryThatMakesNoSenseCountsAsNone() throws Exception {
    try (ElementServer server = new ElementServer()) {
      Files.writeString(
          folder.resolve("x.fetched"),
          "uri="
              + server.url()
              + "/x\nrequestedMs=99999999999999999\nnotBeforeMs=-5\nnonsense\n=\n");
      Outcome outcome =
          fetcher(Download.USUAL)
              .fetch(new Source("x", URI.create(server.url() + "/x"), true), false);
      assertThat(outcome.state()).isEqualTo(Outcome.State.FETCHED);
    }
  }

  @Test
  void a06_aCacheThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Fetcher fetcher = new Fetcher(ElementCache.in(file.resolve("elements")), NOON);
    assertThatThrownBy(
            () -> fetcher.fetch(new Source("x", URI.create("http://[::1]:1/"), false), false))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the cache " + file + "/elements cannot be written");
  }

  @Test
  void a07_celestrakIsNeverForced() {
    assertThat(new Source("x", URI.create("https://celestrak.org/x"), false).mayBeForced())
        .isFalse();
    assertThat(new Source("x", URI.create("https://www.celestrak.org/x"), false).mayBeForced())
        .isFalse();
    assertThat(new Source("x", URI.create("https://example.org/x"), false).mayBeForced()).isTrue();
  }

  @Test
  void a08_ofSeveralProcessesOneAsks() throws Exception {
    try (ElementServer server = new ElementServer()) {
      List<Process> processes = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        processes.add(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName(),
                    "fetch",
                    server.url() + "/x.csv",
                    "--cache",
                    folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out-" + i).toFile())
                .start());
      }
      for (Process process : processes) {
        assertThat(process.waitFor()).isZero();
      }
      assertThat(server.visits()).hasSize(1);
      assertThat(
              Files.readString(folder.resolve("out-0")) + Files.readString(folder.resolve("out-1")))
          .contains("x,fetched,3,", "x,young,3,");
    }
  }

  private Fetcher fetcher(Download download) {
    return new Fetcher(ElementCache.in(folder), NOON, download);
  }
}
