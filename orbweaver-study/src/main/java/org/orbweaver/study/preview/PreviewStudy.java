package org.orbweaver.study.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.Track;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.Scope;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.policy.ServicePolicy;
import org.orbweaver.core.policy.Subjects;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.Previewer;

/**
 * Answers what a decision would do by planning the hours in which it would begin to act twice, with
 * it and without it. The hours begin where the decision does, or at the time asked for if that is
 * later.
 */
public final class PreviewStudy implements Previewer {
  /** Places of a track by which it is told from others. */
  private static final int TRACK_POINTS = 96;

  private final Network network;
  private final Subjects subjects;
  private final List<LineFacts> lines;
  private final Settings settings;
  private final Executor beside;
  private final IntConsumer progress;

  /**
   * How it is answered.
   *
   * @param lengthNs of the hours, nanoseconds; a day by default
   * @param everySlots 1 for each slot
   * @param threshold below which a count shows only that it is below
   */
  public record Settings(long lengthNs, int everySlots, int threshold) {
    /** A day, each slot, and no count below 5. */
    public static final Settings DEFAULT = new Settings(86_400_000_000_000L, 1, 5);

    public Settings {
      if (lengthNs < 1 || everySlots < 1 || threshold < 1) {
        throw new IllegalArgumentException("a preview takes time, slots and a threshold");
      }
    }
  }

  /** An answer with its map. */
  public record Drawn(Answer answer, PreviewMap map) {}

  /**
   * @param network the network; its own decisions are not asked, only those of the question
   * @param lines what is known of each terminal's line, by terminal
   * @param beside what plans the one side while the caller plans the other
   * @param progress told the number of slots that are done
   */
  public PreviewStudy(
      Network network,
      List<LineFacts> lines,
      Settings settings,
      Executor beside,
      IntConsumer progress) {
    if (lines.size() != network.terminals().size()) {
      throw new IllegalArgumentException("each terminal has its line");
    }
    this.network = network;
    this.subjects =
        new Subjects(
            network.terminals(),
            Arrays.asList(
                IntStream.range(0, lines.size())
                    .mapToObj(t -> network.terminalSpec(t).country())
                    .toArray(String[]::new)),
            lines.stream().map(LineFacts::lineClass).toList());
    this.lines = List.copyOf(lines);
    this.settings = settings;
    this.beside = beside;
    this.progress = progress;
  }

  /** How many slots will be planned on each side. */
  public int slots() {
    long stepNs = network.slots().durationNs() * settings.everySlots();
    return Math.toIntExact(Math.max(1, Math.ceilDiv(settings.lengthNs(), stepNs)));
  }

  @Override
  public Answer preview(Question question) {
    return draw(question).answer();
  }

  /** The answer and its map. */
  public Drawn draw(Question question) {
    PolicyRules with = with(question);
    Slot first =
        network.slots().atOrAfter(Math.max(question.timeNs(), question.decision().fromNs()));
    Tally tally =
        new TwoFolds(network, ServicePolicy.of(question.inForce(), subjects, first.startNs()), with)
            .run(first, slots(), settings.everySlots(), beside, progress);
    double hoursPerSlot = network.slots().durationNs() * settings.everySlots() / 3.6e12;
    ImpactCount count = new ImpactCount(network, lines, tally, settings.threshold(), hoursPerSlot);
    ImpactDetail detail = count.detail();
    long untilNs =
        network.slots().of(first.index() + (long) slots() * settings.everySlots()).startNs();
    List<ImpactPreview.Shift> shifts = new ArrayList<>();
    new Nearness(network.terminals(), with.areas(), tally)
        .groups(tally)
        .forEach((place, near) -> shifts.add(count.shift(place, near)));
    ImpactPreview preview =
        new ImpactPreview(
            new ImpactPreview.Subject(
                question.caseId(),
                question.measure(),
                area(question.decision()),
                question.decision().effect().name().toLowerCase(Locale.ROOT)),
            new ImpactPreview.Basis(
                network.name(),
                inputs(question, first),
                question.timeNs(),
                first.startNs(),
                untilNs,
                slots(),
                settings.everySlots(),
                settings.threshold()),
            count.classes(),
            count.total(),
            count.moving(),
            shifts,
            count.gateways(),
            count.alternatives(),
            count.payers(),
            count.notices(),
            SealedContent.seal(
                ImpactPreview.DETAIL_CLASS, question.reveal(), question.salt(), detail.bytes()));
    return new Drawn(new Answer(preview, detail), map(question.decision(), with, tally, count));
  }

  private static PolicyRules with(Question question) {
    List<Decision> decisions = new ArrayList<>();
    for (Decision decision : question.inForce().decisions()) {
      boolean ends =
          question.supersedes().contains(decision.id())
              && decision.endNs() > question.decision().fromNs();
      if (ends && decision.fromNs() < question.decision().fromNs()) {
        decisions.add(decision.endedAt(question.decision().fromNs()));
      } else if (!ends) {
        decisions.add(decision);
      }
    }
    decisions.add(question.decision());
    return question.inForce().with(decisions);
  }

  private static @Nullable String area(Decision decision) {
    return switch (decision.scope()) {
      case Scope.InArea in -> in.area();
      case Scope.InCountries in -> String.join(" ", in.countries().stream().sorted().toList());
      case Scope.Everywhere every -> "the whole network";
      case Scope.OfTerminals of -> null;
    };
  }

  /** Whoever has the same inputs gets the same hash, and nobody else. */
  private Hash inputs(Question question, Slot first) {
    StringBuilder text = new StringBuilder("orbweaver-preview-inputs/1\n");
    text.append(Canon.of(network.scenario())).append('\n');
    for (int g = 0; g < network.gateways().size(); g++) {
      text.append(Canon.of(network.gatewaySpec(g))).append('\n');
    }
    for (int p = 0; p < network.pops().size(); p++) {
      text.append(Canon.of(network.popSpec(p))).append('\n');
    }
    for (int t = 0; t < network.terminals().size(); t++) {
      text.append(Canon.of(network.terminalSpec(t))).append(Canon.of(lines.get(t))).append('\n');
    }
    text.append(Canon.of(network.countryHomes())).append('\n');
    for (int t = 0; t < network.terminals().size(); t++) {
      Track track = network.track(t);
      for (int k = 0; track != null && k <= TRACK_POINTS; k++) {
        text.append(Canon.of(track.at(first.startNs() + settings.lengthNs() / TRACK_POINTS * k)));
      }
    }
    Snapshot sky = network.ephemeris().at(first.startNs());
    for (int s = 0; s < sky.size(); s++) {
      text.append(Math.round(sky.xM(s)))
          .append(' ')
          .append(Math.round(sky.yM(s)))
          .append(' ')
          .append(Math.round(sky.zM(s)))
          .append('\n');
    }
    PolicyRules rules = question.inForce();
    for (int a = 0; a < rules.areas().size(); a++) {
      text.append(rules.areas().area(a).hash()).append('\n');
    }
    text.append(rules.servedByDefault()).append(Canon.of(rules.decisions())).append('\n');
    text.append(Canon.of(question.decision())).append(Canon.of(question.supersedes()));
    return ImpactPreview.sha256(text.toString().getBytes(UTF_8));
  }

  private PreviewMap map(Decision decision, PolicyRules rules, Tally tally, ImpactCount count) {
    List<MapOutline> outlines = new ArrayList<>();
    String decided = decision.scope() instanceof Scope.InArea in ? in.area() : null;
    for (int a = 0; a < rules.areas().size(); a++) {
      ServiceArea area = rules.areas().area(a);
      outlines.add(MapOutline.of(area, area.id().equals(decided)));
    }
    List<MapPlace> places = new ArrayList<>();
    for (int t = 0; t < lines.size(); t++) {
      if (tally.servedWithout[t] + tally.servedWith[t] > 0) {
        var place = network.terminals().point(t);
        places.add(
            new MapPlace(
                Math.toDegrees(place.latRad()),
                Math.toDegrees(place.lonRad()),
                tally.isDecided(t),
                lines.get(t).people(),
                count.outcome(t)));
      }
    }
    return new PreviewMap(
        outlines,
        MapCells.of(places, settings.threshold()),
        PreviewMap.gateways(network),
        settings.threshold());
  }
}
