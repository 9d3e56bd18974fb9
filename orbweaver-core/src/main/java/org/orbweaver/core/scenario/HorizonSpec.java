package org.orbweaver.core.scenario;

import java.util.List;

/** What trees, hills and walls hide of the sky. */
public record HorizonSpec(
    @Key(
            value = "Name, for terminals to refer to.",
            pattern = Sites.NAME,
            form = Sites.NAME_FORM,
            example = "courtyard")
        String name,
    @Key("By azimuth the elevation below which nothing is seen; straight between two, all round.")
        List<HorizonPointSpec> profile) {
  public HorizonSpec {
    profile = List.copyOf(profile);
  }
}
