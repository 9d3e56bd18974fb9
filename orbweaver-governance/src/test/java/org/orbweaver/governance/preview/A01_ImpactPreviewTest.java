package org.orbweaver.governance.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.ImpactDetail.LineImpact;
import org.orbweaver.governance.preview.ImpactPreview.Impact;
import org.orbweaver.governance.signing.MalformedException;

class A01_ImpactPreviewTest {
  private static final byte[] SALT = new byte[SealedContent.SALT_BYTES];

  private static Count count(long exact) {
    return Count.of(exact, 5);
  }

  private static Impact impact(long lines) {
    return new Impact(
        count(lines),
        count(lines),
        count(0),
        count(0),
        count(4 * lines),
        count(0),
        count(24 * lines),
        count(0));
  }

  private static ImpactPreview preview() {
    ImpactDetail detail = new ImpactDetail(List.of(new LineImpact("line-1", "hospital", 5760, 0)));
    return new ImpactPreview(
        new ImpactPreview.Subject(
            "C-2026-0001", ImpactPreview.sha256("d".getBytes(UTF_8)), "north", "deny"),
        new ImpactPreview.Basis(
            "hello",
            ImpactPreview.sha256("i".getBytes(UTF_8)),
            Utc.parseNs("2026-05-21T00:00:00Z"),
            Utc.parseNs("2026-05-21T00:00:12Z"),
            Utc.parseNs("2026-05-22T00:00:12Z"),
            5760,
            1,
            5),
        List.of(
            new ImpactPreview.ClassImpact("emergency", impact(0)),
            new ImpactPreview.ClassImpact("hospital", impact(1)),
            new ImpactPreview.ClassImpact("relief", impact(0)),
            new ImpactPreview.ClassImpact("government", impact(0)),
            new ImpactPreview.ClassImpact("consumer", impact(23))),
        impact(24),
        new ImpactPreview.Moving(count(2), count(1)),
        List.of(new ImpactPreview.Shift("within 200 km", count(12), 81_000L, 93_000L)),
        List.of(new ImpactPreview.GatewayLoad("one", null, 12L)),
        List.of(
            new ImpactPreview.Alternative(
                "essential lines exempt", count(23), count(0), count(92))),
        List.of(new ImpactPreview.Payer("a foundation", count(24), count(1))),
        List.of(new ImpactPreview.Notice("line holders", "hospital", count(1), "loses service")),
        SealedContent.seal(
            ImpactPreview.DETAIL_CLASS, LocalDate.of(2027, 5, 21), SALT, detail.bytes()));
  }

  @Test
  void aPreviewReadsBackToTheSameBytesAndHash() {
    ImpactPreview read = ImpactPreview.parse(preview().bytes());
    assertThat(read).isEqualTo(preview());
    assertThat(read.hash()).isEqualTo(preview().hash());
    assertThat(new String(preview().bytes(), UTF_8))
        .startsWith("{\"format\":\"orbweaver-preview/1\",\"case\":\"C-2026-0001\",")
        .endsWith("}\n");
    assertThat(read.essentialAtLeast()).isEqualTo(1);
  }

  @Test
  void anyOtherFormIsRefused() {
    String text = new String(preview().bytes(), UTF_8);
    for (String other :
        List.of(
            text.trim(),
            text.replace(",\"area\"", ", \"area\""),
            text.replace("\"slots\":5760", "\"slots\":5760.0"),
            text.replace("\"threshold\":5,", "\"threshold\":5,\"more\":1,"),
            text.replace("\"threshold\":5,", ""),
            text.replace("orbweaver-preview/1", "orbweaver-preview/2"),
            text.replace("\"class\":\"relief\"", "\"class\":\"friends\""),
            text.replace("\"<5\"", "\"-1\""),
            text.replace("2026-05-21T00:00:00Z", "yesterday"),
            text.replace("\"decision\":\"", "\"decision\":\"x"),
            text.replace("\"detail\":{", "\"detail\":[").replace("}}\n", "}]}\n"),
            "[]\n",
            "")) {
      assertThat(other).isNotEqualTo(text);
      assertThatThrownBy(() -> ImpactPreview.parse(other.getBytes(UTF_8)))
          .as(other)
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void everyChangeOfAByteIsAnotherHashOrNoPreview() {
    byte[] bytes = preview().bytes();
    Hash hash = preview().hash();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      try {
        assertThat(ImpactPreview.parse(changed).hash()).isNotEqualTo(hash);
      } catch (MalformedException e) {
        assertThat(e).hasMessageMatching(".+");
      }
    }
  }

  @Test
  void smallCountsSayOnlyThatTheyAreSmallAndNoDifferenceSaysMore() {
    assertThat(count(0).text()).isEqualTo("0");
    assertThat(count(1).text()).isEqualTo("<5");
    assertThat(count(4)).isEqualTo(count(1));
    assertThat(count(5).text()).isEqualTo("5");
    assertThat(count(24)).isEqualTo(count(20));
    assertThat(count(4).isFew()).isTrue();
    assertThat(count(4).isSome()).isTrue();
    assertThat(count(4).atLeast()).isEqualTo(1);
    assertThat(count(24).atLeast()).isEqualTo(20);
    assertThat(count(0).isSome()).isFalse();
    assertThat(count(0).isFew()).isFalse();
    assertThatThrownBy(() -> count(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Count.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theDetailOpensTheSealAndNoOtherDoes() {
    ImpactDetail detail = new ImpactDetail(List.of(new LineImpact("line-1", "hospital", 5760, 0)));
    ImpactDetail other = new ImpactDetail(List.of(new LineImpact("line-2", "hospital", 5760, 0)));
    assertThat(preview().detail().isOpenedBy(SALT, detail.bytes())).isTrue();
    assertThat(preview().detail().isOpenedBy(SALT, other.bytes())).isFalse();
    assertThat(ImpactDetail.parse(detail.bytes())).isEqualTo(detail);
    String text = new String(detail.bytes(), UTF_8);
    for (String wrong :
        List.of(
            "", "[]", "{}", text + " ", text.replace("5760", "-1"), text.replace("line-1\"", ""))) {
      assertThatThrownBy(() -> ImpactDetail.parse(wrong.getBytes(UTF_8)))
          .isInstanceOf(MalformedException.class);
    }
  }

  @Test
  void aNewEssentialLineOrMoreThanFivePercentMoreLinesSendTheCaseBack() {
    ImpactDetail then = consumers(100);
    assertThat(Drift.between(then, consumers(105)).sendsBack(5)).isFalse();
    assertThat(Drift.between(then, consumers(106)).sendsBack(5)).isTrue();
    assertThat(Drift.between(then, consumers(0)).sendsBack(5)).isFalse();
    ImpactDetail now = new ImpactDetail(List.of(new LineImpact("ward", "hospital", 1, 0)));
    assertThat(Drift.between(then, now)).isEqualTo(new Drift(1, 100, 1));
    assertThat(Drift.between(then, now).sendsBack(5)).isTrue();
    assertThat(Drift.between(now, now).sendsBack(5)).isFalse();
    ImpactDetail gain = new ImpactDetail(List.of(new LineImpact("ward", "hospital", 0, 9)));
    assertThat(Drift.between(then, gain)).isEqualTo(new Drift(0, 100, 0));
  }

  private static ImpactDetail consumers(int lines) {
    return new ImpactDetail(
        java.util.stream.IntStream.range(0, lines)
            .mapToObj(i -> new LineImpact("home-" + i, "consumer", 3, 0))
            .toList());
  }
}
