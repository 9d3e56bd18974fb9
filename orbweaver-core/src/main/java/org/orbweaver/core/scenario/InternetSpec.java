package org.orbweaver.core.scenario;

import java.util.List;

/** Destinations beyond the PoPs' own services. */
public record InternetSpec(
    @Key(
            value =
                "Destinations that real traffic may reach beside loopback and the PoPs' own"
                    + " services: HOST:PORT, where HOST is a name, *.name, an address or a block"
                    + " such as 192.0.2.0/24, and PORT a number or *.",
            byDefault = "[]",
            example = "[\"example.org:443\"]")
        List<String> allow) {
  public InternetSpec {
    allow = List.copyOf(allow);
  }
}
