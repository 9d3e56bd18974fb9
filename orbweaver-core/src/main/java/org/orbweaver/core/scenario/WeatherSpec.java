package org.orbweaver.core.scenario;

import java.util.List;

/** Where and when it rains. Without {@code radio.budget} rain has no effect, and is refused. */
public record WeatherSpec(
    @Key(value = "Patches of rain. Where they overlap, rates add up.", byDefault = "[]")
        List<RainSpec> rain,
    @Key(
            value =
                "CSV tables of patches that change: patch,time_utc,lat_deg,lon_deg,radius_km,"
                    + "mm_per_h; straight between the rows of a patch, no rain before its first"
                    + " and after its last.",
            byDefault = "[]")
        List<String> files) {
  /** No rain. */
  public static final WeatherSpec NONE = new WeatherSpec(List.of(), List.of());

  public WeatherSpec {
    rain = List.copyOf(rain);
    files = List.copyOf(files);
  }
}
