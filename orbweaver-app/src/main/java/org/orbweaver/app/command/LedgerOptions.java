package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.Failure;
import org.orbweaver.app.ledger.HttpWitnesses;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.governance.accounts.LedgerMark.Mark;
import org.orbweaver.governance.accounts.Records;
import org.orbweaver.governance.accounts.RefusedException;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.witness.CosignatureCollector;
import picocli.CommandLine.Option;

/** The ledger that a governed network obeys, and who signs what this command puts down in it. */
final class LedgerOptions {
  @Option(
      names = "--ledger",
      paramLabel = "DIR",
      description = "In a governed network: folder of its ledger, told first.")
  @Nullable Path folder;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "With --ledger: private key of whoever decides this.")
  @Nullable Path key;

  @Option(names = "--append", paramLabel = "FILE", description = "With --ledger: the log's key.")
  @Nullable Path append;

  @Option(
      names = "--clerk",
      paramLabel = "FILE",
      description =
          "With --ledger: key of a program of the ledger that puts refused attempts down.")
  @Nullable Path clerk;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Witnesses to ask, as c2sp.org/tlog-policy writes them, with --ledger.")
  @Nullable Path policy;

  /** Works out a deed and does it: told to the ledger first where there is one. */
  void decide(SqlStore store, Instant now, Function<Records, Deed> work) {
    if (folder == null) {
      store.write(records -> {
        requireUngoverned(records);
        work.apply(records).effect().accept(records);
        return records;
      });
      return;
    }
    if (key == null || append == null) {
      throw Failure.usage("--ledger needs --key, and --append with the log's key", null);
    }
    Path place = folder;
    SignerKey log = LedgerInputs.key(append);
    SignerKey person = LedgerInputs.key(key);
    Instant time = GovernedLedgers.seconds(now);
    TrustPolicy trust =
        policy == null ? TrustPolicy.unwitnessed(log.verifier()) : LedgerInputs.policy(policy);
    LedgerInputs.doing(
        place.toString(),
        () -> {
          try (FolderDisk disk = FolderDisk.take(place);
              DurableLog open = DurableLog.open(disk, log)) {
            new Telling(open, GovernedAppend.open(open, trust, clerk), trust, person, time)
                .decide(store, work);
            return place;
          }
        });
  }

  private static void requireUngoverned(Records records) {
    Mark mark = records.ledger().get();
    if (mark != null) {
      throw new RefusedException(
          "this network is governed by the ledger "
              + mark.origin()
              + ": give --ledger, --key and --append");
    }
  }

  /** One telling of the ledger. A store that runs its work again does not tell it twice. */
  private static final class Telling {
    private final DurableLog log;
    private final TrustPolicy trust;
    private final Office office;
    private final SignerKey person;
    private final Instant now;
    private boolean told;

    Telling(DurableLog log, Office office, TrustPolicy trust, SignerKey person, Instant now) {
      this.log = log;
      this.office = office;
      this.trust = trust;
      this.person = person;
      this.now = now;
    }

    void decide(SqlStore store, Function<Records, Deed> work) {
      if (office.state().board() == null) {
        throw Failure.badInput("the ledger has no genesis, so nobody can decide anything", null);
      }
      store.write(records -> {
        Follow.carryOver(office.state(), records);
        if (!told) {
          Deed deed = work.apply(records);
          tell(deed.entries());
          told = true;
          deed.effect().accept(records);
        }
        Follow.carryOver(office.state(), records);
        return records;
      });
    }

    private void tell(List<Function<Header, Entry>> entries) {
      String by = CaseActCommand.actor(office.state(), person.verifier());
      Header header = new Header(office.state().origin(), now, by);
      List<byte[]> envelopes = new ArrayList<>();
      for (Function<Header, Entry> entry : entries) {
        byte[] payload = EntryCodec.encode(entry.apply(header));
        envelopes.add(Envelope.sign(Entry.TYPE, payload, person).bytes());
      }
      if (envelopes.isEmpty()) {
        return;
      }
      LedgerInputs.doing(
          "the ledger",
          () -> {
            if (office.submit(envelopes, now) instanceof Office.Answer.Refused refused) {
              throw Failure.refused("the ledger refuses it: " + refused.sentence(), null);
            }
            requireWitnesses();
            return envelopes;
          });
    }

    /** Nothing is carried out before those who watch the ledger have seen it. */
    private void requireWitnesses() throws IOException {
      SignedNote note = log.note();
      var collected =
          new CosignatureCollector(trust, new HttpWitnesses()).collect(note, log.source());
      log.addCosignatures(note, collected.cosignatures());
      if (trust.asksForWitnesses() && !trust.trust(log.note()).witnessed()) {
        throw Failure.refused(
            "it is in the ledger, but too few witnesses have seen it to act upon it",
            "When they have seen it: orbweaver account rebuild --write");
      }
    }
  }
}
