package org.orbweaver.core.scenario;

import java.util.List;

/**
 * What radio links carry, worked out from power, distance, air and rain. The defaults are public
 * figures of a Ku-band constellation as far as there are any, and stand with their sources in
 * doc/capacity.md.
 */
public record BudgetSpec(
    @Key(value = "A beam toward terminals.", byDefault = "{}") DownlinkSpec down,
    @Key(value = "A beam from terminals.", byDefault = "{}") UplinkSpec up,
    @Key(value = "Links between satellites and gateways.", byDefault = "{}") FeederSpec feeder,
    @Key(value = "Makes of satellites that carry more or less than others.", byDefault = "[]")
        List<PayloadSpec> payloads,
    @Key(
            value =
                "What is lost in rain beyond rain in the air: water on antennas, mostly. Fitted,"
                    + " not explained.",
            byDefault = "{}")
        UnexplainedRainSpec unexplainedRain) {
  public BudgetSpec {
    payloads = List.copyOf(payloads);
  }
}
