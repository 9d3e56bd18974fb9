package org.orbweaver.core.scenario;

import java.util.List;

/** Which PoP is home to terminals that name none. */
public record HomePopSpec(
    @Key(value = "CSV tables: country,pop and optionally source,note.", byDefault = "[]")
        List<String> files,
    @Key(
            value =
                "Home PoPs by the country that a terminal is in; for terminals that no area holds.",
            byDefault = "[]")
        List<CountryHome> countries,
    @Key(
            value = "Home PoPs by area; of overlapping areas the first holds a terminal.",
            byDefault = "[]")
        List<AreaHome> areas) {
  public HomePopSpec {
    files = List.copyOf(files);
    countries = List.copyOf(countries);
    areas = List.copyOf(areas);
  }
}
