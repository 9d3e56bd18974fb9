package org.orbweaver.governance.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Pool;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Outcome;

/**
 * People of an invented operator and their keys. The keys follow from their names by a rule that
 * stands here, so that they are anybody's: nothing that they sign means anything.
 */
final class ExampleOffice {
  static final String ORIGIN = "ledger.orbweaver.example/2026";
  static final Instant BEGIN = Instant.parse("2026-01-05T08:00:00Z");
  static final SignerKey LOG = key(ORIGIN, KeyType.ED25519);

  private final Map<String, SignerKey> keys = new LinkedHashMap<>();
  private final List<Person> people = new ArrayList<>();
  private final List<byte[]> entries = new ArrayList<>();
  private final Map<String, byte[]> previews = new LinkedHashMap<>();
  private final GovernanceState state = new GovernanceState(ORIGIN);
  private Instant now = BEGIN;

  ExampleOffice(String witnessPolicy) {
    join("intake-1", "the-operator", null, Role.INTAKE_OFFICER);
    join("intake-2", "the-operator", null, Role.INTAKE_OFFICER);
    join("analyst-1", "the-operator", null, Role.IMPACT_ANALYST);
    join("operations-1", "the-operator", Pool.OPERATIONS, Role.APPROVER);
    join("operations-2", "the-operator", Pool.OPERATIONS, Role.APPROVER);
    join("operations-3", "the-operator", Pool.OPERATIONS, Role.APPROVER);
    join("legal-1", "the-counsel", Pool.LEGAL, Role.APPROVER);
    join("legal-2", "the-counsel", Pool.LEGAL, Role.APPROVER);
    join("relief-1", "the-relief-council", Pool.HUMANITARIAN, Role.APPROVER);
    join("relief-2", "the-relief-council", Pool.HUMANITARIAN, Role.APPROVER);
    join("watch-1", "the-operator", null, Role.BREAK_GLASS);
    join("watch-2", "the-operator", null, Role.BREAK_GLASS);
    join("steward-1", "the-operator", null, Role.FUNDING_STEWARD);
    join("roles-1", "the-operator", null, Role.ROLE_ADMINISTRATOR);
    join("overseer-1", "the-public-board", null, Role.OVERSEER);
    join("overseer-2", "the-public-board", null, Role.OVERSEER);
    join("executor", "the-operator", null, Role.EXECUTOR);
    join("desk", "the-operator", null, Role.INTAKE_DESK);
    Genesis genesis =
        new Genesis(
            header("roles-1"),
            LOG.verifier(),
            witnessPolicy,
            Settings.DEFAULT,
            List.copyOf(people));
    put(sign(genesis, people.stream().map(Person::id).toArray(String[]::new)));
  }

  /** The key of a name in this example, which anybody can make. */
  static SignerKey key(String name, KeyType type) {
    String words = "orbweaver example ledger, NOT SECRET, key of " + name + "\n";
    return SignerKey.ofSeed(name, type, ImpactPreview.sha256(words.getBytes(UTF_8)).bytes());
  }

  private void join(String id, String organisation, @Nullable Pool pool, Role... roles) {
    SignerKey key = key(id + ".orbweaver.example", KeyType.ED25519);
    keys.put(id, key);
    people.add(new Person(id, organisation, pool, List.of(roles), List.of(), key.verifier()));
  }

  /** Gives somebody another key. */
  void setKey(String id, SignerKey key) {
    keys.put(id, key);
  }

  Header header(String by) {
    return new Header(ORIGIN, now, by);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void passTo(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }

  Envelope sign(Entry entry, String... ids) {
    Envelope envelope = Envelope.sign(Entry.TYPE, EntryCodec.encode(entry), key(ids[0]));
    for (int i = 1; i < ids.length; i++) {
      envelope = envelope.signedAlsoBy(key(ids[i]));
    }
    return envelope;
  }

  SignerKey key(String id) {
    return Objects.requireNonNull(keys.get(id), id);
  }

  /** Puts an entry of whoever acts in it into the ledger. */
  void put(Entry entry) {
    put(sign(entry, entry.header().by()));
  }

  void put(Envelope envelope) {
    if (state.apply(state.size(), envelope) instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "entry " + state.size() + ": " + refused.refusal() + ": " + refused);
    }
    entries.add(envelope.bytes());
    pass(Duration.ofMinutes(7));
  }

  /** The refusal of an envelope, which does not enter the ledger. */
  Outcome.Refused refused(Envelope envelope) {
    if (state.fork().apply(state.size(), envelope) instanceof Outcome.Refused refused) {
      return refused;
    }
    throw new IllegalStateException("accepted");
  }

  void keepPreview(String name, byte[] preview) {
    previews.put(name, preview);
  }

  /** Previews, in the order in which they were made. */
  Map<String, byte[]> previews() {
    return previews;
  }

  CaseFile file(String id) {
    return Objects.requireNonNull(state.find(id), id);
  }

  GovernanceState state() {
    return state;
  }

  List<byte[]> entries() {
    return entries;
  }

  List<Person> people() {
    return people;
  }
}
