package org.orbweaver.governance.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Receipt;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.preview.Count;
import org.orbweaver.governance.preview.ImpactDetail;
import org.orbweaver.governance.preview.ImpactPreview;

/** The steps of one case of the example, each an entry. */
final class ExampleCase {
  private final ExampleOffice office;
  final String id;
  final String area;

  ExampleCase(ExampleOffice office, String area) {
    this.office = office;
    this.id = "C-2026-%04d".formatted(office.state().caseCount() + 1);
    this.area = area;
  }

  static Hash areaHash(String area) {
    return ImpactPreview.sha256(("area " + area + "\n").getBytes(UTF_8));
  }

  Hash on() {
    return office.file(id).on();
  }

  ExampleCase received(Channel channel, Effect effect, String from, String summary) {
    office.put(
        new CaseEntry.Received(
            office.header(channel == Channel.FORM ? "desk" : "intake-1"),
            id,
            Receipt.hash("R-EXAMPLE-" + id),
            channel,
            effect,
            area,
            summary,
            null,
            from.isEmpty() ? null : from,
            null));
    return this;
  }

  ExampleCase incomplete(String missing) {
    office.put(new CaseEntry.Incomplete(office.header("intake-2"), id, on(), missing));
    return this;
  }

  ExampleCase completed(String what) {
    office.pass(Duration.ofDays(2));
    office.put(new CaseEntry.Completed(office.header("intake-2"), id, on(), what));
    return this;
  }

  Measure measure(
      Effect effect,
      List<ServiceClass> classes,
      Duration ahead,
      Duration length,
      @Nullable String urgent) {
    return new Measure(
        effect,
        new Where.Area(area, areaHash(area).hex()),
        classes,
        office.now().plus(ahead),
        office.now().plus(ahead).plus(length),
        Duration.ZERO,
        "invented statute, section 12",
        Expiry.REVERT,
        List.of(),
        null,
        urgent,
        List.of());
  }

  ExampleCase assessed(Measure measure, String reasons, String... parties) {
    office.put(
        new CaseEntry.Assessed(
            office.header("intake-2"), id, on(), measure, List.of(parties), reasons));
    return this;
  }

  ExampleCase previewed(int consumers, int hospitals) {
    office.put(
        new CaseEntry.Previewed(
            office.header("analyst-1"), id, on(), impact(consumers, hospitals, "")));
    return this;
  }

  ExampleCase submitted() {
    office.put(new CaseEntry.Submitted(office.header("analyst-1"), id, on()));
    return this;
  }

  ExampleCase approvedBy(String... people) {
    for (String person : people) {
      Impact impact = office.file(id).impact();
      office.put(
          new CaseEntry.Approved(
              office.header(person),
              id,
              on(),
              impact == null ? null : impact.preview(),
              "the preview was read; the basis holds"));
    }
    return this;
  }

  ExampleCase refusedBy(String reason, String... people) {
    for (String person : people) {
      office.put(new CaseEntry.Refused(office.header(person), id, on(), reason));
    }
    return this;
  }

  ExampleCase recused(String person, String reason) {
    office.put(new CaseEntry.Recused(office.header(person), id, on(), reason));
    return this;
  }

  ExampleCase noticed() {
    office.put(
        new CaseEntry.Noticed(
            office.header("intake-1"),
            id,
            on(),
            List.of("line holders", "payers", "the regulator"),
            ImpactPreview.sha256(("notice of " + id + "\n").getBytes(UTF_8))));
    return this;
  }

  /** Announced, scheduled, computed again and carried out. */
  ExampleCase carriedOut(int consumers, int hospitals) {
    noticed();
    office.put(new CaseEntry.Scheduled(office.header("executor"), id, on()));
    office.passTo(from().minus(Duration.ofMinutes(30)));
    office.put(
        new CaseEntry.Executed(
            office.header("executor"), id, on(), impact(consumers, hospitals, "-executed"), 0, 2));
    return this;
  }

  private Instant from() {
    return Objects.requireNonNull(office.file(id).measure()).from();
  }

  ExampleCase ended() {
    office.passTo(Objects.requireNonNull(office.file(id).inForceUntil()));
    office.put(
        new CaseEntry.Ended(
            office.header("executor"), id, on(), CaseEntry.EndReason.EXPIRED, null));
    return this;
  }

  /** Makes a preview, keeps its file and says what of it stands in the entry. */
  Impact impact(int consumers, int hospitals, String which) {
    byte[] preview = preview(consumers, hospitals).bytes();
    office.keepPreview(id + which + office.entries().size(), preview);
    Hash hash = ImpactPreview.sha256(preview);
    return new Impact(hash, office.now());
  }

  private ImpactPreview preview(int consumers, int hospitals) {
    Measure measure = office.file(id).measure();
    boolean loses = measure != null && measure.effect() == Effect.RESTRICT;
    List<ImpactPreview.ClassImpact> classes = new ArrayList<>();
    for (String name : ImpactPreview.CLASSES) {
      int lines = name.equals("consumer") ? consumers : name.equals("hospital") ? hospitals : 0;
      classes.add(new ImpactPreview.ClassImpact(name, impact(lines, loses)));
    }
    long fromNs = Utc.ofInstant(measure == null ? office.now() : measure.from());
    return new ImpactPreview(
        new ImpactPreview.Subject(id, areaHash(area), area, loses ? "restrict" : "enable"),
        new ImpactPreview.Basis(
            "example",
            ImpactPreview.sha256("made up: no network was planned\n".getBytes(UTF_8)),
            Utc.ofInstant(office.now()),
            fromNs,
            fromNs + 86_400_000_000_000L,
            5760,
            1,
            5),
        classes,
        impact(consumers + hospitals, loses),
        new ImpactPreview.Moving(Count.of(0, 5), Count.of(0, 5)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        SealedContent.seal(
            ImpactPreview.DETAIL_CLASS,
            LocalDate.ofInstant(office.now(), ZoneOffset.UTC).plusYears(1),
            areaHash(id).bytes(),
            new ImpactDetail(List.of()).bytes()));
  }

  private static ImpactPreview.Impact impact(int lines, boolean loses) {
    Count some = Count.of(lines, 5);
    Count none = Count.of(0, 5);
    Count people = Count.of(4L * lines, 5);
    Count hours = Count.of(24L * lines, 5);
    return loses
        ? new ImpactPreview.Impact(some, some, some, none, people, none, hours, none)
        : new ImpactPreview.Impact(some, none, none, some, none, people, none, hours);
  }
}
