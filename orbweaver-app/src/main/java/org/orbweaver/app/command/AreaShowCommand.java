package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.core.policy.AreaTable;
import org.orbweaver.core.policy.PolicyRules;
import org.orbweaver.core.policy.ServiceClass;
import org.orbweaver.core.policy.Subject;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.problem.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver area show}. */
@Command(
    name = "show",
    description = {
      "Show the legal text of an area, or in which areas places are and what is decided there.",
      "The text is the GeoJSON geometry whose SHA-256 is the area's shape_hash. Ends with 1 where"
          + " none of the places may be served."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver area show my.yaml delta | sha256sum      the shape_hash of delta",
      "  orbweaver area show my.yaml --point 47.1,32.5 --class hospital",
      "  orbweaver area show my.yaml --point 47.1,32.5 --format json"
    })
final class AreaShowCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.area-point/1",
          Column.number("lat_deg", "latitude"),
          Column.number("lon_deg", "longitude"),
          Column.text("country", "the country that the place is in"),
          Column.text("areas", "areas that it is in, the smallest first"),
          Column.text("reason", "SERVED, LINE_LIMITED or why it is not served"),
          Column.text("tier", "how strong the word is that decides"),
          Column.text("decision", "id of the decision that decides, or default"),
          Column.text("decision_mark", "hypothetical, unwitnessed or witnessed"),
          Column.text("overruled", "ids of decisions that spoke and lost, strongest first"));

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      index = "0",
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "AREA", description = "Name of an area.")
  @Nullable String area;

  @Option(names = "--point", paramLabel = "LAT,LON", description = "A place; may be repeated.")
  List<String> points = List.of();

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      defaultValue = "consumer",
      description = "What a line there would be for; consumer by default.")
  ServiceClass serviceClass = ServiceClass.CONSUMER;

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Mixin OutputOptions output = new OutputOptions();

  AreaShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    Network network = scenarioOptions.loadForAnswers(surroundings, scenario);
    AreaTable areas = network.rules().areas();
    String named = area;
    if (named != null) {
      int index = areas.indexOf(named);
      if (index < 0) {
        throw Failure.usage(
            "there is no area " + Words.quote(named), "'orbweaver area list' names them.");
      }
      surroundings.out().print(areas.area(index).shape().canonicalText());
      surroundings.out().flush();
      return ExitCode.DONE;
    }
    if (points.isEmpty()) {
      throw Failure.usage("what should be shown?", "Name an area, or places with --point.");
    }
    boolean any = false;
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (String point : points) {
        any |= write(rows, network.rules(), network.startNs(), degrees(point));
      }
    }
    return any ? ExitCode.DONE : ExitCode.NO;
  }

  private static double[] degrees(String point) {
    String[] parts = point.split(",", -1);
    try {
      double[] deg = {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
      if (parts.length == 2 && Math.abs(deg[0]) <= 90 && Math.abs(deg[1]) <= 360) {
        return deg;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // Said below, as of numbers that are no degrees.
    }
    throw Failure.usage(
        "--point: " + Words.quote(point) + " is no place",
        "Give latitude and longitude: 47.1,32.5");
  }

  private boolean write(RowWriter rows, PolicyRules rules, long atNs, double[] deg) {
    Subject subject =
        new Subject(
            "",
            Math.toRadians(deg[0]),
            Math.toRadians(deg[1]),
            Countries.at(deg[0], deg[1]),
            serviceClass);
    Verdict verdict = rules.verdict(subject, atNs);
    List<String> in =
        java.util.Arrays.stream(rules.areasAt(subject))
            .mapToObj(index -> rules.areas().area(index).id())
            .toList();
    rows.number(deg[0], 6)
        .number(deg[1], 6)
        .text(subject.country())
        .text(String.join(" ", in))
        .text(verdict.reason().name())
        .text(verdict.tier().name().toLowerCase(java.util.Locale.ROOT))
        .text(verdict.decision())
        .text(verdict.isDecided() ? verdict.mark() : null)
        .text(String.join(" ", verdict.lost()))
        .endRow();
    return verdict.isServed();
  }
}
