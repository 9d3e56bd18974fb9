package org.orbweaver.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.entry.CaseEntry;
import org.orbweaver.governance.entry.Entry;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Header;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.store.DurableLog;
import org.orbweaver.governance.ledger.store.FolderDisk;
import org.orbweaver.governance.office.Office;
import org.orbweaver.governance.signing.Envelope;
import org.orbweaver.governance.signing.SignerKey;
import org.orbweaver.governance.signing.VerifierKey;
import org.orbweaver.governance.state.Board;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.governance.state.Member;
import org.orbweaver.governance.state.Outcome;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * A command by which somebody acts: reads and verifies the ledger, makes the entry, shows what is
 * signed, tries it, and writes the envelope or has it appended.
 */
abstract class CaseActCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.case.act/1",
          Column.text("case_id", "which case; empty where it is about none"),
          Column.text("kind", "what was signed"),
          Column.text("by", "who signed it"),
          Column.text("state", "of the case after it"),
          Column.number("index", "of the entry; empty where it is not appended yet"),
          Column.text("envelope", "file of the envelope; empty where it was appended"),
          Column.text(
              "receipt",
              "by which the requester finds the case, shown only once; of what is sealed its"
                  + " commitment"));

  final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(index = "0", paramLabel = "LEDGER", description = "Folder or URL of the ledger.")
  String place = "";

  @Mixin ActOptions act = new ActOptions();

  @Mixin OutputOptions output = new OutputOptions();

  CaseActCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Who acts, upon what. */
  record Acting(GovernanceState state, Header header) {
    /** A case that there is. */
    CaseFile file(String id) {
      CaseFile file = state.find(id);
      if (file == null) {
        throw Failure.badInput("there is no case " + id, "'orbweaver case list' shows them.");
      }
      return file;
    }
  }

  /** What is signed. */
  abstract Entry entry(Acting acting);

  /** What the requester is given, or null. */
  @Nullable String receipt() {
    return null;
  }

  /** Signs it. */
  Envelope sign(byte[] payload, SignerKey signer) {
    return Envelope.sign(Entry.TYPE, payload, signer);
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    SignerKey signer = act.signer();
    TrustPolicy trust = act.trust();
    GovernedLedgers.Verified ledger = GovernedLedgers.read(place, trust);
    GovernanceState state = ledger.state();
    Instant now = GovernedLedgers.seconds(surroundings.clock().instant());
    Entry entry =
        entry(new Acting(state, new Header(state.origin(), now, actor(state, signer.verifier()))));
    byte[] payload = EntryCodec.encode(entry);
    show(state, entry, payload, ledger.witnessed());
    Envelope envelope = sign(payload, signer);
    return act.append == null
        ? write(state, entry, envelope)
        : LedgerInputs.doing(place, () -> append(trust, entry, envelope));
  }

  /** Whose key it is. */
  static String actor(GovernanceState state, VerifierKey key) {
    Board board = state.board();
    if (board != null) {
      for (Member member : board.members().values()) {
        if (member.active() && member.person().key().equals(key)) {
          return member.person().id();
        }
      }
    }
    throw Failure.badInput(
        "nobody in this ledger has the key " + key.name(),
        "People and keys change by 'orbweaver case propose'.");
  }

  private void show(GovernanceState state, Entry entry, byte[] payload, boolean witnessed) {
    PrintWriter err = surroundings.err();
    if (!witnessed) {
      err.println("This ledger is unwitnessed: nobody else has seen that it says the same to all.");
    }
    CaseFile file = entry instanceof CaseEntry of ? state.find(of.caseId()) : null;
    if (file != null && file.measure() != null) {
      err.println("The case " + file.id() + " would decide:");
      err.println(new String(EntryCodec.part(file.measure()), StandardCharsets.UTF_8));
    }
    err.println("Signed is:");
    err.println(new String(payload, StandardCharsets.UTF_8));
    err.flush();
  }

  private int write(GovernanceState state, Entry entry, Envelope envelope) {
    GovernanceState trial = state.fork();
    if (trial.apply(trial.size(), envelope) instanceof Outcome.Refused refused) {
      return refuse(refused.toString(), false);
    }
    Path out = java.util.Objects.requireNonNull(act.out);
    LedgerInputs.doing(
        out.toString(),
        () -> {
          try {
            return Files.write(out, envelope.bytes(), StandardOpenOption.CREATE_NEW);
          } catch (FileAlreadyExistsException e) {
            throw Failure.badInput("there is a file " + out + " already", null);
          }
        });
    row(trial, entry, -1, out);
    return ExitCode.DONE;
  }

  private int refuse(String sentence, boolean recorded) {
    surroundings.err().println("refused: " + sentence);
    if (recorded) {
      surroundings.err().println("The attempt stands in the ledger.");
    }
    surroundings.err().flush();
    return ExitCode.NO;
  }

  private int append(TrustPolicy trust, Entry entry, Envelope envelope) throws IOException {
    SignerKey log = LedgerInputs.key(java.util.Objects.requireNonNull(act.append));
    try (FolderDisk disk = FolderDisk.take(Path.of(place));
        DurableLog durable = DurableLog.open(disk, log)) {
      Office office = GovernedAppend.open(durable, trust, act.clerk);
      return switch (office.submit(List.of(envelope.bytes()), surroundings.clock().instant())) {
        case Office.Answer.Refused refused -> refuse(refused.sentence(), refused.recorded());
        case Office.Answer.Appended appended -> {
          row(office.state(), entry, appended.first(), null);
          yield ExitCode.DONE;
        }
      };
    }
  }

  private void row(GovernanceState state, Entry entry, long index, @Nullable Path file) {
    CaseFile of = entry instanceof CaseEntry step ? state.find(step.caseId()) : null;
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      rows.text(of == null ? null : of.id())
          .text(entry.kind())
          .text(entry.header().by())
          .text(of == null ? null : CaseRows.word(of.state()));
      if (index < 0) {
        rows.empty(1);
      } else {
        rows.number(index);
      }
      rows.text(file == null ? null : file.toString()).text(receipt()).endRow();
    }
  }
}
