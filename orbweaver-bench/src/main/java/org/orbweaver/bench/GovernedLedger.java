package org.orbweaver.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.Effect;
import org.orbweaver.core.policy.Expiry;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Genesis;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.entry.Impact;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Person;
import org.orbweaver.governance.entry.Pool;
import org.orbweaver.governance.entry.Receipt;
import org.orbweaver.governance.entry.Role;
import org.orbweaver.governance.entry.Settings;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.Checkpoint;
import org.orbweaver.governance.ledger.LedgerFolder;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.KeyType;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.state.StateCheck;
import org.orbweaver.governance.state.StateFile;

/**
 * Verifies a governed ledger of many cases, each of ten entries from its receipt to its end. First
 * hashes, order and states, the signatures vouched for by an earlier checkpoint; then what came
 * after a checkpoint whose state was saved; then a smaller one with its signatures. Goals:
 * 1,000,000 entries in 20 s; 4,000 signatures a second on two cores.
 *
 * <p>{@code GovernedLedger [FOLDER [CASES [SIGNED_CASES]]]}; the ledgers are made where the folder
 * has none, and stay.
 */
public final class GovernedLedger {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final SignerKey LOG = key("bench.example", 1);

  /** So many cases are signed at the end of a ledger that else bears made-up signatures. */
  private static final int NEW_CASES = 1_000;

  /** The checkpoint before them, and the state then; names that no ledger has. */
  private static final String EARLIER = "earlier";

  private static final String EARLIER_STATE = "earlier.fold";

  private static final Hash HASH = Hash.leaf(new byte[0]);

  private final Map<String, SignerKey> keys = new LinkedHashMap<>();
  private final List<Person> people = new ArrayList<>();
  private boolean signs;
  private Instant now = BEGIN;

  private GovernedLedger(boolean signs) {
    this.signs = signs;
    join("intake", null, Role.INTAKE_OFFICER);
    join("analyst", null, Role.IMPACT_ANALYST);
    join("ops-1", Pool.OPERATIONS, Role.APPROVER);
    join("legal-1", Pool.LEGAL, Role.APPROVER);
    join("relief-1", Pool.HUMANITARIAN, Role.APPROVER);
    join("admin", null, Role.ROLE_ADMINISTRATOR);
    join("overseer", null, Role.OVERSEER);
    join("executor", null, Role.EXECUTOR);
  }

  private static SignerKey key(String name, int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return SignerKey.ofSeed(name, KeyType.ED25519, bytes);
  }

  private void join(String id, @Nullable Pool pool, Role role) {
    SignerKey key = key(id, 10 + keys.size());
    keys.put(id, key);
    String organisation = pool == Pool.LEGAL ? "counsel" : "operator";
    people.add(new Person(id, organisation, pool, List.of(role), List.of(), key.verifier()));
  }

  /** Runs it. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args.length > 0 ? args[0] : "target/bench-ledger");
    Path states = folder.resolve("states");
    time(states, args.length > 1 ? Integer.parseInt(args[1]) : 100_000, false);
    timeFromSaved(states);
    time(folder.resolve("signed"), args.length > 2 ? Integer.parseInt(args[2]) : 2_000, true);
  }

  private static Audit audit(LedgerSource source, StateCheck check, @Nullable SignedNote known)
      throws IOException {
    TrustPolicy policy = TrustPolicy.unwitnessed(LOG.verifier());
    Audit audit = new Auditor(source, policy, EntryCheck.ANY, check).audit(known);
    if (!audit.isClean()) {
      throw new IllegalStateException(String.valueOf(audit.fault()));
    }
    return audit;
  }

  /** Verifies the last cases, signatures too, from the state that was saved before them. */
  private static void timeFromSaved(Path folder) throws IOException {
    SignedNote earlier = SignedNote.parse(Files.readAllBytes(folder.resolve(EARLIER)));
    LedgerSource whole = new LedgerFolder(folder);
    Checkpoint checkpoint = Checkpoint.parse(earlier.text());
    byte[] saved = Files.readAllBytes(folder.resolve(EARLIER_STATE));
    for (int run = 0; run < 3; run++) {
      long wallNs = System.nanoTime();
      StateCheck check = new StateCheck(LOG.name());
      check.resume(StateFile.read(saved, checkpoint));
      double readS = (System.nanoTime() - wallNs) / 1e9;
      Audit audit = audit(whole, check, earlier);
      System.out.printf(
          "from a saved state of %d entries, %d kB: read %.2f s, %d new entries with it %.2f s"
              + " wall%n",
          checkpoint.size(),
          saved.length >> 10,
          readS,
          audit.hashed(),
          (System.nanoTime() - wallNs) / 1e9);
    }
  }

  private static void time(Path folder, int cases, boolean signs) throws IOException {
    if (!Files.exists(folder)) {
      new GovernedLedger(signs).write(folder, cases);
    }
    SignedNote known =
        signs ? null : SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")));
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int run = 0; run < 3; run++) {
      StateCheck check = new StateCheck(LOG.name());
      long cpuNs = system.getProcessCpuTime();
      long wallNs = System.nanoTime();
      audit(new LedgerFolder(folder), check, known);
      double wallS = (System.nanoTime() - wallNs) / 1e9;
      double cpuS = (system.getProcessCpuTime() - cpuNs) / 1e9;
      long entries = check.state().size();
      System.out.printf(
          "%s %d entries, %d cases: %.1f s wall, %.1f s processor, %.0f entries/s of one core%n",
          signs ? "with signatures" : "states",
          entries,
          check.state().caseCount(),
          wallS,
          cpuS,
          entries / cpuS);
    }
  }

  private void write(Path folder, int cases) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder)) {
      DurableLog.create(disk, LOG);
    }
    try (FolderDisk disk = FolderDisk.take(folder);
        DurableLog log = DurableLog.open(disk, LOG)) {
      log.append(genesis());
      List<byte[]> batch = new ArrayList<>();
      for (int i = 1; i <= cases; i++) {
        addCase(batch, "C-2026-%04d".formatted(i));
        boolean before = i == cases - Math.min(NEW_CASES, cases / 2);
        if (batch.size() > 20_000 || before || i == cases) {
          log.append(batch);
          batch.clear();
        }
        if (before && !signs) {
          save(folder, log.note());
          signs = true;
        }
      }
    }
  }

  private static void save(Path folder, SignedNote note) throws IOException {
    StateCheck check = new StateCheck(LOG.name());
    audit(new LedgerFolder(folder), check, note);
    Files.write(folder.resolve(EARLIER), note.bytes());
    Files.write(
        folder.resolve(EARLIER_STATE),
        StateFile.write(check.state(), Checkpoint.parse(note.text())));
  }

  private byte[] genesis() {
    Genesis genesis = new Genesis(header("admin"), LOG.verifier(), null, Settings.DEFAULT, people);
    byte[] payload = EntryCodec.encode(genesis);
    Envelope envelope = null;
    for (SignerKey key : keys.values()) {
      envelope =
          envelope == null ? Envelope.sign(Entry.TYPE, payload, key) : envelope.signedAlsoBy(key);
    }
    return Objects.requireNonNull(envelope).bytes();
  }

  private Header header(String by) {
    return new Header(LOG.name(), now, by);
  }

  private void addCase(List<byte[]> to, String id) {
    Measure measure =
        new Measure(
            Effect.ENABLE,
            new Where.Area("vellmark", "5f".repeat(32)),
            List.of(ServiceClass.CONSUMER),
            now.plusSeconds(60),
            now.plusSeconds(120),
            Duration.ZERO,
            "invented act, section 12",
            Expiry.REVERT,
            List.of(),
            null,
            null,
            List.of());
    Impact impact = new Impact(HASH, now);
    Hash on =
        add(
            to,
            new CaseEntry.Received(
                header("intake"),
                id,
                Receipt.hash(id),
                CaseEntry.Channel.LETTER,
                Effect.ENABLE,
                "vellmark",
                "service for an invented region",
                null,
                "council",
                null));
    on =
        add(
            to,
            new CaseEntry.Assessed(
                header("intake"), id, on, measure, List.of("council"), "verified by letter"));
    on = add(to, new CaseEntry.Previewed(header("analyst"), id, on, impact));
    on = add(to, new CaseEntry.Submitted(header("analyst"), id, on));
    for (String by : List.of("ops-1", "legal-1")) {
      add(to, new CaseEntry.Approved(header(by), id, on, HASH, "as assessed"));
    }
    on = add(to, new CaseEntry.Noticed(header("executor"), id, on, List.of("customers"), HASH));
    on = add(to, new CaseEntry.Scheduled(header("executor"), id, on));
    now = now.plusSeconds(60);
    on = add(to, new CaseEntry.Executed(header("executor"), id, on, impact, 0, 0));
    now = now.plusSeconds(60);
    add(to, new CaseEntry.Ended(header("executor"), id, on, CaseEntry.EndReason.EXPIRED, null));
  }

  private Hash add(List<byte[]> to, Entry entry) {
    SignerKey key = Objects.requireNonNull(keys.get(entry.header().by()));
    byte[] payload = EntryCodec.encode(entry);
    byte[] envelope =
        signs ? Envelope.sign(Entry.TYPE, payload, key).bytes() : unsigned(payload, key);
    to.add(envelope);
    return Hash.leaf(envelope);
  }

  /** What is vouched for is not verified, and a million signatures take long to make. */
  private static byte[] unsigned(byte[] payload, SignerKey key) {
    java.util.Base64.Encoder base64 = java.util.Base64.getEncoder();
    return ("{\"payload\":\""
            + base64.encodeToString(payload)
            + "\",\"payloadType\":\""
            + Entry.TYPE
            + "\",\"signatures\":[{\"keyid\":\""
            + key.verifier().idHex()
            + "\",\"sig\":\""
            + base64.encodeToString(new byte[64])
            + "\"}]}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
