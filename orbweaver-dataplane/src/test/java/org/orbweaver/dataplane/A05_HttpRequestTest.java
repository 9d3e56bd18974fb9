package org.orbweaver.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads of requests. */
class A05_HttpRequestTest {
  private static HttpRequest get(String target, String... headers) throws HttpProblem {
    return HttpRequest.parse("GET " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers));
  }

  @Test
  void lineQueryAndHeaders() throws Exception {
    HttpRequest r = get("/bytes/10k?seed=7&x=a%20b&flag", "Host: a", "X-A: 1", "x-a:2 ");
    assertThat(r.method()).isEqualTo("GET");
    assertThat(r.path()).isEqualTo("/bytes/10k");
    assertThat(r.query()).containsEntry("seed", "7").containsEntry("x", "a b").containsKey("flag");
    assertThat(r.header("x-a")).isEqualTo("1, 2");
    assertThat(r.keepsAlive()).isTrue();
    assertThat(r.bodyLength()).isZero();
  }

  @Test
  void aWholeAddressIsATargetToo() throws Exception {
    assertThat(get("http://frankfurt.pop.orbweaver/whoami?x=1").path()).isEqualTo("/whoami");
    assertThat(get("http://frankfurt.pop.orbweaver").path()).isEqualTo("/");
  }

  @Test
  void connectionsEndWhereTheClientSaysOrIsOld() throws Exception {
    assertThat(get("/", "Connection: Close").keepsAlive()).isFalse();
    assertThat(HttpRequest.parse("GET / HTTP/1.0").keepsAlive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET",
        "GET /",
        "get / HTTP/1.1",
        "GET / HTTP/2.0",
        "GET  / HTTP/1.1",
        "GET whoami HTTP/1.1",
        "GET /?x=%zz HTTP/1.1",
        "GET / HTTP/1.1\r\nno colon",
        "GET / HTTP/1.1\r\n: empty name",
        "GET / HTTP/1.1\r\nA: 1\r\n folded",
        "GET / HTTP/1.1\r\nbad name: 1",
        "GET / HTTP/1.1\r\nContent-Length: -1",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
        "GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
        "GET / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked"
      })
  void whatIsNoRequestIsABadOne(String head) {
    assertThatThrownBy(() -> HttpRequest.parse(head))
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | false",
        "application/json | true",
        "text/html, application/xml;q=0.9, */*;q=0.8 | false",
        "text/plain, application/json | true",
        "text/plain, application/json;q=0.5 | false",
        "application/json;q=0 | false",
        "; | false",
        "Application/JSON ; q=0.9, text/*;q=0.1 | true"
      })
  void jsonIsForThoseWhoPreferIt(String accept, boolean json) throws Exception {
    assertThat(get("/whoami", "Accept: " + accept).wantsJson()).isEqualTo(json);
    assertThat(get("/whoami?format=json", "Accept: " + accept).wantsJson()).isTrue();
    assertThat(get("/whoami?format=text", "Accept: " + accept).wantsJson()).isFalse();
  }

  @Test
  void tenThousandMutationsDoNoHarm() {
    String good =
        "PUT /speedtest?format=json HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n"
            + "Accept: text/plain;q=0.5, application/json\r\nExpect: 100-continue";
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      StringBuilder bad = new StringBuilder(good);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bad.setCharAt(random.nextInt(bad.length()), (char) random.nextInt(256));
      }
      try {
        HttpRequest.parse(bad.toString()).wantsJson();
      } catch (HttpProblem e) {
        assertThat(e.status()).isIn(400, 431);
      }
    }
  }
}
