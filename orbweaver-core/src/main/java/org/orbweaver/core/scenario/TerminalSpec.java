package org.orbweaver.core.scenario;

import org.jspecify.annotations.Nullable;
import org.orbweaver.core.policy.ServiceClass;

/** A user's terminal. */
public record TerminalSpec(
    @Key(
            value = "Name, unique among terminals.",
            pattern = Sites.NAME,
            form = Sites.NAME_FORM,
            example = "berlin")
        String name,
    @Key(value = "WGS84 latitude, degrees north.", min = -90, max = 90) double latDeg,
    @Key(value = "WGS84 longitude, degrees east.", min = -180, max = 360) double lonDeg,
    @Key(
            value = "Height above the WGS84 ellipsoid, metres.",
            byDefault = "0",
            min = -500,
            max = 9000)
        double altM,
    @Key("Home PoP; where absent, routing.homePop says which.") @Nullable String pop,
    @Key(
            value = "Highest rate toward the terminal, Mbit/s.",
            byDefault = "250",
            min = 0,
            max = 1000000,
            aboveMin = true)
        double downMbps,
    @Key(
            value = "Highest rate from the terminal, Mbit/s.",
            byDefault = "30",
            min = 0,
            max = 1000000,
            aboveMin = true)
        double upMbps,
    @Key(
            value = "Lowest elevation of its links, degrees; the radio section's where absent.",
            min = 0,
            max = 90)
        @Nullable Double elevationMaskDeg,
    @Key(
            value = "Weight of its plan where capacity is short: 2 gets twice the share of 1.",
            byDefault = "1",
            min = 0,
            aboveMin = true,
            max = 1000)
        double weight,
    @Key(
            value = "What it uses toward it when it can, Mbit/s; downMbps where absent.",
            min = 0,
            max = 1000000)
        @Nullable Double demandDownMbps,
    @Key(
            value = "What it uses from it when it can, Mbit/s; upMbps where absent.",
            min = 0,
            max = 1000000)
        @Nullable Double demandUpMbps,
    @Key(
            value = "Country, ISO 3166-1 alpha-2; where absent, the one that its place is in.",
            pattern = Sites.COUNTRY,
            form = Sites.COUNTRY_FORM,
            example = "DE")
        @Nullable String country,
    @Key(
            value =
                "Where it is, if it moves: a CSV file beside the scenario with the columns"
                    + " time_utc,lat_deg,lon_deg and optionally alt_m. latDeg and lonDeg then say"
                    + " where it is at home.",
            example = "ferry.csv")
        @Nullable String track,
    @Key(
            value = "What hides the sky from it: the name of one of terminals.horizons.",
            example = "courtyard")
        @Nullable String horizon,
    @Key(
            value =
                "What its line is for. Decisions may be about some classes only; emergency,"
                    + " hospital and relief lines are essential.",
            byDefault = "consumer")
        ServiceClass serviceClass,
    @Key(
            value =
                "Fastest that it may move and be served, km/h: the limit of its plan or of its"
                    + " antenna; none where absent.",
            min = 0,
            max = 100000,
            aboveMin = true,
            example = "160")
        @Nullable Double maxSpeedKmh) {
  /** A consumer's terminal. */
  public TerminalSpec(
      String name,
      double latDeg,
      double lonDeg,
      double altM,
      @Nullable String pop,
      double downMbps,
      double upMbps,
      @Nullable Double elevationMaskDeg,
      double weight,
      @Nullable Double demandDownMbps,
      @Nullable Double demandUpMbps,
      @Nullable String country,
      @Nullable String track,
      @Nullable String horizon) {
    this(
        name,
        latDeg,
        lonDeg,
        altM,
        pop,
        downMbps,
        upMbps,
        elevationMaskDeg,
        weight,
        demandDownMbps,
        demandUpMbps,
        country,
        track,
        horizon,
        ServiceClass.CONSUMER,
        null);
  }

  /** The same terminal in a country. */
  public TerminalSpec in(@Nullable String itsCountry) {
    return new TerminalSpec(
        name,
        latDeg,
        lonDeg,
        altM,
        pop,
        downMbps,
        upMbps,
        elevationMaskDeg,
        weight,
        demandDownMbps,
        demandUpMbps,
        itsCountry,
        track,
        horizon,
        serviceClass,
        maxSpeedKmh);
  }
}
