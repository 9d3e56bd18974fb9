package org.orbweaver.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.Auditor;
import org.orbweaver.governance.ledger.audit.EntryCheck;
import org.orbweaver.governance.ledger.audit.EnvelopeCheck;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.merkle.Hash;
import org.orbweaver.governance.signing.SignedNote;
import org.orbweaver.governance.signing.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger verify}: everything recomputed. */
@Command(
    name = "verify",
    description = {
      "Recompute a ledger from its entries and compare it with what was signed.",
      "Hashes, tiles, the root, the signatures of log and witnesses, and that every entry is an"
          + " envelope; with --signers, that one of them signed it. Of a governed ledger every"
          + " entry must be one that its rules allow where it stands: signatures, roles, quorums,"
          + " recusals, time limits and states in their order. Names the first entry that is wrong,"
          + " and ends with 1 where there is one, or where the quorum of witnesses is not met."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger verify decisions --log-key ledger.example.org/2026+1f0e2d3c+AQ...",
      "  orbweaver ledger verify https://ledger.example.org/2026 --policy trust.policy",
      "  orbweaver ledger verify decisions --policy trust.policy --since yesterday.checkpoint"
    })
final class LedgerVerifyCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.ledger.verify/1",
          Column.text("origin", "which log"),
          Column.number("size", "entries that its checkpoint covers"),
          Column.text("root", "their root, base64"),
          Column.number("checked", "entries that were recomputed"),
          Column.text("witnesses", "known witnesses that cosigned"),
          Column.flag("witnessed", "whether they meet the quorum"),
          Column.text("fault", "kind of the first thing that is wrong; empty where nothing is"),
          Column.number("first_wrong", "index of the first entry that it is about"),
          Column.number("last_wrong", "index of the last entry that it may be about"),
          Column.text("what", "what is wrong"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR|URL", description = "The ledger.")
  String place = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--signers",
      paramLabel = "FILE",
      description = "Verifier keys, one a line; each entry must be signed by one of them.")
  @Nullable Path signers;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description =
          "A checkpoint up to which the ledger was verified before; where 'ledger monitor'"
              + " wrote it, nothing before it is read again.")
  @Nullable Path since;

  @Option(
      names = "--genesis",
      paramLabel = "HASH",
      description = "Leaf hash of the genesis that one knows; another is refused.")
  @Nullable String genesis;

  @Mixin OutputOptions output = new OutputOptions();

  LedgerVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    TrustPolicy trust = policy.read();
    LedgerSource source = LedgerInputs.source(place);
    SignedNote earlier = since == null ? null : LedgerInputs.parsed(since, SignedNote::parse);
    EntryCheck envelopes =
        new EnvelopeCheck(
            signers == null ? List.of() : LedgerInputs.parsed(signers, LedgerVerifyCommand::keys));
    EntryCheck check = genesis == null ? envelopes : envelopes.and(first(genesis));
    OrderedCheck<?> ordered = LedgerInputs.doing(place, () -> GovernedLedgers.check(source));
    if (since != null && earlier != null) {
      FoldFile.resume(since, earlier, ordered);
    }
    Audit audit =
        LedgerInputs.doing(place, () -> new Auditor(source, trust, check, ordered).audit(earlier));
    if (output.format == Format.CSV || output.format == Format.JSON) {
      try (RowWriter rows = output.open(surroundings, SHEET)) {
        row(rows, audit);
      }
    } else {
      say(audit, trust);
    }
    boolean enough =
        audit.trusted() != null && (audit.trusted().witnessed() || !trust.asksForWitnesses());
    return audit.isClean() && enough ? ExitCode.DONE : ExitCode.NO;
  }

  /** That the ledger begins as one knows it to. */
  private static EntryCheck first(String genesis) {
    Hash hash = LedgerInputs.doing("--genesis", () -> Hash.parse(genesis));
    return (index, entry) ->
        index > 0 || Hash.leaf(entry).equals(hash) ? null : "the ledger has another genesis";
  }

  private static List<VerifierKey> keys(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .map(VerifierKey::parse)
        .toList();
  }

  private static void row(RowWriter rows, Audit audit) {
    TrustPolicy.Trusted trusted = audit.trusted();
    if (trusted == null) {
      rows.empty(3);
    } else {
      rows.text(trusted.checkpoint().origin())
          .number(trusted.checkpoint().size())
          .text(trusted.checkpoint().root().toString());
    }
    rows.number(audit.entries())
        .text(trusted == null ? null : String.join(" ", trusted.cosignatures().keySet()))
        .flag(trusted != null && trusted.witnessed());
    Audit.Fault fault = audit.fault();
    if (fault == null) {
      rows.empty(4);
    } else {
      rows.text(fault.kind().toString());
      if (fault.first() < 0) {
        rows.empty(2);
      } else {
        rows.number(fault.first()).number(fault.last());
      }
      rows.text(fault.what());
    }
    rows.endRow();
  }

  private void say(Audit audit, TrustPolicy trust) {
    PrintWriter out = surroundings.out();
    TrustPolicy.Trusted trusted = audit.trusted();
    if (trusted != null) {
      out.println("log        " + trusted.checkpoint().origin());
      out.println("entries    " + trusted.checkpoint().size());
      out.println("root       " + trusted.checkpoint().root());
      out.println("recomputed " + audit.entries() + (audit.from() > 0 ? " new ones" : ""));
      out.println("witnesses  " + witnesses(trusted, trust));
    }
    Audit.Fault fault = audit.fault();
    if (fault == null) {
      out.println("result     all is as it was signed");
    } else {
      String where =
          fault.first() < 0
              ? ""
              : fault.first() == fault.last()
                  ? "entry " + fault.first() + ": "
                  : "entries " + fault.first() + " to " + fault.last() + ": ";
      out.println("result     WRONG: " + where + fault.what());
    }
    out.flush();
  }

  private static String witnesses(TrustPolicy.Trusted trusted, TrustPolicy trust) {
    String names = String.join(" ", trusted.cosignatures().keySet());
    if (trusted.witnessed()) {
      return names;
    }
    String found = names.isEmpty() ? "unwitnessed" : "unwitnessed: only " + names;
    return trust.asksForWitnesses() ? found + "; the quorum is not met" : found;
  }
}
