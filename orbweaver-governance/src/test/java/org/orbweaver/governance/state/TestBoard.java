package org.orbweaver.governance.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.accounts.FundingState;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.FundingSettings;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.LineEntry;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Pool;
import org.orbweaver.governance.entry.QuorumRule;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.TestLedger;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignerKey;

/**
 * People with keys, a genesis, and a ledger's state that their entries go into; the clock stands
 * until somebody moves it.
 */
public final class TestBoard {
  public static final String ORIGIN = TestLedger.LOG.name();
  public static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

  /** By the hash of what is signed; each takes a signature of everybody. */
  private static final Map<Hash, Envelope> GENESES = new ConcurrentHashMap<>();

  private final Map<String, SignerKey> keys = new LinkedHashMap<>();
  private final List<Person> people = new java.util.ArrayList<>();
  private final java.util.ArrayList<byte[]> entries = new java.util.ArrayList<>();
  private final GovernanceState state = new GovernanceState(ORIGIN);
  private Instant now = BEGIN;

  public TestBoard() {
    people.addAll(
        List.of(
            person("intake", "operator", null, Role.INTAKE_OFFICER),
            person("intake-2", "operator", null, Role.INTAKE_OFFICER),
            person("analyst", "operator", null, Role.IMPACT_ANALYST),
            person("ops-1", "operator", Pool.OPERATIONS, Role.APPROVER),
            person("ops-2", "operator", Pool.OPERATIONS, Role.APPROVER, Role.BREAK_GLASS),
            person("legal-1", "counsel", Pool.LEGAL, Role.APPROVER),
            person("legal-2", "counsel", Pool.LEGAL, Role.APPROVER),
            person("relief-1", "relief-org", Pool.HUMANITARIAN, Role.APPROVER),
            person("glass-1", "operator", null, Role.BREAK_GLASS),
            person("glass-2", "operator", null, Role.BREAK_GLASS),
            person("steward", "operator", null, Role.FUNDING_STEWARD),
            person("admin", "operator", null, Role.ROLE_ADMINISTRATOR),
            person("overseer", "public", null, Role.OVERSEER),
            person("executor", "operator", null, Role.EXECUTOR),
            person("desk", "operator", null, Role.INTAKE_DESK)));
  }

  private Person person(String id, String organisation, @Nullable Pool pool, Role... roles) {
    SignerKey key = TestLedger.key(id, KeyType.ED25519, 100 + keys.size());
    keys.put(id, key);
    return new Person(id, organisation, pool, List.of(roles), List.of(), key.verifier());
  }

  /** The board after its genesis. */
  public static TestBoard founded() {
    TestBoard board = new TestBoard();
    board.mustApply(board.genesis(Settings.DEFAULT, board.people()));
    return board;
  }

  /** The board with more approvers of the operator's, of the pool operations. */
  public static TestBoard withApprovers(String... ids) {
    TestBoard board = new TestBoard();
    for (String id : ids) {
      board.people.add(board.person(id, "operator", Pool.OPERATIONS, Role.APPROVER));
    }
    board.mustApply(board.genesis(Settings.DEFAULT, board.people()));
    return board;
  }

  /** The board with one more person who has several roles, one of which is an approver's. */
  public static TestBoard with(String id, Role... roles) {
    TestBoard board = new TestBoard();
    board.people.add(board.person(id, "council", Pool.LEGAL, roles));
    board.mustApply(board.genesis(Settings.DEFAULT, board.people()));
    return board;
  }

  /** Somebody as the ledger knows them. */
  public Member member(String id) {
    Board now = java.util.Objects.requireNonNull(state.board());
    return java.util.Objects.requireNonNull(now.members().get(id), id);
  }

  public List<Person> people() {
    return people;
  }

  /** Signed by everybody in it. */
  public Envelope genesis(Settings settings, List<Person> members) {
    Genesis genesis =
        new Genesis(header("admin"), TestLedger.LOG.verifier(), null, settings, members);
    byte[] payload = EntryCodec.encode(genesis);
    return GENESES.computeIfAbsent(Hash.leaf(payload), h -> signedByAll(payload, members));
  }

  private Envelope signedByAll(byte[] payload, List<Person> members) {
    Envelope envelope = null;
    for (Person member : members) {
      SignerKey key =
          keys.values().stream()
              .filter(one -> one.verifier().equals(member.key()))
              .findFirst()
              .orElseThrow();
      envelope =
          envelope == null ? Envelope.sign(Entry.TYPE, payload, key) : envelope.signedAlsoBy(key);
    }
    return java.util.Objects.requireNonNull(envelope);
  }

  /** A signed entry. */
  public Envelope sign(Entry entry, String... ids) {
    byte[] payload = EntryCodec.encode(entry);
    Envelope envelope = Envelope.sign(Entry.TYPE, payload, key(ids[0]));
    for (int i = 1; i < ids.length; i++) {
      envelope = envelope.signedAlsoBy(key(ids[i]));
    }
    return envelope;
  }

  /** A signed entry of the one who acts in it. */
  public Envelope sign(Entry entry) {
    return sign(entry, entry.header().by());
  }

  public SignerKey key(String id) {
    return java.util.Objects.requireNonNull(keys.get(id), id);
  }

  /** Gives somebody another key. */
  public void setKey(String id, SignerKey key) {
    keys.put(id, key);
  }

  public Header header(String by) {
    return new Header(ORIGIN, now, by);
  }

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public GovernanceState state() {
    return state;
  }

  /** Entries that were accepted. */
  public List<byte[]> entries() {
    return entries;
  }

  public Outcome apply(Envelope envelope) {
    Outcome outcome = state.apply(state.size(), envelope);
    if (outcome instanceof Outcome.Accepted) {
      entries.add(envelope.bytes());
    }
    return outcome;
  }

  /** Tries an entry that the one who acts in it signs. */
  public Outcome apply(Entry entry) {
    return apply(sign(entry));
  }

  public void mustApply(Envelope envelope) {
    if (apply(envelope) instanceof Outcome.Refused refused) {
      throw new AssertionError(refused.refusal() + ": " + refused);
    }
  }

  public void mustApply(Entry entry) {
    mustApply(sign(entry));
  }

  /** Why an entry is refused; an error where it is not. */
  public Refusal refusalOf(Entry entry) {
    return refusalOf(sign(entry));
  }

  /** Why an envelope is refused; an error where it is not. */
  public Refusal refusalOf(Envelope envelope) {
    if (apply(envelope) instanceof Outcome.Refused refused) {
      return refused.refusal();
    }
    throw new AssertionError("accepted");
  }

  /** That the holder of a line is told what comes next. */
  public LineEntry.Noticed notice(String line, FundingState next) {
    return new LineEntry.Noticed(header("steward"), line, next, 0, Hash.leaf(new byte[0]));
  }

  public CaseFile file(String id) {
    return java.util.Objects.requireNonNull(state.find(id), id);
  }

  /** What an act on a case names. */
  public Hash on(String id) {
    return file(id).on();
  }

  /** A restriction of an invented region, from so long after now. */
  public Measure measure(Effect effect, Duration ahead, @Nullable String urgency) {
    return new Measure(
        effect,
        new Where.Area("vellmark", "ab".repeat(32)),
        List.of(ServiceClass.CONSUMER),
        now.plus(ahead),
        now.plus(ahead).plus(Duration.ofDays(30)),
        Duration.ZERO,
        "invented act, section 1",
        Expiry.REVERT,
        List.of(),
        null,
        urgency,
        List.of());
  }

  private static Measure copy(
      Measure of,
      Effect effect,
      Where where,
      @Nullable Instant until,
      Duration grace,
      Expiry onExpiry,
      List<String> supersedes) {
    return new Measure(
        effect,
        where,
        of.classes(),
        of.from(),
        until,
        grace,
        of.legalBasis(),
        onExpiry,
        of.yieldsTo(),
        of.review(),
        of.urgency(),
        supersedes);
  }

  /** The same, that ends a case. */
  public static Measure superseding(Measure of, String id) {
    return copy(of, of.effect(), of.where(), of.until(), of.grace(), of.onExpiry(), List.of(id));
  }

  /** The same without an end. */
  public static Measure endless(Measure of) {
    return copy(of, of.effect(), of.where(), null, of.grace(), of.onExpiry(), of.supersedes());
  }

  /** The same until another time. */
  public static Measure until(Measure of, Instant until) {
    return copy(of, of.effect(), of.where(), until, of.grace(), of.onExpiry(), of.supersedes());
  }

  /** The same elsewhere. */
  public static Measure where(Measure of, Where where) {
    return copy(of, of.effect(), where, of.until(), of.grace(), of.onExpiry(), of.supersedes());
  }

  /** The same with another effect. */
  public static Measure effect(Measure of, Effect effect) {
    return copy(of, effect, of.where(), of.until(), of.grace(), of.onExpiry(), of.supersedes());
  }

  /** The same, holding on after its end. */
  public static Measure holding(Measure of) {
    return copy(of, of.effect(), of.where(), of.until(), of.grace(), Expiry.HOLD, of.supersedes());
  }

  /** The same with a grace. */
  public static Measure withGrace(Measure of) {
    return copy(
        of,
        of.effect(),
        of.where(),
        of.until(),
        Duration.ofHours(1),
        of.onExpiry(),
        of.supersedes());
  }

  /** The same on no legal basis. */
  public static Measure lawless(Measure of) {
    return new Measure(
        of.effect(),
        of.where(),
        of.classes(),
        of.from(),
        of.until(),
        of.grace(),
        " ",
        of.onExpiry(),
        of.yieldsTo(),
        of.review(),
        of.urgency(),
        of.supersedes());
  }

  /** The default rules with another funding ladder. */
  public static Settings rules(FundingSettings funding) {
    Settings is = Settings.DEFAULT;
    return rules(
        is.restrict(),
        is.enable(),
        is.governance(),
        is.restore(),
        is.refusals(),
        is.moreLinesPercent(),
        funding);
  }

  /** The default rules with another limit of growth between preview and execution. */
  public static Settings rulesOfGrowth(int moreLinesPercent) {
    Settings is = Settings.DEFAULT;
    return rules(
        is.restrict(),
        is.enable(),
        is.governance(),
        is.restore(),
        is.refusals(),
        moreLinesPercent,
        is.funding());
  }

  /** The default rules with other quorums. */
  public static Settings rules(
      QuorumRule restrict,
      QuorumRule enable,
      QuorumRule governance,
      QuorumRule restore,
      int refusals) {
    Settings is = Settings.DEFAULT;
    return rules(
        restrict, enable, governance, restore, refusals, is.moreLinesPercent(), is.funding());
  }

  private static Settings rules(
      QuorumRule restrict,
      QuorumRule enable,
      QuorumRule governance,
      QuorumRule restore,
      int refusals,
      int moreLinesPercent,
      FundingSettings funding) {
    Settings is = Settings.DEFAULT;
    return new Settings(
        restrict,
        enable,
        restore,
        governance,
        refusals,
        is.approvalLife(),
        is.answerLife(),
        is.executionLead(),
        is.executionWindow(),
        is.notice(),
        is.previewLife(),
        moreLinesPercent,
        is.breakGlass(),
        is.signatureAge(),
        funding);
  }

  /** A preview that was made now. */
  public Impact impact() {
    return new Impact(
        Hash.leaf(("preview " + now).getBytes(java.nio.charset.StandardCharsets.UTF_8)), now);
  }
}
