package org.orbweaver.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.DelaySpec;
import org.orbweaver.core.scenario.GatewaySpec;
import org.orbweaver.core.scenario.GatewayTable;
import org.orbweaver.core.scenario.HandoverSpec;
import org.orbweaver.core.scenario.HomePopSpec;
import org.orbweaver.core.scenario.InternetSpec;
import org.orbweaver.core.scenario.LaserSpec;
import org.orbweaver.core.scenario.LoadSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.PacketsSpec;
import org.orbweaver.core.scenario.PopSpec;
import org.orbweaver.core.scenario.PopTable;
import org.orbweaver.core.scenario.RadioSpec;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.scenario.RoutingSpec.BetweenTerminals;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.ScheduleSpec;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.scenario.TerminalTable;
import org.orbweaver.core.scenario.TimeSpec;
import org.orbweaver.core.scenario.WeatherSpec;
import org.orbweaver.core.time.Utc;

/** Networks for tests of the whole planner: one shell of 72 planes of 22 at 53 degrees. */
final class Networks {
  private static final long EPOCH_NS = Utc.parseNs("2026-05-21T00:00:00Z");
  private static final int PLANES = 72;
  private static final int PER_PLANE = 22;
  private static final List<LaserSpec> GRID =
      List.of(
          new LaserSpec(
              "shell", LaserSpec.Pattern.PLUS_GRID, 0, true, 17, 5400, 80, 12, true, null));

  private Networks() {}

  /** Berlin and Madrid, a gateway and a PoP near each, +Grid lasers. */
  static Network shell(BetweenTerminals between) {
    return network(
        between,
        shellElements(),
        List.of(terminal("berlin", 52.5, 13.4), terminal("madrid", 40.4, -3.7)));
  }

  /** Both poles, which the shell does not cover, and both sides of the antimeridian. */
  static Network awkward() {
    return network(
        BetweenTerminals.VIA_POP,
        shellElements(),
        List.of(
            terminal("north-pole", 90, 0),
            terminal("south-pole", -90, 0),
            terminal("east", -17, 180),
            terminal("west", -17, -180)));
  }

  static Network withoutSatellites() {
    return network(BetweenTerminals.VIA_POP, List.of(), List.of(terminal("berlin", 52.5, 13.4)));
  }

  /** As {@link #shell}, bent pipe, without some of its satellites, gateways and PoPs. */
  static Network bentPipeWithout(Set<String> missing) {
    return network(
        BetweenTerminals.VIA_POP,
        shellElements().stream().filter(e -> !missing.contains(e.name())).toList(),
        List.of(terminal("berlin", 52.5, 13.4), terminal("madrid", 40.4, -3.7)),
        List.of(),
        missing);
  }

  /**
   * Three hundred terminals, a dozen gateways that hardly have antennas enough, four PoPs, lasers.
   */
  static Network crowd(long seed) {
    Random random = new Random(seed);
    List<TerminalSpec> terminals = new ArrayList<>();
    for (int t = 0; t < 300; t++) {
      terminals.add(terminal("t" + t, random.nextDouble(-50, 50), random.nextDouble(-180, 180)));
    }
    List<GatewaySpec> gateways = new ArrayList<>();
    for (int g = 0; g < 12; g++) {
      gateways.add(
          new GatewaySpec(
              "g" + g, random.nextDouble(-45, 45), random.nextDouble(-180, 180), 0, 4, null));
    }
    List<PopSpec> pops = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      pops.add(
          new PopSpec(
              "p" + p, random.nextDouble(-45, 45), random.nextDouble(-180, 180), 0, null, true));
    }
    Network shell = shell(BetweenTerminals.VIA_POP);
    return new Network(
        shell.scenario(),
        shell.startNs(),
        shell.ephemeris(),
        shell.shells(),
        gateways,
        pops,
        terminals);
  }

  /** As {@link #shell}, its satellites in no order, as an element file of real ones may have it. */
  static Network flown() {
    List<MeanElements> elements = new ArrayList<>(shellElements());
    Collections.shuffle(elements, new Random(1));
    Network shell = network(BetweenTerminals.VIA_POP, elements, List.of());
    return new Network(
        shell.scenario(),
        shell.startNs(),
        shell.ephemeris(),
        List.of(new Network.Shell("flown", 0, elements.size(), 0, 0)),
        List.of(),
        List.of(),
        List.of());
  }

  /** As {@link #shell}, via PoP, without some of its gateways and PoPs. */
  static Network shellWithout(Set<String> missing) {
    return network(
        BetweenTerminals.VIA_POP,
        shellElements(),
        List.of(terminal("berlin", 52.5, 13.4), terminal("madrid", 40.4, -3.7)),
        GRID,
        missing);
  }

  /** Three cities far apart, whose ways to the ground take lasers as often as not. */
  static Network routed(String strategy) {
    return network(
        BetweenTerminals.DIRECT,
        strategy,
        shellElements(),
        List.of(
            terminal("berlin", 52.5, 13.4),
            terminal("nairobi", -1.3, 36.8),
            terminal("lima", -12, -77)),
        GRID,
        Set.of());
  }

  /** As {@link #routed} by the least delay, with a rule for detours. */
  static Network routedWithin(double longestDetourMs) {
    Network base = routed("shortest-delay");
    Scenario s = base.scenario();
    RoutingSpec r = s.routing();
    return new Network(
        new Scenario(
            s.format(),
            s.name(),
            s.description(),
            s.time(),
            s.constellations(),
            s.lasers(),
            s.gateways(),
            s.pops(),
            s.terminals(),
            s.radio(),
            s.schedule(),
            new RoutingSpec(
                r.betweenTerminals(),
                r.strategy(),
                r.homePop(),
                r.fibreSpeedKmPerS(),
                r.fibreDetour(),
                longestDetourMs),
            s.delay(),
            s.load(),
            s.internet(),
            s.outages(),
            s.areas(),
            s.licences(),
            s.decisions(),
            s.forwards(),
            s.weather(),
            s.packets()),
        base.startNs(),
        base.ephemeris(),
        base.shells(),
        IntStream.range(0, base.gateways().size()).mapToObj(base::gatewaySpec).toList(),
        IntStream.range(0, base.pops().size()).mapToObj(base::popSpec).toList(),
        IntStream.range(0, base.terminals().size()).mapToObj(base::terminalSpec).toList());
  }

  private static Network network(
      BetweenTerminals between, List<MeanElements> elements, List<TerminalSpec> terminals) {
    return network(between, elements, terminals, GRID, Set.of());
  }

  private static Network network(
      BetweenTerminals between,
      List<MeanElements> elements,
      List<TerminalSpec> terminals,
      List<LaserSpec> lasers,
      Set<String> missing) {
    return network(between, "shortest-delay", elements, terminals, lasers, missing);
  }

  private static Network network(
      BetweenTerminals between,
      String routing,
      List<MeanElements> elements,
      List<TerminalSpec> terminals,
      List<LaserSpec> lasers,
      Set<String> missing) {
    Scenario scenario =
        new Scenario(
            "orbweaver/1",
            "test",
            "",
            new TimeSpec("2026-05-21T00:00:12Z", 15, 12),
            List.of(),
            lasers,
            new GatewayTable(List.of(), List.of()),
            new PopTable(List.of(), List.of()),
            new TerminalTable(List.of(), List.of(), List.of()),
            new RadioSpec(
                null, null, null, null, 18, 48, 700, 125, 20_000, 4_000, 25_600, 100_000, null,
                null),
            new ScheduleSpec("highest", 1, 100, HandoverSpec.queued()),
            new RoutingSpec(
                between,
                routing,
                new HomePopSpec(List.of(), List.of(), List.of()),
                200_000,
                1.4,
                null),
            DelaySpec.DEFAULT,
            LoadSpec.DEFAULT,
            new InternetSpec(List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            WeatherSpec.NONE,
            PacketsSpec.DEFAULT);
    return new Network(
        scenario,
        Utc.parseNs("2026-05-21T00:00:12Z"),
        Ephemeris.of(elements),
        elements.isEmpty()
            ? List.of()
            : List.of(new Network.Shell("shell", 0, elements.size(), PLANES, PER_PLANE)),
        Stream.of(
                new GatewaySpec("aerzen", 52.05, 9.27, 0, 8, null),
                new GatewaySpec("robledo", 40.4, -4.2, 0, 8, null))
            .filter(gateway -> !missing.contains(gateway.name()))
            .toList(),
        Stream.of(
                new PopSpec("frankfurt", 50.12, 8.73, 0, null, true),
                new PopSpec("madrid", 40.43, -3.62, 0, null, true))
            .filter(pop -> !missing.contains(pop.name()))
            .toList(),
        terminals);
  }

  private static TerminalSpec terminal(String name, double latDeg, double lonDeg) {
    return new TerminalSpec(
        name, latDeg, lonDeg, 0, null, 250, 30, null, 1, null, null, null, null, null);
  }

  private static List<MeanElements> shellElements() {
    List<MeanElements> elements = new ArrayList<>();
    for (int plane = 0; plane < PLANES; plane++) {
      for (int slot = 0; slot < PER_PLANE; slot++) {
        double phase = (slot + 39.0 * plane / PLANES) / PER_PLANE;
        elements.add(
            new MeanElements(
                "shell-" + plane + "-" + slot,
                0,
                "",
                EPOCH_NS,
                2 * Math.PI * 15.06 / 86_400,
                0,
                1e-7,
                Math.toRadians(53),
                2 * Math.PI * plane / PLANES,
                0,
                2 * Math.PI * (phase - Math.floor(phase)),
                0));
      }
    }
    return elements;
  }
}
