package org.orbweaver.core.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of the network that are out of service for a time. */
public record OutageSpec(
    @Key(
            value =
                "What is out: gateway:NAME, pop:NAME; sat:NAME or its catalogue number; laser:A--B,"
                    + " the link of two satellites, or laser:A, all of one's;"
                    + " plane:CONSTELLATION/INDEX of a generated or indexed constellation, planes"
                    + " counted from 0, or plane:NAME, the one that a satellite flies in;"
                    + " constellation:NAME. * in a name stands for any characters.",
            example = "[\"gateway:aerzen\"]")
        List<String> out,
    @Key(
            value =
                "Since when: UTC, ISO 8601 with Z, or + and a length of time after the network's"
                    + " start. Since ever where absent.",
            example = "+10m")
        @Nullable String from,
    @Key(
            value =
                "Until when, written likewise. For ever where absent. It is planned around in every"
                    + " slot that it touches.",
            example = "+25m")
        @Nullable String until) {
  public OutageSpec {
    out = List.copyOf(out);
  }
}
