package org.orbweaver.core.scenario;

import java.util.List;

/** PoPs from tables beside the scenario and written in it. */
public record PopTable(
    @Key(
            value =
                "CSV tables: name,lat_deg,lon_deg and optionally alt_m,serves,nearest,source,note.",
            byDefault = "[]")
        List<String> files,
    @Key(value = "PoPs written here.", byDefault = "[]") List<PopSpec> sites) {
  public PopTable {
    files = List.copyOf(files);
    sites = List.copyOf(sites);
  }
}
