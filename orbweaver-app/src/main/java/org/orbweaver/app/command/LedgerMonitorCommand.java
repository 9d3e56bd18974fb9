package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.WholeFile;
import org.orbweaver.app.live.StopSignal;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.ledger.TrustPolicy;
import org.orbweaver.governance.ledger.audit.Audit;
import org.orbweaver.governance.ledger.audit.EnvelopeCheck;
import org.orbweaver.governance.ledger.audit.Monitor;
import org.orbweaver.governance.ledger.audit.OrderedCheck;
import org.orbweaver.governance.signing.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver ledger monitor}: that a log goes on as it began. */
@Command(
    name = "monitor",
    description = {
      "Look at a ledger again: recompute what has come since the last look, and compare.",
      "The last clean checkpoint is kept in --state. Looks once, or with --every until a signal"
          + " comes. Ends with 1 at the first thing that is wrong; where the log contradicts"
          + " itself, --evidence takes a file that proves it to anyone."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver ledger monitor https://ledger.example.org/2026 --policy trust.policy"
          + " --state seen.checkpoint --every 1m",
      "  orbweaver ledger check split-view.evidence --evidence --policy trust.policy"
    })
final class LedgerMonitorCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.ledger.monitor/1",
          Column.text("time_utc", "when it looked"),
          Column.number("size", "entries of the ledger"),
          Column.number("checked", "entries that were new and recomputed"),
          Column.flag("witnessed", "whether the quorum of witnesses is met"),
          Column.text("fault", "kind of the first thing that is wrong; empty where nothing is"),
          Column.text("what", "what is wrong"),
          Column.text("evidence", "file that proves it, where the log contradicts itself"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(paramLabel = "DIR|URL", description = "The ledger.")
  String place = "";

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      required = true,
      description =
          "The last clean checkpoint; written after each look. What its entries mean is kept"
              + " beside it, in FILE.fold, so that none of them is read again.")
  Path state = Path.of("");

  @Option(
      names = "--every",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Look again after this, such as 1m.")
  @Nullable Long everyNs;

  @Option(
      names = "--evidence",
      paramLabel = "FILE",
      description = "Where evidence goes; split-view.evidence by default.")
  Path evidence = Path.of("split-view.evidence");

  @Mixin OutputOptions output = new OutputOptions();

  LedgerMonitorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() throws InterruptedException {
    TrustPolicy trust = policy.read();
    LedgerSource source = LedgerInputs.source(place);
    OrderedCheck<?> check = LedgerInputs.doing(place, () -> GovernedLedgers.check(source));
    Monitor monitor = new Monitor(source, trust, new EnvelopeCheck(List.of()), check);
    SignedNote last = Files.exists(state) ? LedgerInputs.parsed(state, SignedNote::parse) : null;
    CompletableFuture<String> stop = new CompletableFuture<>();
    if (last != null) {
      FoldFile.resume(state, last, check);
    }
    try (StopSignal signal = new StopSignal(stop);
        RowWriter rows = output.open(surroundings, SHEET)) {
      while (true) {
        SignedNote before = last;
        Monitor.Look look = LedgerInputs.doing(place, () -> look(monitor, before, check));
        row(rows, look);
        if (!look.audit().isClean()) {
          return ExitCode.NO;
        }
        last = look.next();
        if (everyNs == null || isOver(stop, everyNs)) {
          return ExitCode.DONE;
        }
      }
    }
  }

  private Monitor.Look look(Monitor monitor, @Nullable SignedNote last, OrderedCheck<?> check)
      throws IOException {
    Monitor.Look look = monitor.look(last);
    if (look.evidence() != null) {
      Files.write(evidence, look.evidence().bytes());
    }
    if (look.audit().isClean() && look.next() != null) {
      WholeFile.replace(state, look.next().bytes());
      FoldFile.write(state, look.next(), check);
    }
    return look;
  }

  private static boolean isOver(CompletableFuture<String> stop, long everyNs)
      throws InterruptedException {
    try {
      stop.get(everyNs, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void row(RowWriter rows, Monitor.Look look) {
    Audit audit = look.audit();
    TrustPolicy.Trusted trusted = audit.trusted();
    rows.text(surroundings.clock().instant().toString());
    if (trusted == null) {
      rows.empty(1);
    } else {
      rows.number(trusted.checkpoint().size());
    }
    Audit.Fault fault = audit.fault();
    rows.number(audit.entries())
        .flag(trusted != null && trusted.witnessed())
        .text(fault == null ? null : fault.kind().toString())
        .text(fault == null ? null : fault.what())
        .text(look.evidence() == null ? null : evidence.toString())
        .endRow();
    rows.flush();
  }
}
