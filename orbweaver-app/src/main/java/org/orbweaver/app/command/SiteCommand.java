package org.orbweaver.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.output.Progress;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.site.Advisor;
import org.orbweaver.app.site.AskedSite;
import org.orbweaver.app.site.PageFile;
import org.orbweaver.app.site.PlaceReader;
import org.orbweaver.app.site.SiteDay;
import org.orbweaver.app.site.SiteNow;
import org.orbweaver.app.site.SitePage;
import org.orbweaver.app.site.SiteReport;
import org.orbweaver.app.site.SiteRows;
import org.orbweaver.app.site.SiteSummary;
import org.orbweaver.app.site.SkyView;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.time.Slot;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.format.problem.Located;
import org.orbweaver.format.problem.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver site}: what a network offers a place, now and over a day. */
@Command(
    name = "site",
    description = {
      "Say what a network offers a place: service now and over a day, and why where there is none.",
      "A PLACE is LAT,LON in degrees (a height in metres may follow), a CSV table of sites with the"
          + " columns of a table of terminals, or the name of one of the scenario's terminals. A"
          + " place becomes one more terminal and shares the network with the scenario's. Every"
          + " slot is planned, 5,760 for a day. Ends with 1 where no site has service in any slot."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver site 50.45,30.52",
      "  orbweaver site 50.45,30.52 --name kyiv --html kyiv.html",
      "  orbweaver site -33.87,151.21 --scenario oneweb --for 6h --start 2026-05-21T00:00:12Z",
      "  orbweaver site sites.csv --scenario kuiper --format csv",
      "  orbweaver site berlin --scenario hello --outages"
    })
final class SiteCommand implements Callable<Integer>, Tabular {
  private static final String DEFAULT_SCENARIO = "starlink-like";
  private static final String WITH_ELEMENTS = "starlink";
  private static final long MOST_BYTES = 256L << 20;
  private static final int MOST_ON_A_PAGE = 100;

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "PLACE",
      arity = "1..*",
      description = "LAT,LON such as 50.45,30.52; a CSV table; or the name of a terminal.")
  List<String> places = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call a place given as LAT,LON; once for each, in their order.")
  List<String> names = new ArrayList<>();

  @Option(
      names = "--scenario",
      paramLabel = "SCENARIO",
      description =
          "Scenario file, or the name of a shipped scenario; starlink-like by default, starlink"
              + " with --elements.")
  @Nullable String scenario;

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      converter = Durations.class,
      defaultValue = "24h",
      description = "How long, such as 30m or 24h; 24h by default.")
  long lengthNs;

  @Option(names = "--outages", description = "A row for each outage in place of one for each site.")
  boolean outages;

  @Option(
      names = "--shares",
      description = "A row for each satellite, gateway, PoP and reason, and how often it was it.")
  boolean shares;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write one page that needs nothing else: sky, timeline, numbers.")
  @Nullable Path html;

  @Mixin OutputOptions output = new OutputOptions();

  SiteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SiteRows.SITES, SiteRows.OUTAGES, SiteRows.SHARES);
  }

  @Override
  public Integer call() {
    if (outages && shares) {
      throw Failure.usage("--outages and --shares exclude each other", "Give one of them.");
    }
    List<AskedSite> asked = PlaceReader.read(places, names);
    if (html != null) {
      PageFile.check(html);
      if (asked.size() > MOST_ON_A_PAGE) {
        throw Failure.usage(
            "--html with " + asked.size() + " sites",
            "A page holds at most " + MOST_ON_A_PAGE + "; make several.");
      }
    }
    Network network = network(asked);
    int[] terminals = terminals(network, asked);
    int slots = slots(network, asked.size());
    Planner planner = new Planner(network);
    List<SiteSummary> sites = new ArrayList<>();
    List<SkyView> skies = new ArrayList<>();
    plan(planner, asked, terminals, slots, sites, skies);
    if (html != null) {
      PageFile.write(html, SitePage.of(network, sites, skies));
      surroundings.err().println("wrote " + html);
    }
    write(sites);
    return sites.stream().anyMatch(s -> s.served() > 0) ? ExitCode.DONE : ExitCode.NO;
  }

  private Network network(List<AskedSite> asked) {
    String chosen =
        scenario != null
            ? scenario
            : scenarioOptions.elements != null ? WITH_ELEMENTS : DEFAULT_SCENARIO;
    Network network = scenarioOptions.loadForAnswers(surroundings, chosen);
    Set<String> pops = new HashSet<>();
    for (int p = 0; p < network.pops().size(); p++) {
      pops.add(network.pops().name(p));
    }
    PlaceReader.checkHomes(asked, pops);
    List<TerminalSpec> added = new ArrayList<>();
    for (AskedSite site : asked) {
      Located<TerminalSpec> spec = site.added();
      if (spec != null) {
        TerminalSpec terminal = spec.value();
        if (network.terminals().indexOf(site.label()) >= 0) {
          throw Failure.usage(
              Words.quote(site.label()) + " is the name of one of the scenario's terminals",
              "Give the place another name, or ask for that terminal by its name alone.");
        }
        added.add(
            terminal.country() != null
                ? terminal
                : terminal.in(Countries.at(terminal.latDeg(), terminal.lonDeg())));
      }
    }
    return network.withTerminals(added);
  }

  private static int[] terminals(Network network, List<AskedSite> asked) {
    NodeNames known = new NodeNames(network);
    return asked.stream()
        .mapToInt(site -> {
          Located<TerminalSpec> spec = site.added();
          return spec == null
              ? known.terminal(site.label())
              : network.terminals().indexOf(spec.value().name());
        })
        .toArray();
  }

  private int slots(Network network, int sites) {
    long slotNs = network.slots().durationNs();
    long slots = (lengthNs + slotNs - 1) / slotNs;
    long most = MOST_BYTES / SiteDay.BYTES_A_SLOT / sites;
    if (slots > most) {
      throw Failure.usage(
          "this is " + slots + " slots of " + sites + " sites, more than are held at once",
          "Ask for fewer sites, or a shorter --for: up to " + most + " slots with these.");
    }
    try {
      network.slots().of(network.slots().at(network.startNs()).index() + slots).endNs();
    } catch (ArithmeticException e) {
      throw Failure.usage("--for leads beyond the year 2262", null);
    }
    return (int) slots;
  }

  private void plan(
      Planner planner,
      List<AskedSite> asked,
      int[] terminals,
      int slots,
      List<SiteSummary> sites,
      List<SkyView> skies) {
    Network network = planner.network();
    List<SiteDay> days = new ArrayList<>();
    List<SiteNow> nows = new ArrayList<>();
    for (int i = 0; i < terminals.length; i++) {
      days.add(new SiteDay(asked.get(i), terminals[i], slots));
    }
    Fold fold = new Fold(planner);
    Slot slot = network.slots().at(network.startNs());
    Progress progress = OutputOptions.progress(surroundings, "slots", slots);
    for (int done = 0; done < slots; done++) {
      SlotPlan plan = fold.at(slot);
      for (SiteDay day : days) {
        List<Candidate> candidates = day.add(planner, plan, fold.previous());
        if (done == 0) {
          nows.add(SiteNow.of(planner, plan, day.terminal(), candidates));
          if (html != null) {
            skies.add(SkyView.of(planner, plan, day.terminal(), candidates));
          }
        }
      }
      progress.at(done + 1);
      slot = network.slots().next(slot);
    }
    progress.hide();
    Advisor advisor = new Advisor(planner);
    for (int i = 0; i < days.size(); i++) {
      sites.add(SiteSummary.of(planner, days.get(i), nows.get(i), advisor));
    }
  }

  private void write(List<SiteSummary> sites) {
    Format format = output.format != null ? output.format : OutputOptions.byDefault(surroundings);
    if (format == Format.TABLE && !outages && !shares) {
      SiteReport.write(surroundings.out(), sites, surroundings.colour());
      surroundings.out().flush();
      return;
    }
    Sheet sheet = outages ? SiteRows.OUTAGES : shares ? SiteRows.SHARES : SiteRows.SITES;
    try (RowWriter rows = output.open(surroundings, sheet)) {
      for (SiteSummary site : sites) {
        if (outages) {
          SiteRows.outages(rows, site);
        } else if (shares) {
          SiteRows.shares(rows, site);
        } else {
          SiteRows.site(rows, site);
        }
      }
    }
  }
}
