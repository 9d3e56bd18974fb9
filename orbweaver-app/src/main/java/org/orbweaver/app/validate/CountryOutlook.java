package org.orbweaver.app.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.traffic.BackgroundLoad;
import org.orbweaver.core.traffic.LoadModel;
import org.orbweaver.core.traffic.RateQuantiles;

/**
 * What the users of a country may expect, over a day: round trips and rates at a dozen places, each
 * for as many people as the others.
 *
 * @param country ISO 3166-1 alpha-2
 * @param places how many
 * @param served part of places and slots with service, 0 to 1
 * @param homePops where their traffic goes, by name
 * @param laserLinks on the way, mean
 * @param rttS round trips at {@link #RTT_QUANTILES}, seconds; {@code NaN} where none is served
 * @param down rates toward them, or null where none is served or the network knows no load
 * @param up rates from them
 */
@SuppressWarnings("ArrayRecordComponent") // read by who writes it down
public record CountryOutlook(
    String country,
    int places,
    double served,
    Set<String> homePops,
    double laserLinks,
    double[] rttS,
    @Nullable RateQuantiles down,
    @Nullable RateQuantiles up) {
  /** Which of the round trips are told. */
  public static final List<Double> RTT_QUANTILES = List.of(0.05, 0.2, 0.5, 0.8, 0.95);

  /** Countries of which places are known, ISO 3166-1 alpha-2, in order. */
  public static List<String> known() {
    return List.copyOf(Places.byCountry().keySet());
  }

  /** Alpha-2 of a code of two or three letters, in any case; null where no place is known. */
  public static @Nullable String find(String code) {
    String capitals = code.strip().toUpperCase(Locale.ROOT);
    String two = capitals.length() == 3 ? Places.alpha2(capitals) : capitals;
    return two != null && Places.byCountry().containsKey(two) ? two : null;
  }

  /**
   * Plans slots of a day.
   *
   * @param network whose satellites, gateways, PoPs and rules hold; its own terminals do not
   * @param wanted of those that are {@link #known}
   * @param slots how many
   */
  public static List<CountryOutlook> of(Network network, List<String> wanted, int slots) {
    Map<String, List<CountryPlace>> places = Places.byCountry();
    List<TerminalSpec> terminals = new ArrayList<>();
    for (String country : wanted) {
      for (CountryPlace at : places.getOrDefault(country, List.of())) {
        String name = country + "-" + terminals.size();
        terminals.add(
            PlannedDelays.place(name, at.latDeg(), at.lonDeg(), new CountryAndPop(country, null)));
      }
    }
    PlannedDelays delays = new PlannedDelays(network, terminals, slots);
    List<CountryOutlook> outlooks = new ArrayList<>();
    int from = 0;
    for (String country : wanted) {
      List<CountryPlace> here = places.getOrDefault(country, List.of());
      outlooks.add(of(country, delays, here, from));
      from += here.size();
    }
    return outlooks;
  }

  private static CountryOutlook of(
      String country, PlannedDelays delays, List<CountryPlace> here, int from) {
    int to = from + here.size();
    double[] baseS = delays.baseS(from, to);
    double[] rttS =
        RTT_QUANTILES.stream().mapToDouble(q -> delays.access().mixedS(baseS, q)).toArray();
    Set<String> pops = new TreeSet<>();
    for (int place = from; place < to; place++) {
      String pop = delays.homePop(place);
      if (pop != null) {
        pops.add(pop);
      }
    }
    double served = delays.served(from, to);
    LoadModel load = served > 0 ? delays.planner().load() : null;
    return new CountryOutlook(
        country,
        here.size(),
        served,
        pops,
        delays.meanHops(from, to),
        rttS,
        load == null ? null : rates(load, false, here),
        load == null ? null : rates(load, true, here));
  }

  private static RateQuantiles rates(LoadModel load, boolean isUp, List<CountryPlace> here) {
    BackgroundLoad background = load.background(isUp);
    double[] logSupply =
        here.stream()
            .map(at -> GeodeticPoint.ofDegrees(at.latDeg(), at.lonDeg(), 0))
            .mapToDouble(load.map()::logSupply)
            .toArray();
    return new RateQuantiles(
        background.mixedBps(logSupply, 0.2),
        background.mixedBps(logSupply, 0.5),
        background.mixedBps(logSupply, 0.8));
  }
}
