package org.orbweaver.core.scenario;

import java.util.List;

/** Gateways from tables beside the scenario and written in it. */
public record GatewayTable(
    @Key(
            value =
                "CSV tables: name,lat_deg,lon_deg,alt_m and optionally antennas,"
                    + "elevation_mask_deg,source,note.",
            byDefault = "[]")
        List<String> files,
    @Key(value = "Gateways written here.", byDefault = "[]") List<GatewaySpec> sites) {
  public GatewayTable {
    files = List.copyOf(files);
    sites = List.copyOf(sites);
  }
}
