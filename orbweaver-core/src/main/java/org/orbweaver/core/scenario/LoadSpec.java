package org.orbweaver.core.scenario;

import java.util.List;
import org.orbweaver.core.traffic.BackgroundLoad;

/**
 * The load of subscribers whom a scenario does not list as terminals. The defaults are those of the
 * measured network and stand, with their sources, in {@code fitted-load.csv}.
 */
public record LoadSpec(
    @Key(
            value =
                "CSV tables of where subscribers are: country,lat_deg,lon_deg,subscribers and"
                    + " optionally source,note. Where there is none there is no load: terminals"
                    + " share with each other alone.",
            byDefault = "[]")
        List<String> subscribers,
    @Key(
            value =
                "Whether the load of a quarter of an hour is drawn, from the seed of the schedule,"
                    + " around the median of the hour; otherwise it is that median.",
            byDefault = "false")
        boolean drawn,
    @Key(
            value =
                "Ground distance within which a satellite serves, kilometres; 940 is that of a"
                    + " satellite at 550 km that stands 25 degrees high.",
            byDefault = "940",
            min = 1,
            max = 10000)
        double reachKm,
    @Key(
            value = "Subscribers in a satellite's reach that hardly matter to each other.",
            byDefault = "60000",
            min = 1,
            max = 1e9)
        double freeSubscribers,
    @Key(
            value = "Rate toward a terminal with nobody beside it, Mbit/s.",
            byDefault = "500",
            min = 0,
            max = 1000000,
            aboveMin = true)
        double peakDownMbps,
    @Key(
            value =
                "How many others share the way toward a terminal, the median of a day, where"
                    + " satellites are as dense as in the Earth's mean and have nobody else to"
                    + " serve.",
            byDefault = "0.79",
            min = 0,
            max = 10000)
        double othersDown,
    @Key(
            value = "Power by which that number falls where there is more supply.",
            byDefault = "0.58",
            min = 0,
            max = 5)
        double steepnessDown,
    @Key(
            value = "How far it spreads over a day: standard deviation of its logarithm.",
            byDefault = "0.74",
            min = 0,
            max = 3)
        double spreadDown,
    @Key(
            value = "Rate from a terminal with nobody beside it, Mbit/s.",
            byDefault = "100",
            min = 0,
            max = 1000000,
            aboveMin = true)
        double peakUpMbps,
    @Key(value = "As othersDown, from terminals.", byDefault = "1.65", min = 0, max = 10000)
        double othersUp,
    @Key(value = "As steepnessDown, from terminals.", byDefault = "0.4", min = 0, max = 5)
        double steepnessUp,
    @Key(value = "As spreadDown, from terminals.", byDefault = "0.48", min = 0, max = 3)
        double spreadUp) {
  private static final double BPS_PER_MBPS = 1e6;

  /** What a scenario has that says nothing of load: none. */
  public static final LoadSpec DEFAULT =
      new LoadSpec(List.of(), false, 940, 60_000, 500, 0.79, 0.58, 0.74, 100, 1.65, 0.4, 0.48);

  public LoadSpec {
    subscribers = List.copyOf(subscribers);
  }

  /** What it leaves toward terminals. */
  public BackgroundLoad down() {
    return new BackgroundLoad(BPS_PER_MBPS * peakDownMbps, othersDown, steepnessDown, spreadDown);
  }

  /** What it leaves from terminals. */
  public BackgroundLoad up() {
    return new BackgroundLoad(BPS_PER_MBPS * peakUpMbps, othersUp, steepnessUp, spreadUp);
  }
}
