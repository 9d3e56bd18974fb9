package org.orbweaver.governance.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.preview.ImpactDetail.LineImpact;
import org.orbweaver.governance.preview.ImpactPreview.Impact;
import org.orbweaver.governance.signing.MalformedException;
import org.orbweaver.governance.state.TestBoard;

/** Lines that a preview seals are believed as far as its commitment and its counts go. */
class A02_OpenedPreviewTest {
  private static final String CASE = "C-2026-0001";
  private static final String SALT = "07".repeat(SealedContent.SALT_BYTES);
  private static final Measure MEASURE =
      new TestBoard().measure(Effect.RESTRICT, Duration.ofDays(9), null);
  private static final ImpactDetail LINES =
      new ImpactDetail(
          List.of(
              new LineImpact("a", "hospital", 3, 0),
              new LineImpact("b", "consumer", 2, 2),
              new LineImpact("c", "consumer", 1, 5)));

  private static Impact impact(long losing, long gaining) {
    Count none = Count.of(0, 1);
    return new Impact(
        none, Count.of(losing, 1), none, Count.of(gaining, 1), none, none, none, none);
  }

  private static ImpactPreview preview(
      String caseId, Measure measure, String effect, String sealedClass, Impact consumer) {
    return new ImpactPreview(
        new ImpactPreview.Subject(
            caseId, ImpactPreview.sha256(EntryCodec.part(measure)), "vellmark", effect),
        new ImpactPreview.Basis(
            "hello", ImpactPreview.sha256("i".getBytes(UTF_8)), 1, 1, 2, 1, 1, 1),
        ImpactPreview.CLASSES.stream()
            .map(name ->
                new ImpactPreview.ClassImpact(
                    name,
                    switch (name) {
                      case "hospital" -> impact(1, 0);
                      case "consumer" -> consumer;
                      default -> impact(0, 0);
                    }))
            .toList(),
        impact(2, 1),
        new ImpactPreview.Moving(Count.of(0, 1), Count.of(0, 1)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SealedContent.seal(
            sealedClass,
            LocalDate.of(2027, 1, 1),
            java.util.HexFormat.of().parseHex(SALT),
            LINES.bytes()));
  }

  private static ImpactPreview right() {
    return preview(CASE, MEASURE, "restrict", ImpactPreview.DETAIL_CLASS, impact(1, 1));
  }

  private static void refused(ImpactPreview preview, byte[] detail, String salt, String why) {
    assertThatThrownBy(() -> OpenedPreview.of(preview.bytes(), detail, salt))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a01_whatWasSealedOpensIt() {
    OpenedPreview opened = OpenedPreview.of(right().bytes(), LINES.bytes(), SALT);
    assertThat(opened.detail()).isEqualTo(LINES);
    OpenedPreview.requireAbout(opened.preview(), CASE, MEASURE);
  }

  @Test
  void a02_anythingElseDoesNot() {
    byte[] fewer = new ImpactDetail(LINES.lines().subList(1, 3)).bytes();
    refused(right(), fewer, SALT, "not the lines that the preview seals");
    refused(right(), LINES.bytes(), "08".repeat(32), "not the lines that the preview seals");
    refused(right(), LINES.bytes(), SALT + "07", "not 64 hexadecimal digits");
    refused(
        preview(CASE, MEASURE, "restrict", "letter", impact(1, 1)),
        LINES.bytes(),
        SALT,
        "not the lines that the preview seals");
  }

  @Test
  void a03_countsAreTheLines() {
    for (Impact wrong : List.of(impact(0, 1), impact(2, 0), impact(1, 0))) {
      refused(
          preview(CASE, MEASURE, "restrict", ImpactPreview.DETAIL_CLASS, wrong),
          LINES.bytes(),
          SALT,
          "the preview counts other consumer lines");
    }
  }

  @Test
  void a04_itIsAboutTheCasesMeasure() {
    Measure other = new TestBoard().measure(Effect.RESTRICT, Duration.ofDays(10), null);
    String sealed = ImpactPreview.DETAIL_CLASS;
    for (ImpactPreview wrong :
        List.of(
            preview("C-2026-0002", MEASURE, "restrict", sealed, impact(1, 1)),
            preview(CASE, other, "restrict", sealed, impact(1, 1)),
            preview(CASE, MEASURE, "enable", sealed, impact(1, 1)))) {
      assertThatThrownBy(() -> OpenedPreview.requireAbout(wrong, CASE, MEASURE))
          .isInstanceOf(MalformedException.class)
          .hasMessageContaining("of another case, or of another measure");
    }
  }
}
