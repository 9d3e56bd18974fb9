package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orbweaver.core.policy.ReasonCode;

/** What every PoP answers, byte by byte. */
@Timeout(60)
class D01_PopServiceTest {
  private TestBed bed;

  @BeforeEach
  void open() throws IOException {
    bed = new TestBed();
    bed.network.path(FakeNetwork.BERLIN, 2, 200, 100);
  }

  @AfterEach
  void close() {
    bed.close();
  }

  /** One request over a connection of its own. */
  private HttpAnswer ask(String request) throws IOException {
    return ask("frankfurt", request);
  }

  private HttpAnswer ask(String pop, String request) throws IOException {
    try (SocksClient client = bed.open(pop + ".pop.orbweaver", 80)) {
      client.send(request);
      return HttpAnswer.read(client.in, request.startsWith("HEAD"));
    }
  }

  private HttpAnswer get(String path, String... headers) throws IOException {
    return ask("GET " + path + " HTTP/1.1\r\n" + lines(headers) + "\r\n");
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  @Test
  void a01_theIndexSaysWhatThereIs() throws Exception {
    HttpAnswer index = get("/");
    assertThat(index.status()).isEqualTo(200);
    assertThat(index.text())
        .startsWith("PoP frankfurt of an Orbweaver network; you came through terminal berlin.\n")
        .contains("/whoami", "/speedtest", "/bytes/N", "/echo")
        .endsWith("\n");
  }

  @Test
  void a02_whoamiAsTextIsAligned() throws Exception {
    HttpAnswer who = get("/whoami");
    assertThat(who.header("content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(who.text().lines().filter(l -> !l.startsWith("time")))
        .containsExactly(
            "terminal       berlin",
            "state          served",
            "satellite      HELLO-17-3  (44713)",
            "elevation      57.250°",
            "azimuth        181.500°",
            "range          640.125 km",
            "gateway        aerzen",
            "laser hops     0",
            "pop            frankfurt",
            "rtt now        4.000 ms  (4.000 at the slot's start)",
            "down           200.000 Mbit/s",
            "up             100.000 Mbit/s",
            "slot since     2026-05-21T12:00:12Z",
            "next handover  not before 2026-05-21T12:00:27Z");
    assertThat(who.text()).endsWith("Z\n");
  }

  @Test
  void a03_whoamiAsJsonHasAFixedShape() throws Exception {
    String expected =
        """
        {
          "format": "orbweaver.whoami/1",
          "timeUtc": "T",
          "terminal": "berlin",
          "state": "served",
          "reason": "SERVED",
          "satellite": "HELLO-17-3",
          "noradId": 44713,
          "gateway": "aerzen",
          "pop": "frankfurt",
          "elevationDeg": 57.25,
          "azimuthDeg": 181.5,
          "rangeKm": 640.125,
          "islHops": 0,
          "rttMs": 4,
          "rttNowMs": 4,
          "downMbps": 200,
          "upMbps": 100,
          "slotStartUtc": "2026-05-21T12:00:12Z",
          "nextHandoverUtc": null,
          "nextHandoverNotBeforeUtc": "2026-05-21T12:00:27Z",
          "answeredBy": "frankfurt",
          "rttHereMs": 4,
          "decision": null,
          "decisionMark": null,
          "overruled": null,
          "trace": null
        }
        """;
    for (HttpAnswer who :
        new HttpAnswer[] {get("/whoami?format=json"), get("/whoami", "Accept: application/json")}) {
      assertThat(who.header("content-type")).isEqualTo("application/json");
      assertThat(who.text().replaceFirst("2026[^\"]*", "T")).isEqualTo(expected);
    }
  }

  @Test
  void a04_anotherPopKnowsThatItIsFarther() throws Exception {
    String request = "GET /whoami HTTP/1.1\r\n\r\n";
    assertThat(ask("london", request).text()).contains("rtt to here    24.000 ms  (london)");
  }

  @Test
  void a05_aTerminalWithoutServiceIsToldWhy() {
    PathState lost = PathState.unserved(ReasonCode.NO_BEAM_FREE, FakeNetwork.FRANKFURT);
    WhoAmI who = bed.network.of(FakeNetwork.BERLIN, lost);
    assertThat(WhoAmIPage.text(who, FakeNetwork.START_NS, "frankfurt", Double.NaN))
        .contains("state          no service: NO_BEAM_FREE\n")
        .doesNotContain("NaN", "null", "satellite");
    assertThat(WhoAmIPage.json(who, FakeNetwork.START_NS, "frankfurt", Double.NaN))
        .contains("\"state\": \"unserved\"", "\"rttMs\": null", "\"satellite\": null");
  }

  @Test
  void a06_unknownFormatsPathsAndMethodsAreExplained() throws Exception {
    assertThat(get("/whoami?format=xml").status()).isEqualTo(400);
    assertThat(get("/whoami?format=xml").text()).isEqualTo("?format= is json or text.\n");
    HttpAnswer nothing = get("/nothing");
    assertThat(nothing.status()).isEqualTo(404);
    assertThat(nothing.text()).startsWith("There is no /nothing here.\n").contains("/whoami");
    HttpAnswer delete = ask("DELETE /whoami HTTP/1.1\r\n\r\n");
    assertThat(delete.status()).isEqualTo(405);
    assertThat(delete.header("allow")).isEqualTo("GET, HEAD");
    assertThat(ask("DELETE /echo HTTP/1.1\r\n\r\n").header("allow"))
        .isEqualTo("GET, HEAD, POST, PUT");
  }

  @Test
  void a07_echoReturnsHeadAndBody() throws Exception {
    String request = "POST /echo?a=b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello";
    assertThat(ask(request).text())
        .isEqualTo("POST /echo?a=b HTTP/1.1\nHost: x\nContent-Length: 5\n\nhello");
    assertThat(get("/echo", "X-A: 1").text()).isEqualTo("GET /echo HTTP/1.1\nX-A: 1\n\n");
  }

  @Test
  void a08_aBodyInChunksIsReadToo() throws Exception {
    String chunks = "5\r\nhello\r\n7;name=value\r\n, world\r\n0\r\nTrailer: x\r\n\r\n";
    assertThat(ask("PUT /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks).text())
        .endsWith("\n\nhello, world");
    assertThat(ask("PUT /echo HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n").status())
        .isEqualTo(400);
  }

  @Test
  void a09_aBodyTooLongForEchoIsRefusedBeforeItIsSent() throws Exception {
    HttpAnswer tooLong =
        ask("POST /echo HTTP/1.1\r\nContent-Length: 1000001\r\nExpect: 100-continue\r\n\r\n");
    assertThat(tooLong.status()).isEqualTo(413);
    assertThat(tooLong.header("connection")).isEqualTo("close");
  }

  @Test
  void a10_aClientThatWaitsForLeaveGetsIt() throws Exception {
    try (SocksClient client = bed.openFrankfurt()) {
      client.send("POST /echo HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
      assertThat(HttpAnswer.read(client.in, true).status()).isEqualTo(100);
      client.send("abc");
      assertThat(HttpAnswer.read(client.in, false).text()).endsWith("\n\nabc");
    }
  }

  @Test
  void a11_bytesAreAsManyAsAskedForAndTheSameEachTime() throws Exception {
    HttpAnswer bytes = get("/bytes/100k");
    assertThat(bytes.header("content-length")).isEqualTo("100000");
    assertThat(bytes.body()).isEqualTo(LinkBed.noise(100_000, 0));
    assertThat(get("/bytes/1000?seed=5").body()).isEqualTo(LinkBed.noise(1000, 5));
    assertThat(get("/bytes/0").body()).isEmpty();
  }

  @Test
  void a12_impossibleCountsAreExplained() throws Exception {
    for (String path : new String[] {"/bytes/", "/bytes", "/bytes/-1", "/bytes/x", "/bytes/11G"}) {
      assertThat(get(path).status()).as(path).isEqualTo(400);
      assertThat(get(path).text()).startsWith("/bytes/N ");
    }
    assertThat(get("/bytes/10?seed=x").status()).isEqualTo(400);
  }

  @Test
  void a13_aDownloadCanBeResumed() throws Exception {
    byte[] whole = LinkBed.noise(1000, 0);
    HttpAnswer rest = get("/bytes/1000", "Range: bytes=900-");
    assertThat(rest.status()).isEqualTo(206);
    assertThat(rest.header("content-range")).isEqualTo("bytes 900-999/1000");
    assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole, 900, 1000));
    assertThat(get("/bytes/1000", "Range: bytes=3-12").body())
        .isEqualTo(Arrays.copyOfRange(whole, 3, 13));
    assertThat(get("/bytes/1000", "Range: bytes=-5").body())
        .isEqualTo(Arrays.copyOfRange(whole, 995, 1000));
    assertThat(get("/bytes/1000", "Range: bytes=0-99999").body()).isEqualTo(whole);
    assertThat(get("/bytes/1000", "Range: bytes=0-1,5-6").status()).isEqualTo(200);
    HttpAnswer beyond = get("/bytes/1000", "Range: bytes=1000-");
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.header("content-range")).isEqualTo("bytes */1000");
  }

  @Test
  void a14_headHasNoBody() throws Exception {
    for (String path : new String[] {"/", "/whoami", "/bytes/10G", "/speedtest", "/nothing"}) {
      try (SocksClient client = bed.openFrankfurt()) {
        client.send("HEAD " + path + " HTTP/1.1\r\n\r\nGET /echo HTTP/1.1\r\n\r\n");
        HttpAnswer head = HttpAnswer.read(client.in, true);
        assertThat(head.status()).isEqualTo(path.equals("/nothing") ? 404 : 200);
        assertThat(HttpAnswer.read(client.in, false).text()).startsWith("GET /echo");
      }
    }
  }

  @Test
  void a15_oneConnectionServesManyRequests() throws Exception {
    try (SocksClient client = bed.openFrankfurt()) {
      for (int i = 0; i < 20; i++) {
        client.send("POST /echo HTTP/1.1\r\nContent-Length: 2\r\n\r\n" + (10 + i) + "\r\n");
        assertThat(HttpAnswer.read(client.in, false).text()).endsWith("\n\n" + (10 + i));
      }
      client.send("GET /bytes/3 HTTP/1.1\r\nContent-Length: 2000\r\n\r\n" + "x".repeat(2000));
      assertThat(HttpAnswer.read(client.in, false).body()).hasSize(3);
      client.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
      HttpAnswer last = HttpAnswer.read(client.in, false);
      assertThat(last.header("connection")).isEqualTo("close");
      assertThat(client.in.read()).isEqualTo(-1);
    }
  }

  @Test
  void a16_aClientOfTheOldVersionIsServedOnce() throws Exception {
    try (SocksClient client = bed.openFrankfurt()) {
      client.send("GET /whoami HTTP/1.0\r\n\r\n");
      assertThat(new String(client.in.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nConnection: close\r\n");
    }
  }

  @Test
  void a17_whatIsNoHttpGetsAnAnswerAndAnEnd() throws Exception {
    for (String bad :
        new String[] {
          "\u0016\u0003\u0001\u0002\u0000\r\n\r\n", "hello\r\n\r\n", "GET / HTTP/3\r\n\r\n"
        }) {
      try (SocksClient client = bed.openFrankfurt()) {
        client.send(bad);
        HttpAnswer answer = HttpAnswer.read(client.in, false);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(client.in.read()).isEqualTo(-1);
      }
    }
    try (SocksClient client = bed.openFrankfurt()) {
      client.send("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n");
      assertThat(HttpAnswer.read(client.in, false).status()).isEqualTo(431);
    }
  }

  @Test
  void a18_theSpeedTestMeasuresTheLink() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 10, 16, 8);
    HttpAnswer test = get("/speedtest?seconds=1");
    assertThat(test.text())
        .matches(
            """
            terminal berlin, PoP frankfurt
            round trip +\\d+\\.\\d{3} ms  \\(5 probes, \\d+\\.\\d{3} to \\d+\\.\\d{3}\\)
            download +\\d+\\.\\d{3} Mbit/s
            upload +\\d+\\.\\d{3} Mbit/s
            """);
    HttpAnswer json = get("/speedtest?seconds=1&format=json");
    assertThat(json.number("rttMinMs")).isGreaterThanOrEqualTo(20);
    assertThat(json.number("downMbps")).isBetween(4.0, 16.5);
    assertThat(json.number("upMbps")).isBetween(2.0, 8.25);
    assertThat(get("/speedtest?seconds=11").status()).isEqualTo(400);
    assertThat(get("/speedtest?seconds=x").status()).isEqualTo(400);
  }

  @Test
  void a19_oneSpeedTestAtATime() throws Exception {
    try (SocksClient client = bed.openFrankfurt()) {
      client.send("GET /speedtest?seconds=2 HTTP/1.1\r\n\r\n");
      client.receive(1);
      assertThat(get("/speedtest").status()).isEqualTo(429);
    }
  }

  @Test
  void a20_anUploadIsCountedAndTimed() throws Exception {
    bed.network.path(FakeNetwork.BERLIN, 10, 16, 16);
    String body = "x".repeat(500_000);
    HttpAnswer put =
        ask("PUT /speedtest?format=json HTTP/1.1\r\nContent-Length: 500000\r\n\r\n" + body);
    assertThat(put.number("bytes")).isEqualTo(500_000);
    assertThat(put.number("upMbps")).isBetween(2.0, 17.0);
    assertThat(ask("PUT /speedtest HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc").text())
        .startsWith("received    3 bytes in ");
  }
}
