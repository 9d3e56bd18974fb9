package org.orbweaver.app.spec;

import java.util.List;
import org.orbweaver.core.scenario.Key;

/** Who has service over all slots planned. */
public record ServiceSpec(
    @Key(
            value = "Smallest share of served terminals over all slots, percent.",
            byDefault = "0",
            min = 0,
            max = 100)
        double minServedPercent,
    @Key(value = "Terminals that are served in every slot.", byDefault = "[]") List<String> always,
    @Key(value = "Terminals that are served in no slot.", byDefault = "[]") List<String> never,
    @Key(
            value = "The only reasons that an unserved terminal may have.",
            byDefault = "[]",
            example = "[NO_GATEWAY_REACHABLE]")
        List<String> reasons) {
  public ServiceSpec {
    always = List.copyOf(always);
    never = List.copyOf(never);
    reasons = List.copyOf(reasons);
  }
}
