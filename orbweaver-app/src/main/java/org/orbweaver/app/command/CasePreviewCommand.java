package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Progress;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.preview.LinesTable;
import org.orbweaver.app.preview.PreviewRows;
import org.orbweaver.app.preview.WholeFolder;
import org.orbweaver.app.store.SqlStore;
import org.orbweaver.app.store.StoreException;
import org.orbweaver.core.policy.Decision;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.governance.entry.EntryCodec;
import org.orbweaver.governance.entry.Measure;
import org.orbweaver.governance.entry.Where;
import org.orbweaver.governance.ledger.SealedContent;
import org.orbweaver.governance.preview.ImpactPreview;
import org.orbweaver.governance.preview.Previewer.Question;
import org.orbweaver.governance.state.CaseDecisions;
import org.orbweaver.governance.state.CaseFile;
import org.orbweaver.governance.state.GovernanceState;
import org.orbweaver.study.preview.LineFacts;
import org.orbweaver.study.preview.PreviewStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver case preview}: what a decision would do, by planning it. */
@Command(
    name = "preview",
    description = {
      "Plan the hours in which a decision would begin to act twice, with it and without it, and say"
          + " what it would do to whom.",
      "Writes preview.json, whose hash approvers sign; detail.json with the lines themselves, and"
          + " salt.txt, which are not public; map.geojson and map.svg. Counts below the threshold"
          + " only say that they are below."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver case preview decisions C-2026-0001 --log-key \"$LOG_KEY\" --scenario region.yaml"
          + " --lines lines.csv --out preview",
      "  orbweaver case preview --measure draft.json --scenario region.yaml --for 6h --out draft",
      "  orbweaver case attach decisions C-2026-0001 --preview preview/preview.json --key"
          + " analyst.key --append log.key"
    })
final class CasePreviewCommand implements Callable<Integer>, Tabular {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      arity = "0..2",
      paramLabel = "LEDGER CASE",
      description = "The ledger's folder or URL, and the case; none with --measure.")
  List<String> ledgerAndCase = new ArrayList<>();

  @Option(
      names = "--measure",
      paramLabel = "FILE",
      description = "A draft: a measure in the JSON of an entry. The scenario's decisions hold.")
  @Nullable Path draft;

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      required = true,
      description = "The network: a scenario file, or the name of a shipped one.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(
      names = "--lines",
      paramLabel = "FILE",
      description =
          "Table of lines: terminal, and any of line, service_class, people, payer, moving.")
  @Nullable Path lines;

  @Option(
      names = "--database",
      paramLabel = "URL|FILE",
      description =
          "Accounts: lines, classes and payers of assigned terminals; --lines says what they do"
              + " not.")
  @Nullable String database;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "24h",
      description = "How long, from where the decision begins; 24h by default.")
  long lengthNs;

  @Option(
      names = "--every",
      paramLabel = "SLOTS",
      converter = CountFromOne.class,
      defaultValue = "1",
      description = "Plan each slot (1, the default), each fourth (4), ...; the preview says so.")
  int every = 1;

  @Option(
      names = "--threshold",
      paramLabel = "NUMBER",
      converter = CountFromOne.class,
      defaultValue = "5",
      description = "Counts below it are not shown; 5 by default.")
  int threshold = 5;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "The time for which it is asked, to make a preview again; now by default.")
  @Nullable String time;

  @Option(
      names = "--salt",
      paramLabel = "HEX",
      description = "64 hexadecimal digits that seal the detail, to make a preview again.")
  @Nullable String salt;

  @Option(
      names = "--reveal",
      paramLabel = "DAY",
      description = "When the detail may be shown, such as 2027-06-01; a year after by default.")
  @Nullable String reveal;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the files go.")
  Path out = Path.of("");

  @Option(names = "--force", description = "Replace what is there.")
  boolean force;

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description =
          "Rows on standard output: classes, neighbours, alternatives, payers, notices or gateways;"
              + " classes by default.")
  String show = "classes";

  @Mixin OutputOptions output = new OutputOptions();

  CasePreviewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What is asked about. */
  private record Asked(@Nullable String caseId, Measure measure, @Nullable GovernanceState state) {}

  @Override
  public List<Sheet> sheets() {
    return PreviewRows.sheets();
  }

  @Override
  public Integer call() {
    PreviewRows rows = rows();
    Asked asked = asked();
    long timeNs = timeNs();
    byte[] sealing = salt();
    LocalDate day = day(timeNs);
    try (NewPath place = NewPath.claim(out, true, force)) {
      Network network = scenarioOptions.loadForAnswers(surroundings, scenario);
      List<LineFacts> facts = facts(network);
      PolicyRules inForce = inForce(network, asked, timeNs);
      Question question =
          new Question(
              asked.caseId(),
              ImpactPreview.sha256(EntryCodec.part(asked.measure())),
              decision(asked, inForce),
              Set.copyOf(asked.measure().supersedes()),
              inForce,
              timeNs,
              sealing,
              day);
      PreviewStudy.Drawn drawn = study(network, facts, question);
      ImpactPreview preview = drawn.answer().preview();
      WholeFolder.write(
          place.partial(),
          Map.of(
              "preview.json", preview.bytes(),
              "detail.json", drawn.answer().detail().bytes(),
              "salt.txt", utf8(HexFormat.of().formatHex(sealing) + "\n"),
              "map.geojson", utf8(drawn.map().geoJson()),
              "map.svg", utf8(drawn.map().svg(preview))));
      place.publish();
      surroundings.err().println("preview " + preview.hash().hex() + " in " + out);
      surroundings.err().flush();
      try (RowWriter writer = output.open(surroundings, rows.sheet())) {
        rows.write(writer, preview);
      }
    } catch (IOException e) {
      throw Failure.environment(
          "cannot write " + out + ": " + Reasons.ofWriting(e), "Name another place with --out.");
    }
    return ExitCode.DONE;
  }

  /** What is known of lines: by the scenario, then by accounts, then by a table. */
  private List<LineFacts> facts(Network network) {
    List<LineFacts> known = LinesTable.of(network);
    if (database != null) {
      StoreOptions place = new StoreOptions();
      place.database = database;
      try (SqlStore store = place.open(surroundings)) {
        known = store.read(records -> LinesTable.of(network, records));
      } catch (StoreException e) {
        throw Failure.environment(e.message(), null);
      }
    }
    return lines == null ? known : LinesTable.read(network, known, lines);
  }

  private PreviewRows rows() {
    for (PreviewRows each : PreviewRows.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(show)) {
        return each;
      }
    }
    throw Failure.usage(
        "--show: there is no '" + show + "'",
        "One of classes, neighbours, alternatives, payers, notices, gateways.");
  }

  private Asked asked() {
    if (draft != null) {
      if (!ledgerAndCase.isEmpty()) {
        throw Failure.usage("--measure is a draft and has no ledger", null);
      }
      return new Asked(
          null, LedgerInputs.parsed(draft, bytes -> EntryCodec.part(Measure.class, bytes)), null);
    }
    if (ledgerAndCase.size() != 2) {
      throw Failure.usage("which decision?", "Give a ledger and a case, or --measure FILE.");
    }
    String caseId = ledgerAndCase.get(1);
    GovernanceState state = GovernedLedgers.read(ledgerAndCase.get(0), policy.read()).state();
    CaseFile file = state.find(caseId);
    if (file == null) {
      throw Failure.badInput("there is no case " + caseId, "'orbweaver case list' shows them.");
    }
    if (file.measure() == null) {
      throw Failure.badInput(
          "nobody has put into words what case " + caseId + " would decide",
          "'orbweaver case assess' does that.");
    }
    return new Asked(caseId, file.measure(), state);
  }

  /** What is decided without it: by the ledger where there is one, else by the scenario. */
  private static PolicyRules inForce(Network network, Asked asked, long timeNs) {
    if (asked.state() == null) {
      return network.rules();
    }
    // A case that is in force already is asked about as if it were not.
    List<Decision> decisions =
        CaseDecisions.all(asked.state(), file -> !file.id().equals(asked.caseId()), true).stream()
            .filter(decision -> decision.endNs() > timeNs)
            .toList();
    try {
      return network.rules().with(decisions);
    } catch (IllegalArgumentException e) {
      throw Failure.badInput(
          "the scenario lacks what is decided about: " + e.getMessage(),
          "Add the area to its areas:.");
    }
  }

  private static Decision decision(Asked asked, PolicyRules rules) {
    Measure measure = asked.measure();
    if (measure.where() instanceof Where.Area in) {
      int area = rules.areas().indexOf(in.area());
      if (area < 0) {
        throw Failure.badInput(
            "the scenario has no area " + in.area(), "Add it to the scenario's areas:.");
      }
      if (!rules.areas().area(area).hash().equals(in.hash())) {
        throw Failure.badInput(
            "the scenario's area " + in.area() + " is not the one of the decision",
            "Its hash is " + rules.areas().area(area).hash() + ", not " + in.hash() + ".");
      }
    }
    try {
      return measure.decision(
          asked.caseId() == null ? "draft" : asked.caseId(),
          asked.state() == null ? Long.MAX_VALUE : asked.state().size(),
          measure.from(),
          measure.until(),
          asked.state() != null);
    } catch (IllegalArgumentException e) {
      throw Failure.badInput("this cannot be decided: " + e.getMessage(), null);
    }
  }

  private PreviewStudy.Drawn study(Network network, List<LineFacts> facts, Question question) {
    try (ExecutorService beside = Executors.newFixedThreadPool(1)) {
      PreviewStudy.Settings settings = new PreviewStudy.Settings(lengthNs, every, threshold);
      int slots = new PreviewStudy(network, facts, settings, beside, done -> {}).slots();
      Progress progress = OutputOptions.progress(surroundings, "slots", slots);
      try {
        return new PreviewStudy(network, facts, settings, beside, progress::at).draw(question);
      } finally {
        progress.hide();
      }
    } catch (ArithmeticException e) {
      throw Failure.usage("--for leads too far", "A preview is about a day.");
    }
  }

  private long timeNs() {
    if (time == null) {
      return surroundings.clock().instant().getEpochSecond() * Utc.NS_PER_S;
    }
    try {
      return Utc.parseNs(time);
    } catch (DateTimeParseException | ArithmeticException e) {
      throw Failure.usage("--time: '" + time + "' is no time such as 2026-06-01T00:00:00Z", null);
    }
  }

  private byte[] salt() {
    if (salt == null) {
      return SealedContent.newSalt(new SecureRandom());
    }
    if (!salt.matches("[0-9a-fA-F]{64}")) {
      throw Failure.usage("--salt is 64 hexadecimal digits", null);
    }
    return HexFormat.of().parseHex(salt);
  }

  private LocalDate day(long timeNs) {
    try {
      return reveal == null
          ? LocalDate.ofInstant(Utc.toInstant(timeNs), ZoneOffset.UTC).plusYears(1)
          : LocalDate.parse(reveal);
    } catch (DateTimeParseException e) {
      throw Failure.usage("--reveal: '" + reveal + "' is no day such as 2027-06-01", null);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
