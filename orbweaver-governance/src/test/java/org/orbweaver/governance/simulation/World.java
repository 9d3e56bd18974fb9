package org.orbweaver.governance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.ledger.TileReader;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.SimulatedDisk;
import org.orbweaver.governance.ledger.store.UnknownOutcomeException;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.CaseState;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Outcome;
import org.orbweaver.governance.state.Refusal;
import org.orbweaver.governance.state.SignedEntry;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.TestBoard;

/**
 * One office's life from a seed. Whatever people send, the office, a second fold that is never
 * interrupted, and the {@link Rulebook} must agree after each step.
 */
final class World {
  /** Of everybody's signatures, which would take longer than a whole life. */
  private static final byte[] GENESIS =
      new TestBoard().genesis(TestBoard.rules(Rulebook.FUNDING), new TestBoard().people()).bytes();

  private final Random random;
  private final TestBoard board = new TestBoard();
  private final Actor actor;

  /** In some lives people make fewer mistakes and waste less time, so that cases come to an end. */
  private final int care;

  private final Rulebook rules;
  private final GovernanceState mirror = new GovernanceState(TestBoard.ORIGIN);
  private final List<byte[]> acknowledged = new ArrayList<>();
  private final List<byte[]> seenNotes = new ArrayList<>();
  private final boolean clerk;
  private SimulatedDisk disk;
  private Office office;

  World(long seed) throws IOException {
    random = new Random(seed);
    care = random.nextInt(3) == 0 ? 6 : 1;
    actor = new Actor(random, board, care);
    rules = new Rulebook(board.people());
    clerk = random.nextBoolean();
    disk = new SimulatedDisk(random);
    DurableLog.create(disk, TestLedger.LOG);
    DurableLog log = DurableLog.open(disk, TestLedger.LOG);
    assertThat(Office.found(log, List.of(GENESIS), board.now()))
        .isInstanceOf(Office.Answer.Appended.class);
    acknowledge(GENESIS);
    office = open();
  }

  private Office open() throws IOException {
    Office opened = Office.open(DurableLog.open(disk, TestLedger.LOG), TestLedger.POLICY, null);
    return clerk ? opened.with(new Office.Clerk("executor", board.key("executor"))) : opened;
  }

  Rulebook live(int steps) throws IOException {
    for (int i = 0; i < steps; i++) {
      passTime();
      if (random.nextInt(15) == 0) {
        disk.cutAfter(random.nextInt(30));
      }
      disk.setFull(random.nextInt(25) == 0);
      step();
      check();
    }
    disk.cutAfter(Long.MAX_VALUE);
    disk.setFull(false);
    audit();
    return rules;
  }

  private void passTime() {
    if (care > 1 && random.nextInt(3) == 0 && mirror.cases().anyMatch(World::waits)) {
      toTheNextDate();
      return;
    }
    switch (random.nextInt(14 * care)) {
      case 0 -> board.pass(Duration.ofHours(random.nextInt(24)));
      case 1, 2 -> toTheNextDate();
      case 3 -> board.pass(Duration.ofDays(random.nextInt(3)));
      default -> board.pass(Duration.ofSeconds(random.nextInt(900)));
    }
  }

  /** Whether nothing but time brings it on. */
  private static boolean waits(CaseFile file) {
    return file.state() == CaseState.SCHEDULED || file.state() == CaseState.EFFECTIVE;
  }

  /** To just before or after something that is planned, where mistakes would show. */
  private void toTheNextDate() {
    List<Instant> dates = new ArrayList<>();
    for (CaseFile file : mirror.cases().toList()) {
      if (file.deadline() != null) {
        dates.add(file.deadline());
      }
      if (file.inForceUntil() != null) {
        dates.add(file.inForceUntil());
      }
      if (file.measure() != null) {
        dates.add(file.measure().from());
      }
    }
    dates.removeIf(date -> date.isBefore(board.now()));
    dates.stream()
        .min(Instant::compareTo)
        .ifPresent(date -> {
          Duration ahead =
              Duration.between(board.now(), date).plusSeconds(random.nextInt(900) - 300);
          board.pass(ahead.isNegative() ? Duration.ZERO : ahead);
        });
  }

  private void step() throws IOException {
    byte[] envelope = envelope();
    List<CaseFile> before = office.state().cases().toList();
    long size = office.state().size();
    try {
      Office.Answer answer = office.submit(List.of(envelope), board.now());
      switch (answer) {
        case Office.Answer.Appended appended -> acknowledge(envelope);
        case Office.Answer.Refused refused -> {
          assertThat(office.state().cases().toList())
              .as("a refusal changes no case")
              .isEqualTo(before);
          if (refused.refusal() == Refusal.AREA_NOT_RATIFIED) {
            rules.closed(SignedEntry.read(envelope).entry());
          }
          if (refused.recorded()) {
            acknowledge(new TileReader(disk, size + 1).entry(size));
          }
          assertThat(office.state().size()).isEqualTo(size + (refused.recorded() ? 1 : 0));
        }
      }
    } catch (SimulatedDisk.PowerCut | UnknownOutcomeException e) {
      restart();
    } catch (IOException e) {
      assertThat(office.state().cases().toList())
          .as("a full disk changes no case")
          .isEqualTo(before);
    }
  }

  /** The power fails or the process is killed; what was acknowledged is there afterwards. */
  private void restart() throws IOException {
    byte[] note = disk.read("checkpoint");
    if (note != null) {
      seenNotes.add(note);
    }
    disk = random.nextBoolean() ? disk.afterPowerCut() : disk.afterKill();
    office = open();
    long size = office.state().size();
    assertThat(size).isBetween((long) acknowledged.size(), acknowledged.size() + 1L);
    for (long i = acknowledged.size(); i < size; i++) {
      acknowledge(new TileReader(disk, size).entry(i));
    }
  }

  private void acknowledge(byte[] envelope) {
    SignedEntry signed = SignedEntry.read(envelope);
    acknowledged.add(envelope);
    Outcome outcome = mirror.apply(mirror.size(), signed, (e, key, signature) -> true);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    rules.accepted(signed.entry());
  }

  private void check() {
    assertThat(office.state().size()).isEqualTo(mirror.size());
    assertThat(office.state().cases().toList()).isEqualTo(mirror.cases().toList());
    Instant now = board.now();
    rules.obeyed(office.state().inForce(now), now);
  }

  private void audit() throws IOException {
    StateCheck check = new StateCheck(TestBoard.ORIGIN);
    assertThat(new Auditor(disk, TestLedger.POLICY, EntryCheck.ANY, check).audit().fault())
        .isNull();
    assertThat(check.state().cases().toList()).isEqualTo(mirror.cases().toList());
    for (byte[] note : seenNotes) {
      assertThat(
              new Auditor(disk, TestLedger.POLICY, EntryCheck.ANY)
                  .audit(SignedNote.parse(note))
                  .fault())
          .as("a checkpoint that somebody may have seen")
          .isNull();
    }
  }

  /**
   * What comes to the office: mostly what somebody signed, sometimes what an attacker made of it.
   */
  private byte[] envelope() {
    int attack = random.nextInt(32);
    if (attack == 0) {
      return acknowledged.get(random.nextInt(acknowledged.size()));
    }
    Entry entry = actor.next(office.state());
    if (attack == 1) {
      return signedBy(entry, "steward");
    }
    byte[] honest = signedBy(entry, entry.header().by());
    return switch (attack) {
      case 2 -> swapped(honest);
      case 3 -> broken(honest);
      case 4 -> elsewhere(entry);
      default -> honest;
    };
  }

  private byte[] signedBy(Entry entry, String id) {
    SignerKey key = board.key(id);
    return Envelope.sign(Entry.TYPE, EntryCodec.encode(entry), key).bytes();
  }

  /** Another text under the same signature. */
  private byte[] swapped(byte[] honest) {
    Envelope one = Envelope.parse(honest);
    Entry other = actor.next(office.state());
    String text = new String(honest, StandardCharsets.UTF_8);
    String payload = Base64.getEncoder().encodeToString(one.payload());
    String forged = Base64.getEncoder().encodeToString(EntryCodec.encode(other));
    return text.replace(payload, forged).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] broken(byte[] honest) {
    byte[] bytes = honest.clone();
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
    return bytes;
  }

  /** The same entry as it would be signed for another ledger. */
  private byte[] elsewhere(Entry entry) {
    String text = new String(EntryCodec.encode(entry), StandardCharsets.UTF_8);
    byte[] other =
        text.replace(TestBoard.ORIGIN, "elsewhere.example").getBytes(StandardCharsets.UTF_8);
    return Envelope.sign(Entry.TYPE, other, board.key(entry.header().by())).bytes();
  }
}
