package org.orbweaver.app.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.LoadModel;

/** Every check that a folder of measurements allows. */
public final class Validation {
  private static final Pattern INSTANT = Pattern.compile("rtt_t(\\d+)\\.csv");
  private static final long NS_PER_S = 1_000_000_000L;

  /** Larger numbers in names of files are nanoseconds. */
  private static final long MOST_SECONDS = 10_000_000L;

  private final Measured measured;
  private final Function<@Nullable Path, Network> networks;
  private final int slots;
  private final Map<String, Network> loaded = new HashMap<>();
  private final List<CountryDelays> countries = new ArrayList<>();
  private final List<SiteDelays> sites = new ArrayList<>();
  private final List<CountryRates> rates = new ArrayList<>();
  private final List<RainFactors> rains = new ArrayList<>();

  /**
   * @param networks gives the network with the elements of a file, or with its own for null
   * @param slots how many slots of a day are planned
   */
  public Validation(Measured measured, Function<@Nullable Path, Network> networks, int slots) {
    this.measured = measured;
    this.networks = networks;
    this.slots = slots;
  }

  /** Runs them; what is wrong with the files is told by {@link Measured#problems}. */
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    each(findings, "terminal_to_pop_rtt", this::sites);
    each(findings, "country_latency", this::countries);
    List<Finding> choices = new ArrayList<>();
    each(choices, "serving_15s", this::choice);
    if (choices.size() > 1) {
      findings.add(Finding.mean(choices, ServingSatellites.NAME));
    }
    findings.addAll(choices);
    each(findings, "wetlinks_rain", this::rain);
    each(findings, "isl_inactive", this::gaps);
    for (Path shell : measured.named("shell.tle")) {
      findings.add(paths(shell));
    }
    return findings;
  }

  /** What the files of a kind give; where there are several each is called by its name. */
  private void each(List<Finding> findings, String kind, Function<Path, List<Finding>> check) {
    List<Path> files = measured.tables(kind);
    for (Path file : files) {
      List<Finding> found = check.apply(file);
      String which = Measured.which(file, kind);
      findings.addAll(files.size() == 1 ? found : found.stream().map(f -> f.of(which)).toList());
    }
  }

  private List<Finding> sites(Path file) {
    List<SiteRow> rows = measured.rows(file, SiteRow.class);
    if (rows == null || rows.isEmpty()) {
      return List.of();
    }
    sites.add(new SiteDelays(network(file), rows, slots));
    return List.of(sites.getLast().finding());
  }

  private List<Finding> countries(Path file) {
    List<CountryRow> rows = measured.rows(file, CountryRow.class);
    if (rows == null || rows.isEmpty()) {
      return List.of();
    }
    countries.add(new CountryDelays(network(file), rows, slots));
    List<Finding> findings = new ArrayList<>();
    findings.add(countries.getLast().finding());
    addRates(findings, countries.getLast().delays().planner().load(), rows);
    return findings;
  }

  private List<Finding> choice(Path file) {
    Finding finding = ServingSatellites.finding(file, network(file), measured.problems());
    return finding == null ? List.of() : List.of(finding);
  }

  private List<Finding> rain(Path file) {
    List<RainRow> rows = measured.rows(file, RainRow.class);
    if (rows == null) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    addHours(findings, network(file), rows);
    RainRates inRain = RainRates.of(network(file), RainBins.of(rows), slots);
    if (inRain != null) {
      rains.add(new RainFactors(inRain));
      findings.add(rains.getLast().finding());
    }
    return findings;
  }

  private List<Finding> gaps(Path file) {
    List<GapRow> rows = measured.rows(file, GapRow.class);
    Finding finding =
        rows == null
            ? null
            : HandoverGaps.finding(network(file).slots(), file, rows, measured.problems());
    return finding == null ? List.of() : List.of(finding);
  }

  private static void addHours(List<Finding> findings, Network network, List<RainRow> rows) {
    LoadModel load = new Planner(PlannedDelays.sampled(network, List.of())).load();
    Finding finding = load == null ? null : HourFactors.finding(load, rows);
    if (finding != null) {
      findings.add(finding);
    }
  }

  /** Where the scenario knows load, what it leaves is compared too. */
  private void addRates(List<Finding> findings, @Nullable LoadModel load, List<CountryRow> rows) {
    for (boolean isUp : new boolean[] {false, true}) {
      CountryRates compared = load == null ? null : new CountryRates(load, rows, isUp);
      if (compared != null && !compared.isEmpty()) {
        rates.add(compared);
        findings.add(compared.finding());
      }
    }
  }

  /** The numbers of load fitted again to what was read, a line for each direction. */
  public List<String> fittedRates() {
    return rates.stream().map(CountryRates::fitted).filter(Objects::nonNull).toList();
  }

  /** The numbers of delay fitted again to what was read; null where there is too little. */
  public @Nullable DelayFit fit() {
    return countries.isEmpty() || sites.isEmpty()
        ? null
        : DelayFit.of(countries.getFirst(), sites.getFirst());
  }

  /** The unexplained part of rain fitted again; null where no rates by rain were read. */
  public @Nullable RainFit rainFit() {
    return rains.isEmpty() ? null : rains.getFirst().fit();
  }

  private Network network(Path measurement) {
    Path elements = measured.elements(measurement);
    return loaded.computeIfAbsent(String.valueOf(elements), file -> networks.apply(elements));
  }

  private Finding paths(Path shell) {
    Path folder = Objects.requireNonNull(shell.toAbsolutePath().getParent());
    ToolPaths paths = new ToolPaths(HypatiaScenario.load(folder));
    int instants = 0;
    for (Path file : measured.tables("rtt_t")) {
      Matcher instant = INSTANT.matcher(file.getFileName().toString());
      List<PairRow> rows =
          instant.matches() && folder.equals(file.toAbsolutePath().getParent())
              ? measured.rows(file, PairRow.class)
              : null;
      if (rows != null) {
        long after = Long.parseLong(instant.group(1));
        paths.compare(rows, after > MOST_SECONDS ? after : after * NS_PER_S);
        instants++;
      }
    }
    return paths.finding(instants);
  }
}
