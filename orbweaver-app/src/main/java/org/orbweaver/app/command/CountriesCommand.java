package org.orbweaver.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.output.Column;
import org.orbweaver.app.output.RowWriter;
import org.orbweaver.app.output.Sheet;
import org.orbweaver.app.validate.CountryOutlook;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.RateQuantiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver countries}: what the users of each country may expect. */
@Command(
    name = "countries",
    description = {
      "Say what the users of each country may expect over a day: round trips, downloads, uploads.",
      "A dozen places of a country, each for as many people as the others, are planned in slots"
          + " over a day; the scenario's own terminals are left aside. Rates are what the load of"
          + " subscribers leaves, where the scenario knows load. Ends with 1 where none of the"
          + " countries has service."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver countries starlink-like",
      "  orbweaver countries starlink --country KE --country MG",
      "  orbweaver countries my.yaml --elements starlink.tle.gz --format csv"
    })
final class CountriesCommand implements Callable<Integer>, Tabular {
  static final Sheet SHEET =
      new Sheet(
          "orbweaver.countries/1",
          Column.text("country", "ISO 3166-1 alpha-2"),
          Column.text("name", "its English name"),
          Column.number("places", "how many stand for it, some of them the same"),
          Column.number("served_percent", "part of places and slots with service"),
          Column.text("home_pops", "where its traffic meets the Internet, with blanks between"),
          Column.number("isl_hops", "laser links on the way, mean"),
          Column.number("rtt_p05_ms", "of all round trips to the PoP a twentieth is quicker"),
          Column.number("rtt_p20_ms", "a fifth is"),
          Column.number("rtt_p50_ms", "half is; with access, queues and processing"),
          Column.number("rtt_p80_ms", "four fifths are"),
          Column.number("rtt_p95_ms", "all but a twentieth are"),
          Column.number(
              "download_p20_mbps",
              "a fifth of all rates toward users is below; empty, as all that follows, where the"
                  + " scenario knows no load"),
          Column.number("download_p50_mbps", "half is"),
          Column.number("download_p80_mbps", "four fifths are"),
          Column.number("upload_p20_mbps", "a fifth of all rates from users is below"),
          Column.number("upload_p50_mbps", "half is"),
          Column.number("upload_p80_mbps", "four fifths are"));

  private static final double BPS_PER_MBPS = 1e6;

  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Scenario file, or the name of a shipped scenario.")
  String scenario = "";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description =
          "Only this country, ISO 3166-1, two or three letters; may be given several times.")
  List<String> countries = List.of();

  @Option(
      names = "--slots",
      paramLabel = "N",
      converter = CountFromOne.class,
      description = "Slots of a day that are planned; 8 where absent.")
  int slots = 8;

  @Mixin OutputOptions output = new OutputOptions();

  CountriesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public List<Sheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public Integer call() {
    List<String> wanted =
        countries.isEmpty()
            ? CountryOutlook.known()
            : countries.stream().map(CountriesCommand::known).distinct().toList();
    Network network = scenarioOptions.loadForAnswers(surroundings, scenario);
    boolean anyService = false;
    try (RowWriter rows = output.open(surroundings, SHEET)) {
      for (CountryOutlook outlook : CountryOutlook.of(network, wanted, slots)) {
        write(rows, outlook);
        anyService |= outlook.served() > 0;
      }
    }
    return anyService ? ExitCode.DONE : ExitCode.NO;
  }

  private static String known(String code) {
    String country = CountryOutlook.find(code);
    if (country == null) {
      throw Failure.usage(
          "there is no country '" + code + "'",
          "Codes are those of ISO 3166-1, such as KE or KEN.");
    }
    return country;
  }

  private static void write(RowWriter rows, CountryOutlook outlook) {
    rows.text(outlook.country())
        .text(Locale.of("", outlook.country()).getDisplayCountry(Locale.ENGLISH))
        .number(outlook.places())
        .number(100 * outlook.served(), 1)
        .text(String.join(" ", outlook.homePops()))
        .number(outlook.laserLinks(), 1);
    for (double rttS : outlook.rttS()) {
      rows.number(1e3 * rttS, 1);
    }
    rates(rows, outlook.down());
    rates(rows, outlook.up());
    rows.endRow();
  }

  private static void rates(RowWriter rows, @Nullable RateQuantiles rates) {
    if (rates == null) {
      rows.empty(3);
    } else {
      rows.number(rates.p20Bps() / BPS_PER_MBPS, 1)
          .number(rates.p50Bps() / BPS_PER_MBPS, 1)
          .number(rates.p80Bps() / BPS_PER_MBPS, 1);
    }
  }
}
