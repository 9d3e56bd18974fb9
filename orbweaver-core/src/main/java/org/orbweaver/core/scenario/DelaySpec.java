package org.orbweaver.core.scenario;

/**
 * What a round trip takes beside propagation. The defaults are those of the measured network and
 * stand, with their sources, in {@code fitted-delay.csv}.
 */
public record DelaySpec(
    @Key(
            value = "Least round trip of access: frames, processing; milliseconds.",
            byDefault = "3",
            min = 0,
            max = 10000)
        double accessFloorMs,
    @Key(
            value =
                "Median round trip of access: floor, frame scheduling and queueing together;"
                    + " milliseconds.",
            byDefault = "20",
            min = 0,
            max = 10000)
        double accessMedianMs,
    @Key(
            value =
                "How far access spreads above its floor: standard deviation of the logarithm; 0 for"
                    + " no spread.",
            byDefault = "0.55",
            min = 0,
            max = 3)
        double accessSpread,
    @Key(
            value =
                "How much fuller than usual the cells are, 0 to 0.95: what access takes above its"
                    + " floor is divided by one less this.",
            byDefault = "0",
            min = 0,
            max = 0.95)
        double load,
    @Key(
            value = "Processing at each laser link, there and back together, milliseconds.",
            byDefault = "1",
            min = 0,
            max = 1000)
        double hopMs,
    @Key(
            value =
                "What a live network delays real traffic by: propagation, or full, which adds a"
                    + " draw of access and processing to every packet.",
            byDefault = "propagation",
            example = "full")
        Carried carried) {
  /** What a scenario has that says nothing of delay. */
  public static final DelaySpec DEFAULT = new DelaySpec(3, 20, 0.55, 0, 1, Carried.PROPAGATION);

  /** What real traffic is delayed by. */
  public enum Carried {
    PROPAGATION,
    FULL
  }
}
