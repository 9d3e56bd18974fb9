package org.orbweaver.governance.example;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceArea;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.CaseEntry.Channel;
import org.orbweaver.governance.entry.Change;
import org.orbweaver.governance.entry.KeyProof;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.OfficeEntry;
import org.orbweaver.governance.entry.Outline;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.PersonEntry;
import org.orbweaver.governance.entry.Pool;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.Outcome;
import org.orbweaver.governance.state.TestAreas;

/** What happened at an invented operator in a year; regions and people are made up. */
final class ExampleYear {
  private static final List<String> REGIONS =
      List.of(
          "vellmark",
          "ostrey",
          "the-lower-tarn",
          "sundhavn",
          "karst-valley",
          "isle-of-brae",
          "merrow-coast",
          "north-aldis",
          "upper-quill",
          "hollin-fen");

  private static final List<String> NEIGHBOURS =
      List.of("republic-of-orrin", "duchy-of-keld", "ministry-of-posts", "port-authority");

  private static final List<ServiceClass> ALL = List.of(ServiceClass.values());
  private static final List<ServiceClass> CONSUMERS = List.of(ServiceClass.CONSUMER);

  private final Random random;
  private final ExampleOffice office;

  ExampleYear(ExampleOffice office, long seed) {
    this.office = office;
    this.random = new Random(seed);
  }

  /** Fills the ledger with at least so many entries. */
  void run(int entries) {
    newApprover();
    rotateKey("legal-2");
    for (int i = 0; office.entries().size() < entries; i++) {
      office.pass(Duration.ofHours(6 + random.nextInt(48)));
      switch (i % 9) {
        case 0 -> lit();
        case 1 -> refused();
        case 2 -> restricted();
        case 3 -> oneAlone();
        case 4 -> breakGlass();
        case 5 -> withdrawn();
        case 6 -> recusedAndLit();
        case 7 -> objectedThenRefused();
        default -> expired();
      }
    }
  }

  private ExampleCase begin() {
    return new ExampleCase(office, REGIONS.get(random.nextInt(REGIONS.size())));
  }

  private String neighbour() {
    return NEIGHBOURS.get(random.nextInt(NEIGHBOURS.size()));
  }

  private int lines() {
    return 40 + random.nextInt(900);
  }

  /** A region is lit after two approvals. */
  private void lit() {
    int lines = lines();
    ExampleCase lit =
        begin().received(Channel.FORM, Effect.ENABLE, "", "people ask for service in their region");
    lit.incomplete("the region's borders").completed("a map came by mail");
    lit.assessed(
            lit.measure(Effect.ENABLE, ALL, Duration.ofDays(2), Duration.ofDays(90), null),
            "licensed, frequencies coordinated")
        .previewed(lines, 3)
        .submitted()
        .approvedBy("operations-1", "legal-1")
        .carriedOut(lines, 3);
  }

  /** A neighbouring state asks for darkness, in writing, and is refused. */
  private void refused() {
    String neighbour = neighbour();
    ExampleCase refused =
        begin()
            .received(
                Channel.LETTER,
                Effect.RESTRICT,
                neighbour,
                "a neighbouring state asks that a region be kept dark");
    refused
        .assessed(
            refused.measure(Effect.RESTRICT, ALL, Duration.ofDays(10), Duration.ofDays(30), null),
            "no court, no licence of theirs touches this region",
            neighbour)
        .previewed(lines(), 4)
        .submitted()
        .refusedBy("no legal basis in the region itself", "legal-1", "relief-1");
  }

  /** A restriction with three people of two pools and two organisations, announced and ended. */
  private void restricted() {
    int lines = lines();
    ExampleCase dark =
        begin()
            .received(Channel.COURT, Effect.RESTRICT, "court-of-" + random.nextInt(9), "an order");
    dark.assessed(
            dark.measure(Effect.RESTRICT, CONSUMERS, Duration.ofDays(9), Duration.ofDays(14), null),
            "the order is final; essential lines are not named in it")
        .previewed(lines, 0)
        .submitted()
        .approvedBy("operations-2", "legal-2", "relief-1")
        .carriedOut(lines + lines / 50, 0)
        .ended();
  }

  /** One person tries alone; the attempt is put down. */
  private void oneAlone() {
    ExampleCase tried =
        begin()
            .received(Channel.SPOKEN, Effect.RESTRICT, "the-operator", "a call asks for darkness");
    tried.assessed(
        tried.measure(Effect.RESTRICT, CONSUMERS, Duration.ofDays(8), Duration.ofDays(3), null),
        "put in writing; the caller gave no basis",
        "the-operator");
    Envelope attempt =
        office.sign(
            new CaseEntry.Executed(office.header("executor"), tried.id, tried.on(), null, 0, 0),
            "executor");
    Outcome.Refused refused = office.refused(attempt);
    office.put(
        new OfficeEntry.AttemptRefused(
            office.header("desk"),
            Hash.leaf(attempt.bytes()),
            "executor",
            "case.executed",
            tried.id,
            refused.refusal().name()));
    tried.previewed(lines(), 2).submitted().refusedBy("asked by one person", "legal-2", "relief-2");
  }

  /** Two people act at once; after its hours it reverts by itself. */
  private void breakGlass() {
    ExampleCase glass = begin();
    long place = office.entries().size();
    ServiceArea area =
        TestAreas.box(
            glass.area + "-" + place,
            2 * (place / 160),
            place % 160,
            2 * (place / 160) + 1,
            place % 160 + 1);
    Measure measure =
        new Measure(
            Effect.RESTRICT,
            TestAreas.where(area),
            List.of(ServiceClass.CONSUMER, ServiceClass.GOVERNMENT),
            office.now(),
            office.now().plus(Duration.ofHours(3)),
            Duration.ZERO,
            "interference with a rescue frequency",
            Expiry.REVERT,
            List.of(),
            null,
            "a rescue is under way",
            List.of());
    office.put(
        new CaseEntry.BreakGlassCalled(
            office.header("watch-1"),
            glass.id,
            measure,
            Outline.of(area),
            "a rescue frequency is disturbed"));
    office.put(new CaseEntry.BreakGlassConfirmed(office.header("watch-2"), glass.id, glass.on()));
    office.pass(Duration.ofHours(4));
    office.put(new CaseEntry.AutoReverted(office.header("executor"), glass.id, glass.on()));
    if (random.nextBoolean()) {
      for (String person : List.of("operations-1", "legal-1", "relief-1")) {
        office.put(
            new CaseEntry.Ratified(
                office.header(person), glass.id, glass.on(), "the rescue was documented"));
      }
    }
  }

  /** Whoever asked takes it back with the receipt. */
  private void withdrawn() {
    ExampleCase taken =
        begin().received(Channel.FORM, Effect.ENABLE, "", "a school asks for service");
    office.put(
        new CaseEntry.Withdrawn(
            office.header("desk"),
            taken.id,
            taken.on(),
            "R-EXAMPLE-" + taken.id,
            "a cable came instead"));
  }

  /** Who has an interest recuses; others decide. */
  private void recusedAndLit() {
    int lines = lines();
    ExampleCase lit =
        begin()
            .received(Channel.MAIL, Effect.ENABLE, "a-shipping-line", "a harbour asks for service");
    lit.assessed(
            lit.measure(Effect.ENABLE, ALL, Duration.ofDays(1), Duration.ofDays(60), null),
            "licensed",
            "a-shipping-line")
        .previewed(lines, 1)
        .submitted()
        .recused("operations-1", "worked for the shipping line")
        .approvedBy("operations-3", "relief-2")
        .carriedOut(lines, 1);
  }

  /** An overseer objects to what was approved; assessed again, it is refused. */
  private void objectedThenRefused() {
    ExampleCase dark =
        begin()
            .received(
                Channel.LETTER,
                Effect.RESTRICT,
                "ministry-of-posts",
                "unpaid licences are claimed");
    Measure measure =
        dark.measure(Effect.RESTRICT, ALL, Duration.ofDays(12), Duration.ofDays(20), null);
    dark.assessed(measure, "the claim is disputed", "ministry-of-posts")
        .previewed(lines(), 6)
        .submitted()
        .approvedBy("operations-1", "legal-1", "relief-1");
    office.put(
        new CaseEntry.Objected(
            office.header("overseer-1"), dark.id, dark.on(), "six hospitals are in the region"));
    dark.assessed(measure, "the dispute is before a court", "ministry-of-posts")
        .previewed(lines(), 6)
        .submitted()
        .refusedBy("to be asked again after the court", "legal-1", "operations-2");
  }

  /** Nobody decides in time. */
  private void expired() {
    ExampleCase late =
        begin().received(Channel.FORM, Effect.ENABLE, "", "a village asks for service");
    late.assessed(
            late.measure(Effect.ENABLE, ALL, Duration.ofDays(6), Duration.ofDays(30), null),
            "licensed")
        .previewed(lines(), 0)
        .submitted()
        .approvedBy("operations-2");
    office.pass(Duration.ofHours(73));
    office.put(new CaseEntry.Expired(office.header("executor"), late.id, late.on()));
  }

  /** Somebody joins by a decision of the governance quorum. */
  private void newApprover() {
    String id = "C-2026-%04d".formatted(office.state().caseCount() + 1);
    SignerKey key = ExampleOffice.key("relief-3.orbweaver.example", KeyType.ED25519);
    office.setKey("relief-3", key);
    Person person =
        new Person(
            "relief-3",
            "the-relief-council",
            Pool.HUMANITARIAN,
            List.of(Role.APPROVER),
            List.of(),
            key.verifier());
    office.put(
        new CaseEntry.Proposed(
            office.header("roles-1"),
            id,
            List.of(new Change.Add(person, KeyProof.make(ExampleOffice.ORIGIN, "relief-3", key))),
            "a third approver for humanitarian questions"));
    office.put(new CaseEntry.Submitted(office.header("roles-1"), id, office.file(id).on()));
    for (String voter : List.of("overseer-1", "operations-1", "legal-1")) {
      office.put(
          new CaseEntry.Approved(
              office.header(voter), id, office.file(id).on(), null, "known to us"));
    }
    office.put(
        new CaseEntry.Executed(office.header("executor"), id, office.file(id).on(), null, 0, 0));
  }

  private void rotateKey(String id) {
    SignerKey key = ExampleOffice.key(id + ".orbweaver.example/second", KeyType.ED25519);
    Hash on =
        java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(office.state().board()).active(id))
            .last();
    PersonEntry.KeyRotated rotated =
        new PersonEntry.KeyRotated(office.header(id), on, key.verifier());
    Envelope envelope = office.sign(rotated, id).signedAlsoBy(key);
    office.setKey(id, key);
    office.put(envelope);
  }
}
