package org.orbweaver.core.scenario;

import java.util.List;

/** A scenario file, as it is written. Angles are degrees here and in no other package of core. */
public record Scenario(
    @Key(
            value = "Format of this file.",
            pattern = "orbweaver/1",
            form = "orbweaver/1",
            example = "orbweaver/1")
        String format,
    @Key(
            value = "Name of the network; names its state folder.",
            pattern = "[a-z0-9][a-z0-9-]{0,62}",
            form = "1 to 63 lower-case letters of a to z, digits and -, not a - first",
            example = "hello")
        String name,
    @Key(value = "What the scenario is for, in a sentence.", byDefault = "") String description,
    @Key(value = "When the network runs and how time is divided.", byDefault = "{}") TimeSpec time,
    @Key("The satellites.") List<ConstellationSpec> constellations,
    @Key(value = "Laser links between satellites; none means bent pipe.", byDefault = "[]")
        List<LaserSpec> lasers,
    @Key(value = "Earth stations that connect satellites to the ground network.", byDefault = "{}")
        GatewayTable gateways,
    @Key(value = "Points of presence, where traffic meets the Internet.", byDefault = "{}")
        PopTable pops,
    @Key(value = "User terminals.", byDefault = "{}") TerminalTable terminals,
    @Key(value = "Limits of the radio links.", byDefault = "{}") RadioSpec radio,
    @Key(value = "How satellites are chosen for terminals.", byDefault = "{}")
        ScheduleSpec schedule,
    @Key(value = "How traffic crosses the network and the ground.", byDefault = "{}")
        RoutingSpec routing,
    @Key(value = "What a round trip takes beside propagation.", byDefault = "{}") DelaySpec delay,
    @Key(
            value = "The load of subscribers whom the scenario does not list as terminals.",
            byDefault = "{}")
        LoadSpec load,
    @Key(value = "Destinations that real traffic may reach.", byDefault = "{}")
        InternetSpec internet,
    @Key(value = "What is out of service, and when.", byDefault = "[]") List<OutageSpec> outages,
    @Key(value = "Service areas, about which decisions are made.", byDefault = "[]")
        List<ServiceAreaSpec> areas,
    @Key(
            value =
                "Countries, ISO 3166-1 alpha-2, in which the network has a licence; terminals in"
                    + " other countries are not served. No licence is asked for where there are"
                    + " none.",
            byDefault = "[]")
        List<String> licences,
    @Key(
            value =
                "The scenario's own decisions about who is served: hypothetical, and without effect"
                    + " where a ledger governs.",
            byDefault = "[]")
        List<DecisionSpec> decisions,
    @Key(value = "Ports that lead through terminals while the network is live.", byDefault = "[]")
        List<ForwardSpec> forwards,
    @Key(value = "Where and when it rains.", byDefault = "{}") WeatherSpec weather,
    @Key(value = "How the links of terminals treat real packets.", byDefault = "{}")
        PacketsSpec packets) {
  public Scenario {
    constellations = List.copyOf(constellations);
    lasers = List.copyOf(lasers);
    outages = List.copyOf(outages);
    areas = List.copyOf(areas);
    licences = List.copyOf(licences);
    decisions = List.copyOf(decisions);
    forwards = List.copyOf(forwards);
  }
}
