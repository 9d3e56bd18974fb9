package org.orbweaver.core.scenario;

import java.util.List;

/** A recorded trace that the traffic of some terminals meets in place of the model. */
public record TraceSpec(
    @Key(value = "The terminals that follow it.", example = "[\"berlin\"]") List<String> terminals,
    @Key(
            value =
                "CSV table of what a path was: time_s or time_utc, rtt_ms or up_ms and down_ms,"
                    + " rate_up_mbps, rate_down_mbps, loss_percent. What it leaves out is the"
                    + " model's.",
            example = "traces/berlin.csv")
        String file,
    @Key(
            value = "Whether it begins anew where it ends; else its last row holds on.",
            byDefault = "true")
        boolean repeat) {
  public TraceSpec {
    terminals = List.copyOf(terminals);
  }
}
