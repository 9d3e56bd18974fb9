package org.orbweaver.study.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.preview.Drift;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.ImpactPreview.Impact;
import org.orbweaver.governance.preview.Previewer.Answer;
import org.orbweaver.governance.preview.Previewer.Question;

/** What decisions would do in a network that fits in the head. */
class B01_TwoFoldsTest {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final PreviewStudy.Settings TWENTY_MINUTES =
      new PreviewStudy.Settings(20 * MINUTE_NS, 1, 5);

  @TempDir private static Path folder = Path.of("");

  private static Network network = load();

  private static Network load() {
    return SmallNetwork.load(Path.of(System.getProperty("java.io.tmpdir")));
  }

  @BeforeAll
  static void loadOne() {
    network = SmallNetwork.load(folder);
  }

  private static Decision dark(Set<ServiceClass> classes, long fromNs) {
    return new Decision(
        "C-2026-0001",
        Effect.RESTRICT,
        new Scope.InArea("west"),
        classes,
        fromNs,
        fromNs + 86_400_000_000_000L,
        0,
        0,
        "invented act",
        Expiry.REVERT,
        Set.of(),
        9,
        false,
        true);
  }

  private static Question question(Decision decision, PolicyRules inForce) {
    return new Question(
        "C-2026-0001",
        ImpactPreview.sha256(new byte[] {1}),
        decision,
        Set.of(),
        inForce,
        SmallNetwork.START_NS,
        new byte[SealedContent.SALT_BYTES],
        LocalDate.of(2027, 5, 21));
  }

  private static PreviewStudy study(PreviewStudy.Settings settings, Executor beside) {
    return new PreviewStudy(network, SmallNetwork.lines(), settings, beside, slots -> {});
  }

  private static Answer answer(Question question) {
    return study(TWENTY_MINUTES, Runnable::run).preview(question);
  }

  private static Impact of(ImpactPreview preview, String name) {
    return preview.classes().stream()
        .filter(row -> row.name().equals(name))
        .map(ImpactPreview.ClassImpact::impact)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a01_aDarkenedAreaLosesEachLineByClassAndItsNeighboursGetTheCapacity() {
    Answer answer =
        answer(question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules()));
    ImpactPreview preview = answer.preview();
    assertThat(preview.basis().slots()).isEqualTo(80);
    assertThat(of(preview, "hospital").losing().text()).isEqualTo("<5");
    assertThat(of(preview, "hospital").peopleLosing().text()).isEqualTo("80");
    assertThat(of(preview, "consumer").losing().text()).isEqualTo("25");
    assertThat(preview.total().losing().text()).isEqualTo("30");
    assertThat(preview.total().losingAll().text()).isEqualTo("30");
    assertThat(preview.total().gaining().text()).isEqualTo("0");
    assertThat(preview.moving().decided().text()).isEqualTo("<5");
    assertThat(preview.neighbours())
        .singleElement()
        .satisfies(shift -> {
          assertThat(shift.place()).isEqualTo("east");
          assertThat(shift.lines().text()).isEqualTo("20");
          assertThat(shift.withKbps()).isGreaterThan(shift.withoutKbps());
        });
    assertThat(answer.detail().lines()).hasSize(30);
    assertThat(preview.alternatives())
        .extracting(row -> row.measure() + ": " + row.losing())
        .containsExactly(
            "essential lines exempt: 25",
            "consumer lines only: 25",
            "terminals that move only: <5",
            "low rate instead of darkness: 0");
    assertThat(preview.payers())
        .extracting(row -> row.payer() + ": " + row.lines())
        .containsExactly("PAY-1: 5", "PAY-2: 25");
    assertThat(preview.notices())
        .extracting(row -> row.role() + " " + row.who())
        .contains(
            "line holders emergency",
            "line holders hospital",
            "overseers all",
            "terminals on the move",
            "payer PAY-1");
  }

  @Test
  void a02_aDecisionThatSparesEssentialLinesSparesThem() {
    ImpactPreview preview =
        answer(
                question(
                    dark(Set.of(ServiceClass.CONSUMER), SmallNetwork.START_NS),
                    SmallNetwork.rules()))
            .preview();
    assertThat(of(preview, "hospital").losing().isSome()).isFalse();
    assertThat(preview.total().losing().text()).isEqualTo("25");
    assertThat(preview.essentialAtLeast()).isZero();
  }

  @Test
  void a03_lightingADarkAreaGainsWhatWasLost() {
    Decision dark = dark(Decision.ALL_CLASSES, SmallNetwork.START_NS - MINUTE_NS);
    Decision light =
        Decision.of(
            "C-2026-0002",
            Effect.ENABLE,
            new Scope.InArea("west"),
            SmallNetwork.START_NS,
            Decision.OPEN,
            10);
    Question question =
        new Question(
            "C-2026-0002",
            ImpactPreview.sha256(new byte[] {2}),
            light,
            Set.of("C-2026-0001"),
            SmallNetwork.rules(dark),
            SmallNetwork.START_NS,
            new byte[SealedContent.SALT_BYTES],
            LocalDate.of(2027, 5, 21));
    ImpactPreview preview = answer(question).preview();
    assertThat(preview.total().gaining().text()).isEqualTo("30");
    assertThat(preview.total().losing().text()).isEqualTo("0");
    assertThat(preview.alternatives()).isEmpty();
    assertThat(preview.neighbours().getFirst().withKbps())
        .isLessThan(preview.neighbours().getFirst().withoutKbps());
  }

  @Test
  void a04_theHoursBeginWhereTheDecisionDoes() {
    long later = SmallNetwork.START_NS + 7 * 86_400_000_000_000L;
    ImpactPreview preview =
        answer(question(dark(Decision.ALL_CLASSES, later), SmallNetwork.rules())).preview();
    assertThat(preview.basis().fromNs()).isEqualTo(later);
    assertThat(preview.basis().untilNs()).isEqualTo(later + 20 * MINUTE_NS);
    assertThat(preview.total().losing().text()).isEqualTo("30");
  }

  @Test
  void a05_whatEndsWithinTheHoursIsLostOnlyThen() {
    Decision whole = dark(Decision.ALL_CLASSES, SmallNetwork.START_NS);
    Decision brief = whole.endedAt(SmallNetwork.START_NS + 5 * MINUTE_NS);
    ImpactPreview preview = answer(question(brief, SmallNetwork.rules())).preview();
    assertThat(preview.total().losing().text()).isEqualTo("30");
    assertThat(preview.total().losingAll().text()).isEqualTo("0");
  }

  @Test
  void a06_aDecisionThatChangesNothingIsPlannedOnceAndSaysNothing() {
    Decision light =
        Decision.of(
            "C-2026-0003",
            Effect.ENABLE,
            new Scope.InArea("west"),
            SmallNetwork.START_NS,
            Decision.OPEN,
            10);
    Answer answer = answer(question(light, SmallNetwork.rules()));
    assertThat(answer.preview().total().losing().isSome()).isFalse();
    assertThat(answer.preview().total().gaining().isSome()).isFalse();
    assertThat(answer.preview().gateways()).isEmpty();
    assertThat(answer.preview().notices()).isEmpty();
    assertThat(answer.detail().lines()).isEmpty();
  }

  @Test
  void a07_whoCrossesTheBorderLosesFromThereOn() {
    GeodeticPoint east = GeodeticPoint.ofDegrees(0.02, 0.05, 0);
    GeodeticPoint west = GeodeticPoint.ofDegrees(0.02, -0.05, 0);
    Track across =
        new Track(
            new long[] {SmallNetwork.START_NS, SmallNetwork.START_NS + 20 * MINUTE_NS},
            List.of(east, west));
    PreviewStudy study =
        new PreviewStudy(
            network.with(Map.of(29, across)),
            SmallNetwork.lines(),
            TWENTY_MINUTES,
            Runnable::run,
            slots -> {});
    Answer answer =
        study.preview(
            question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules()));
    ImpactDetail.LineImpact mover =
        answer.detail().lines().stream()
            .filter(line -> line.line().equals("SL-0029"))
            .findFirst()
            .orElseThrow();
    assertThat(mover.slotsLost()).isBetween(38, 42);
    assertThat(answer.preview().moving().losing().text()).isEqualTo("<5");
    assertThat(answer.preview().total().losingAll().text()).isEqualTo("25");
  }

  @Test
  void b01_theSameQuestionHasTheSameHash_onOneThreadOrMany() {
    Question question =
        question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules());
    ImpactPreview first = answer(question).preview();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      ImpactPreview other = study(TWENTY_MINUTES, threads).preview(question).preview();
      assertThat(other.hash()).isEqualTo(first.hash());
    }
    network = SmallNetwork.load(folder);
    assertThat(answer(question).preview().hash()).isEqualTo(first.hash());
    assertThat(ImpactPreview.parse(first.bytes())).isEqualTo(first);
  }

  @Test
  void b02_anotherInputHasAnotherHash() {
    Question question =
        question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules());
    ImpactPreview first = answer(question).preview();
    Decision other =
        Decision.of(
            "C-2026-0009",
            Effect.ENABLE,
            new Scope.InArea("east"),
            SmallNetwork.START_NS,
            Decision.OPEN,
            3);
    assertThat(
            answer(
                    question(
                        dark(Decision.ALL_CLASSES, SmallNetwork.START_NS),
                        SmallNetwork.rules(other)))
                .preview()
                .basis()
                .inputs())
        .isNotEqualTo(first.basis().inputs());
    assertThat(
            study(new PreviewStudy.Settings(20 * MINUTE_NS, 4, 5), Runnable::run)
                .preview(question)
                .preview()
                .hash())
        .isNotEqualTo(first.hash());
  }

  @Test
  void b03_aCoarserSamplingSaysSoAndFindsTheSameLines() {
    Answer coarse =
        study(new PreviewStudy.Settings(20 * MINUTE_NS, 4, 5), Runnable::run)
            .preview(
                question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules()));
    assertThat(coarse.preview().basis().everySlots()).isEqualTo(4);
    assertThat(coarse.preview().basis().slots()).isEqualTo(20);
    assertThat(coarse.preview().total().losing().text()).isEqualTo("30");
  }

  @Test
  void b04_theSaltSealsTheDetail() {
    Answer answer =
        answer(question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules()));
    assertThat(
            answer
                .preview()
                .detail()
                .isOpenedBy(new byte[SealedContent.SALT_BYTES], answer.detail().bytes()))
        .isTrue();
    assertThat(new String(answer.preview().bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("SL-00");
  }

  @Test
  void b05_aNewHospitalAtExecutionSendsTheCaseBack() {
    Decision all = dark(Decision.ALL_CLASSES, SmallNetwork.START_NS);
    Answer then =
        answer(
            question(
                dark(Set.of(ServiceClass.CONSUMER), SmallNetwork.START_NS), SmallNetwork.rules()));
    Answer now = answer(question(all, SmallNetwork.rules()));
    Drift drift = Drift.between(then.detail(), now.detail());
    assertThat(drift.newEssential()).isEqualTo(3);
    assertThat(drift.moreLinesPercent()).isEqualTo(20);
    assertThat(drift.sendsBack(5)).isTrue();
  }

  @Test
  void c01_theMapShowsTheAreaAndOnlyRectanglesThatHideALine() {
    PreviewStudy.Drawn drawn =
        study(TWENTY_MINUTES, Runnable::run)
            .draw(
                question(dark(Decision.ALL_CLASSES, SmallNetwork.START_NS), SmallNetwork.rules()));
    assertThat(drawn.map().outlines()).extracting(MapOutline::id).contains("west", "east");
    assertThat(drawn.map().cells()).allSatisfy(cell -> assertThat(cell.lines()).isGreaterThan(4));
    assertThat(drawn.map().svg(drawn.answer().preview()))
        .contains("Darken service in west", drawn.answer().preview().hash().hex());
  }

  @Test
  void d01_wrongQuestionsAreRefused() {
    assertThatThrownBy(() -> new PreviewStudy.Settings(1, 0, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new PreviewStudy(network, List.of(), TWENTY_MINUTES, Runnable::run, s -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    Decision nowhere =
        Decision.of(
            "C-2026-0004",
            Effect.RESTRICT,
            new Scope.InArea("nowhere"),
            SmallNetwork.START_NS,
            Decision.OPEN,
            1);
    assertThatThrownBy(() -> answer(question(nowhere, SmallNetwork.rules())))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
