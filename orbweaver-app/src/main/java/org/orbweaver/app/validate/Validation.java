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
    for (Path file : measured.tables("terminal_to_pop_rtt")) {
      List<SiteRow> rows = measured.rows(file, SiteRow.class);
      if (rows != null && !rows.isEmpty()) {
        sites.add(new SiteDelays(network(file), rows, slots));
        findings.add(sites.getLast().finding());
      }
    }
    for (Path file : measured.tables("country_latency")) {
      List<CountryRow> rows = measured.rows(file, CountryRow.class);
      if (rows != null && !rows.isEmpty()) {
        countries.add(new CountryDelays(network(file), rows, slots));
        findings.add(countries.getLast().finding());
        addRates(findings, countries.getLast().delays().planner().load(), rows);
      }
    }
    for (Path file : measured.tables("serving_15s")) {
      Finding finding = ServingSatellites.finding(file, network(file), measured.problems());
      if (finding != null) {
        findings.add(finding);
      }
    }
    for (Path file : measured.tables("wetlinks_rain")) {
      List<RainRow> rows = measured.rows(file, RainRow.class);
      RainRates inRain =
          rows == null ? null : RainRates.of(network(file), RainBins.of(rows), slots);
      if (inRain != null) {
        rains.add(new RainFactors(inRain));
        findings.add(rains.getLast().finding());
      }
    }
    for (Path shell : measured.named("shell.tle")) {
      findings.add(paths(shell));
    }
    return findings;
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
