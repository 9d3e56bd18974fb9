package org.orbweaver.core.scenario;

import java.util.List;

/** Terminals from tables beside the scenario and written in it. */
public record TerminalTable(
    @Key(
            value =
                "CSV tables: name,lat_deg,lon_deg,alt_m and optionally pop,down_mbps,up_mbps,"
                    + "elevation_mask_deg,weight,demand_down_mbps,demand_up_mbps,country,track,"
                    + "horizon,service_class,max_speed_kmh,source,note.",
            byDefault = "[]")
        List<String> files,
    @Key(value = "Terminals written here.", byDefault = "[]") List<TerminalSpec> sites,
    @Key(value = "What hides the sky, for terminals to name.", byDefault = "[]")
        List<HorizonSpec> horizons) {
  public TerminalTable {
    files = List.copyOf(files);
    sites = List.copyOf(sites);
    horizons = List.copyOf(horizons);
  }
}
