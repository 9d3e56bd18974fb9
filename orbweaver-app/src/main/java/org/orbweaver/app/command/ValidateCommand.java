package org.orbweaver.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.site.PageFile;
import org.orbweaver.app.validate.DelayFit;
import org.orbweaver.app.validate.Finding;
import org.orbweaver.app.validate.Measured;
import org.orbweaver.app.validate.RainFit;
import org.orbweaver.app.validate.Validation;
import org.orbweaver.app.validate.ValidationReport;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code orbweaver validate}: how far the model is from what has been measured. */
@Command(
    name = "validate",
    description = {
      "Compare the model with measurements, and say what a trivial baseline scores on the same"
          + " rows.",
      "Every file in the folder whose name is known is a check: country_latency*.csv (round trips"
          + " by country), terminal_to_pop_rtt*.csv (quantiles at sites), serving_15s*.csv (which"
          + " satellite served), wetlinks_rain*.csv (rates by rain and hour), isl_inactive*.csv"
          + " (gaps of an idle terminal over lasers), shell.tle with cities.csv and"
          + " rtt_tSECONDS.csv (another tool's paths). Element files starlink-DATE.tle.gz inside"
          + " it, or in a folder tle beside it, are taken by their date. doc/validation.md"
          + " describes the checks.",
      "Writes the scores as rows and, with --report, a page with plots. Ends with 0 whatever the"
          + " scores are."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver validate --data measurements",
      "  orbweaver validate --data measurements --report doc/validation.md",
      "  orbweaver validate --data measurements --scenario my.yaml --fit"
    })
final class ValidateCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.validate/1",
          Column.text("check", "what was compared"),
          Column.text("score", "by what number"),
          Column.text("unit", "its unit; empty for a share or a correlation"),
          Column.number("rows", "how many things were compared"),
          Column.number("model", "what the model scores"),
          Column.number("baseline", "what a trivial baseline scores on the same rows"),
          Column.number("goal", "what is good enough"),
          Column.text("better", "lower or higher"),
          Column.flag("met", "whether the model reaches the goal"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Folder of measurements.")
  Path data = Path.of("");

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description =
          "Whose satellites, gateways, PoPs and rules are planned; starlink where absent.")
  String scenario = "starlink";

  @Option(
      names = "--slots",
      paramLabel = "N",
      converter = CountFromOne.class,
      description = "Slots of a day that are planned for each check; 32 where absent.")
  int slots = 32;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page of Markdown here, and its plots into img beside it.")
  @Nullable Path report;

  @Option(
      names = "--fit",
      description =
          "Fit the numbers of delay and rain to the measurements, and say on the error stream what"
              + " they are.")
  boolean fit;

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  ValidateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    if (report != null) {
      PageFile.check(report);
    }
    Measured measured = new Measured(data);
    Validation validation = new Validation(measured, this::network, slots);
    List<Finding> findings = validation.run();
    if (!measured.problems().isEmpty()) {
      throw Failure.badInput(
          ScenarioOptions.listing("'" + data + "' cannot be used", measured.problems().list()),
          null);
    }
    if (findings.isEmpty()) {
      throw Failure.badInput(
          "'" + data + "' holds no file of a known kind",
          "orbweaver validate --help says what files are called.");
    }
    if (report != null) {
      write(report, findings);
    }
    if (fit) {
      say(validation.fit());
      validation.fittedRates().forEach(surroundings.err()::println);
      surroundings.err().flush();
      say(validation.rainFit());
    }
    rows(findings);
    return ExitCode.DONE;
  }

  /**
   * Elements of the command line come before those of the measurement's date. Without a start of
   * its own all is planned at the elements' epoch, whatever the clock says: the same files give the
   * same page.
   */
  private Network network(@Nullable Path elements) {
    Path givenElements = scenarioOptions.elements;
    String givenStart = scenarioOptions.start;
    try {
      scenarioOptions.elements = givenElements == null ? elements : givenElements;
      scenarioOptions.start = givenStart == null ? epoch() : givenStart;
      return scenarioOptions.load(surroundings, scenario);
    } finally {
      scenarioOptions.elements = givenElements;
      scenarioOptions.start = givenStart;
    }
  }

  /** Of elements from a file, where the scenario begins now; null where the scenario decides. */
  private @Nullable String epoch() {
    Network network = scenarioOptions.read(surroundings, scenario).network();
    return network == null
            || !network.scenario().time().start().equals("now")
            || network.scenario().constellations().stream().noneMatch(c -> c.elements() != null)
        ? null
        : Utc.format(network.ephemeris().medianEpochNs());
  }

  private void say(@Nullable DelayFit found) {
    surroundings
        .err()
        .println(
            found == null
                ? "fit: needs round trips by country and at sites"
                : String.format(
                    Locale.ROOT,
                    "fit: accessMedianMs %.2f, hopMs %.1f (countries: mean absolute error %.2f ms,"
                        + " left out one by one %.2f ms); accessFloorMs %.1f, accessSpread %.2f,"
                        + " hostMs %.1f (sites)",
                    found.medianMs(),
                    found.perHopMs(),
                    found.errorMs(),
                    found.unseenMs(),
                    found.floorMs(),
                    found.spread(),
                    found.hostMs()));
    surroundings.err().flush();
  }

  private void say(@Nullable RainFit found) {
    if (found != null) {
      surroundings
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "fit: unexplainedRain { atOneDb: %.2f, power: %.2f }",
                  found.curve().atOneDb(),
                  found.curve().power()));
      surroundings.err().flush();
    }
  }

  private static void write(Path page, List<Finding> findings) {
    Path img =
        Objects.requireNonNullElse(page.toAbsolutePath().getParent(), Path.of(".")).resolve("img");
    try {
      Files.createDirectories(img);
    } catch (IOException e) {
      throw Failure.environment("'" + img + "' cannot be made: " + e.getMessage(), null);
    }
    for (Finding finding : findings) {
      if (!finding.points().isEmpty()) {
        PageFile.write(img.resolve(ValidationReport.plot(finding)), ValidationReport.svg(finding));
      }
    }
    PageFile.write(page, ValidationReport.page(findings, "img"));
  }

  private void rows(List<Finding> findings) {
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (Finding finding : findings) {
        for (Finding.Score score : finding.scores()) {
          rows.text(finding.name()).text(score.name()).text(score.unit()).number(score.rows());
          number(rows, score.model());
          number(rows, score.baseline());
          number(rows, score.goal());
          rows.text(score.atMost() ? "lower" : "higher");
          Boolean met = score.met();
          if (met == null) {
            rows.empty(1);
          } else {
            rows.flag(met);
          }
          rows.endRow();
        }
      }
    }
  }

  private static void number(RowWriter rows, double value) {
    if (Double.isNaN(value)) {
      rows.empty(1);
    } else {
      rows.number(value, 4);
    }
  }
}
