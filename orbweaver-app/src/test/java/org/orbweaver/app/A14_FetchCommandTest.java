package org.orbweaver.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orbweaver.app.Run.Outcome;
import org.orbweaver.app.fetch.ElementServer;

/** Element sets from a server of ours; nothing here asks the Internet. */
class A14_FetchCommandTest {
  private static final String NOON = "2026-05-21T12:00:00Z";

  @TempDir Path folder;
  private ElementServer server;

  @BeforeEach
  void aServer() throws IOException {
    server = new ElementServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a01_aGroupIsFetchedOnceAndUsedByItsNameInAScenario() throws IOException {
    String scenario = scenario();
    Outcome before = at(NOON, "plan", scenario);
    assertThat(before.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(before.err())
        .contains("elements.fetched: is \"starlink\", which has not been fetched;")
        .contains("run: orbweaver fetch starlink, or give --elements FILE");

    Outcome fetched = fetch(NOON);
    assertThat(fetched.exitCode()).as(fetched.err()).isZero();
    assertThat(fetched.out())
        .isEqualTo(
            "name,state,objects,fetched_utc,file\nstarlink,fetched,3,2026-05-21T12:00:00Z,"
                + copy()
                + "\n");
    assertThat(Files.readAllBytes(copy())).isEqualTo(ElementServer.csv(3));
    ElementServer.Visit visit = server.visits().getFirst();
    assertThat(visit.uri()).hasToString("/NORAD/elements/gp.php?GROUP=starlink&FORMAT=csv");
    assertThat(visit.headers().getFirst("User-Agent")).isEqualTo("orbweaver/" + Version.number());
    assertThat(visit.headers().getFirst("Accept-Encoding")).isEqualTo("gzip");
    assertThat(visit.headers()).doesNotContainKeys("If-none-match", "If-modified-since");

    assertThat(at(NOON, "check", scenario, "--format", "table").out()).contains("3");
    assertThat(at(NOON, "plan", scenario).err())
        .contains("note: constellation c: 3 objects, 3 kept");
  }

  @Test
  void a02_noServerIsAskedTwiceWithinTwoHours_notEvenByForce() {
    assertThat(fetch(NOON).exitCode()).isZero();
    for (String more : new String[] {"--format=csv", "--force"}) {
      Outcome again = fetch("2026-05-21T13:59:59Z", more);
      assertThat(again.exitCode()).isZero();
      assertThat(again.out()).contains("starlink,young,3,2026-05-21T12:00:00Z,");
      assertThat(again.err())
          .isEqualTo("starlink: asked 119 min ago; once in 2 h is enough, again in 1 s\n");
    }
    assertThat(server.visits()).hasSize(1);
    assertThat(fetch("2026-05-21T14:00:00Z").out()).contains("starlink,fetched,");
    assertThat(server.visits()).hasSize(2);
  }

  @Test
  void a03_onlyWhatHasChangedIsSentAgain() throws IOException {
    String date = "Thu, 21 May 2026 11:00:00 GMT";
    server.answer(200, ElementServer.csv(3), "ETag", "\"v1=x\"", "Last-Modified", date);
    assertThat(fetch(NOON).exitCode()).isZero();
    server.answer(304, "");
    Outcome unchanged = fetch("2026-05-21T15:00:00Z");
    assertThat(unchanged.out()).contains("starlink,unchanged,3,2026-05-21T12:00:00Z,");
    assertThat(unchanged.exitCode()).isZero();
    ElementServer.Visit visit = server.visits().getLast();
    assertThat(visit.headers().getFirst("If-None-Match")).isEqualTo("\"v1=x\"");
    assertThat(visit.headers().getFirst("If-Modified-Since")).isEqualTo(date);
    assertThat(fetch("2026-05-21T16:00:00Z").out()).contains("young");

    Files.delete(copy());
    server.answer(200, ElementServer.csv(5));
    assertThat(fetch("2026-05-21T18:00:00Z").out()).contains("starlink,fetched,5,");
    assertThat(server.visits().getLast().headers()).doesNotContainKey("If-none-match");
  }

  @Test
  void a04_packedAnswersAreUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(ElementServer.csv(4));
    }
    server.answer(200, packed.toByteArray(), "Content-Encoding", "gzip");
    assertThat(fetch(NOON).out()).contains("starlink,fetched,4,");
    assertThat(Files.readAllBytes(copy())).isEqualTo(ElementServer.csv(4));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html>busy</html>|what came is unusable: it is an HTML page",
        "No GP data found|what came is unusable: it has no element set in its beginning. It says:"
            + " \"No GP data found\"",
        "''|what came is unusable: it is empty",
        "OBJECT_NAME,MEAN_MOTION|what came is unusable: it is missing",
      })
  void a05_whatIsNotUsableDoesNotReplaceWhatIs(String body, String message) throws IOException {
    assertThat(fetch(NOON).exitCode()).isZero();
    server.answer(200, body);
    Outcome bad = fetch("2026-05-21T15:00:00Z");
    assertThat(bad.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(bad.err())
        .startsWith("starlink: " + message)
        .endsWith(". The copy of 3 h ago stays: " + copy() + "\n");
    assertThat(bad.out()).contains("starlink,failed,3,2026-05-21T12:00:00Z,");
    assertThat(Files.readAllBytes(copy())).isEqualTo(ElementServer.csv(3));
    assertThat(fetch("2026-05-21T16:00:00Z").err()).contains("asked 60 min ago");
  }

  @Test
  void a06_aDamagedTableIsRefused() {
    assertThat(fetch(NOON).exitCode()).isZero();
    String table = new String(ElementServer.csv(50), java.nio.charset.StandardCharsets.UTF_8);
    server.answer(200, table.substring(0, table.length() - 40));
    assertThat(fetch("2026-05-21T15:00:00Z").err())
        .contains("what came is damaged: 1 bad element set, such as starlink:51:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403|GP data has not updated since your last download|127.0.0.1 answers 403 (forbidden:"
            + " perhaps asked too often, or nothing new). It says: \"GP data has not updated since"
            + " your last download\"",
        "404|<html>|127.0.0.1 answers 404 (not there)",
        "500|oops|127.0.0.1 answers 500. It says: \"oops\"",
        "301|''|no answer from 127.0.0.1: the answer broke off: Invalid redirection",
      })
  void a07_errorsOfTheServerAreSaidAndCountAsAsked(int status, String body, String message) {
    server.answer(status, body);
    Outcome refused = fetch(NOON);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(refused.err()).isEqualTo("starlink: " + message + ". There is no copy yet\n");
    assertThat(refused.out()).endsWith("starlink,failed,,,\n");
    Outcome again = fetch("2026-05-21T12:30:00Z", "--force");
    assertThat(again.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(again.err()).contains("asked 30 min ago; once in 2 h is enough, again in 90 min");
    assertThat(server.visits()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"14400|4 h", "Thu, 21 May 2026 16:00:00 GMT|4 h", "99999999|7 days"})
  void a08_aServerThatAsksForPatienceGetsIt(String retryAfter, String pause) {
    server.answer(429, "slow down", "Retry-After", retryAfter);
    String url = server.url() + "/mine.csv";
    Outcome refused = at(NOON, "fetch", url);
    assertThat(refused.err()).contains("answers 429 (asked too often); it wants no request for ");
    Outcome again = at("2026-05-21T12:00:00Z", "fetch", url, "--force");
    assertThat(again.err()).contains("mine: its server wants no request for another " + pause);
    assertThat(server.visits()).hasSize(1);
    server.answer(200, ElementServer.csv(2));
    assertThat(at("2026-05-28T16:00:00Z", "fetch", url).out()).contains("mine,fetched,2,");
  }

  @Test
  void a09_offlineTheCopyStaysAndTheNextTryMayBeAtOnce() throws IOException {
    assertThat(fetch(NOON).exitCode()).isZero();
    String url = server.url();
    server.close();
    Outcome offline = at("2026-05-23T12:00:00Z", "fetch", "starlink", "--mirror", url);
    assertThat(offline.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    assertThat(offline.err())
        .startsWith("starlink: no answer from 127.0.0.1: ")
        .endsWith(". The copy of 2 days ago stays: " + copy() + "\n");
    server = new ElementServer();
    assertThat(fetch("2026-05-23T12:00:01Z").out()).contains("starlink,fetched,");
    assertThat(at(NOON, "fetch", "kuiper", "--mirror", "http://nowhere.invalid").err())
        .contains("kuiper: no answer from nowhere.invalid: ", "There is no copy yet");
  }

  @Test
  void a10_anAnswerThatBreaksOffReplacesNothing() throws Exception {
    assertThat(fetch(NOON).exitCode()).isZero();
    try (ServerSocket raw = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread half =
          Thread.ofVirtual()
              .start(() -> {
                try (var socket = raw.accept()) {
                  socket.getInputStream().read(new byte[4096]);
                  socket
                      .getOutputStream()
                      .write(
                          "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nOBJECT_"
                              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } catch (IOException e) {
                  return;
                }
              });
      String mirror = "http://127.0.0.1:" + raw.getLocalPort();
      Outcome broken = at("2026-05-21T15:00:00Z", "fetch", "starlink", "--mirror", mirror);
      half.join();
      assertThat(broken.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
      assertThat(broken.err()).contains("no answer from 127.0.0.1: the answer broke off");
      assertThat(Files.readAllBytes(copy())).isEqualTo(ElementServer.csv(3));
    }
  }

  @Test
  void a11_aUrlIsKeptUnderANameAndMayBeForced() {
    String url = server.url() + "/data/Fleet_1.omm.csv?x=1";
    assertThat(at(NOON, "fetch", url).out()).contains("fleet-1,fetched,3,");
    assertThat(at(NOON, "fetch", url).out()).contains("fleet-1,young,3,");
    assertThat(at(NOON, "fetch", url, "--force").out()).contains("fleet-1,fetched,3,");
    assertThat(at(NOON, "fetch", url, "--as", "mine").out()).contains("mine,fetched,3,");
    assertThat(server.visits()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "starlnk",
    "file:///etc/passwd",
    "ftp://example.org/x",
    "https://user:secret@example.org/x",
    "https://example.org/",
    "https://example.org/starlink.csv",
    "http://",
  })
  void a12_otherThingsAreRefusedBeforeAnyoneIsAsked(String what) {
    Outcome refused = at(NOON, "fetch", what);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(server.visits()).isEmpty();
  }

  @Test
  void a13_severalAtOnceAndTheCacheElsewhere() {
    Path elsewhere = folder.resolve("elsewhere");
    Outcome all =
        Run.run(
            "fetch",
            "oneweb",
            "kuiper",
            "iridium",
            "--mirror",
            server.url() + "/",
            "--cache",
            elsewhere.toString());
    assertThat(all.out()).contains("oneweb,fetched", "kuiper,fetched", "iridium,fetched");
    assertThat(server.visits())
        .extracting(visit -> visit.uri().getQuery())
        .containsExactly(
            "GROUP=oneweb&FORMAT=csv", "GROUP=kuiper&FORMAT=csv", "GROUP=iridium-NEXT&FORMAT=csv");
    assertThat(elsewhere).isDirectoryContaining("glob:**/iridium.elements");
  }

  private Outcome fetch(String now, String... more) {
    String[] args = new String[4 + more.length];
    System.arraycopy(new String[] {"fetch", "starlink", "--mirror", server.url()}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return at(now, args);
  }

  private Outcome at(String now, String... args) {
    return Run.within().at(now).variable("XDG_CACHE_HOME", folder.toString()).command(args);
  }

  private Path copy() {
    return folder.resolve("orbweaver/elements/starlink.elements");
  }

  private String scenario() {
    return Tiny.write(
        folder,
        "net.yaml",
        """
        format: orbweaver/1
        name: net
        constellations:
          - name: c
            elements: { fetched: starlink }
        """);
  }
}
