package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.ledger.HttpWitnesses;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.office.Office.Answer;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.witness.CosignatureCollector;
import org.orbweaver.governance.witness.CosignatureCollector.Collected;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger append}: signed envelopes become entries. */
@Command(
    name = "append",
    description = {
      "Append envelopes, all or none; ends when they are durable and published.",
      "With --policy the witnesses that have a URL there are asked first whether this ledger is the"
          + " newest, and afterwards for their cosignatures. Ends with 1 where their quorum is not"
          + " met; the entries are in the ledger all the same.",
      "What the rules of a governed ledger refuse is not appended: the command says why and ends"
          + " with 1, and nothing is written but, with --clerk, that it was tried."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger append decisions decision.dsse --key log.key",
      "  orbweaver ledger append decisions *.dsse --key log.key --policy trust.policy"
    })
final class LedgerAppendCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.ledger.append/1",
          Column.text("file", "the envelope"),
          Column.number("index", "of its entry, from 0"),
          Column.text("leaf_hash", "SHA-256(0x00 || entry), base64"),
          Column.number("size", "entries of the ledger now"),
          Column.flag("witnessed", "whether the quorum of witnesses has seen it"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the ledger.")
  Path folder = Path.of("");

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "ENVELOPE", description = "DSSE files.")
  Path[] files = {};

  @Option(names = "--key", paramLabel = "FILE", required = true, description = "The log's key.")
  Path key = Path.of("");

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Whom to ask for cosignatures, as c2sp.org/tlog-policy writes it.")
  @Nullable Path policy;

  @Option(
      names = "--clerk",
      paramLabel = "FILE",
      description = "Key of a program of the ledger that puts refused attempts down.")
  @Nullable Path clerk;

  @Mixin OutputOptions output = new OutputOptions();

  LedgerAppendCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    SignerKey signer = LedgerInputs.key(key);
    TrustPolicy trust =
        policy == null ? TrustPolicy.unwitnessed(signer.verifier()) : LedgerInputs.policy(policy);
    List<byte[]> entries = new ArrayList<>();
    for (Path file : files) {
      entries.add(LedgerInputs.parsed(file, bytes -> Envelopes.parse(bytes).bytes()));
    }
    return LedgerInputs.doing(folder.toString(), () -> append(signer, trust, entries));
  }

  /** A ledger without entries is what its first entry makes it. */
  private static boolean isGoverned(DurableLog log, List<byte[]> entries) throws IOException {
    return log.checkpoint().size() > 0
        ? Office.isGoverned(log.source(), log.checkpoint().size())
        : Envelope.parse(entries.getFirst()).payloadType().equals(Entry.TYPE);
  }

  private Answer submit(DurableLog log, TrustPolicy trust, List<byte[]> entries)
      throws IOException {
    Instant now = surroundings.clock().instant();
    return log.checkpoint().size() > 0
        ? GovernedAppend.open(log, trust, clerk).submit(entries, now)
        : Office.found(log, entries, now);
  }

  private int refuse(Answer.Refused refused) {
    surroundings.err().println(files[refused.position()] + " is refused: " + refused.sentence());
    if (refused.recorded()) {
      surroundings.err().println("The attempt stands in the ledger.");
    }
    surroundings.err().flush();
    return ExitCode.NO;
  }

  private int append(SignerKey signer, TrustPolicy trust, List<byte[]> entries) throws IOException {
    try (FolderDisk disk = FolderDisk.take(folder);
        DurableLog log = DurableLog.open(disk, signer)) {
      trust.trust(log.note());
      CosignatureCollector witnesses = new CosignatureCollector(trust, new HttpWitnesses());
      if (witnesses.collect(log.note(), log.source()).overtaken()) {
        throw Failure.badInput(
            "a witness has seen more of this ledger than " + folder + " holds",
            "It is an old copy. Appending to it would make a second history.");
      }
      long first;
      if (isGoverned(log, entries)) {
        Answer answer = submit(log, trust, entries);
        if (answer instanceof Answer.Refused refused) {
          return refuse(refused);
        }
        first = ((Answer.Appended) answer).first();
      } else {
        first = log.append(entries).first();
      }
      SignedNote note = log.note();
      Collected collected = witnesses.collect(note, log.source());
      log.addCosignatures(note, collected.cosignatures());
      collected.failures().forEach(failure -> surroundings.err().println("witness " + failure));
      boolean witnessed = trust.trust(log.note()).witnessed();
      try (RowWriter rows = output.open(surroundings, SHEET)) {
        for (int i = 0; i < entries.size(); i++) {
          rows.text(files[i].toString())
              .number(first + i)
              .text(Hash.leaf(entries.get(i)).toString())
              .number(log.checkpoint().size())
              .flag(witnessed)
              .endRow();
        }
      }
      return witnessed || !trust.asksForWitnesses() ? ExitCode.DONE : ExitCode.NO;
    }
  }
}
