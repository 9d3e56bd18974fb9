package org.orbweaver.app.spec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.scenario.Key;

/** Where a terminal's traffic goes. */
public record HomeSpec(
    @Key("Name of the terminal.") String terminal,
    @Key("Its home PoP.") @Nullable String pop,
    @Key(value = "The only gateways that carry it; any where none is listed.", byDefault = "[]")
        List<String> gateways) {
  public HomeSpec {
    gateways = List.copyOf(gateways);
  }
}
