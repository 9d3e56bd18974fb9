package org.orbweaver.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.orbit.Ephemeris;
import org.orbweaver.core.orbit.MeanElements;
import org.orbweaver.core.scenario.DelaySpec;
import org.orbweaver.core.scenario.GatewaySpec;
import org.orbweaver.core.scenario.GatewayTable;
import org.orbweaver.core.scenario.HandoverSpec;
import org.orbweaver.core.scenario.HomePopSpec;
import org.orbweaver.core.scenario.InternetSpec;
import org.orbweaver.core.scenario.LoadSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.PacketsSpec;
import org.orbweaver.core.scenario.PopSpec;
import org.orbweaver.core.scenario.PopTable;
import org.orbweaver.core.scenario.RadioSpec;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.scenario.Scenario;
import org.orbweaver.core.scenario.ScheduleSpec;
import org.orbweaver.core.scenario.TerminalSpec;
import org.orbweaver.core.scenario.TerminalTable;
import org.orbweaver.core.scenario.TimeSpec;
import org.orbweaver.core.scenario.WeatherSpec;

class A02_NodeNamesTest {
  private final NodeNames names = new NodeNames(network());

  @Test
  void aNameThatOnlyOneNodeHasNeedsNoKind() {
    assertThat(names.resolve("berlin")).isEqualTo(new Node(Node.Kind.TERMINAL, 0));
    assertThat(names.resolve("frankfurt")).isEqualTo(new Node(Node.Kind.POP, 0));
    assertThat(names.resolve("aerzen")).isEqualTo(new Node(Node.Kind.GATEWAY, 0));
    assertThat(names.resolve("STARLINK-1008")).isEqualTo(new Node(Node.Kind.SATELLITE, 0));
  }

  @Test
  void aKindBeforeTheNameSaysWhichIsMeant() {
    assertThat(names.resolve("terminal:madrid")).isEqualTo(new Node(Node.Kind.TERMINAL, 1));
    assertThat(names.resolve("pop:madrid")).isEqualTo(new Node(Node.Kind.POP, 1));
    assertThat(names.resolve("gateway:madrid")).isEqualTo(new Node(Node.Kind.GATEWAY, 1));
    assertThat(names.resolve("sat:44714")).isEqualTo(new Node(Node.Kind.SATELLITE, 0));
    assertThat(names.resolve("NAME:WITH COLON")).isEqualTo(new Node(Node.Kind.SATELLITE, 3));
    assertThat(names.notes()).isEmpty();
  }

  @Test
  void aNameOfSeveralKindsIsTheTerminalsAndThatIsSaid() {
    assertThat(names.resolve("madrid")).isEqualTo(new Node(Node.Kind.TERMINAL, 1));
    assertThat(names.notes())
        .containsExactly(
            "'madrid' is taken for terminal:madrid; there is also pop:madrid",
            "'madrid' is taken for terminal:madrid; there is also gateway:madrid");
  }

  @Test
  void aNameOfSeveralSatellitesAsksWhich() {
    assertFailure("DEBRIS")
        .satisfies(failure ->
            assertThat(failure.hint()).isEqualTo("Say which one: sat:60001 or sat:60002"));
  }

  @Test
  void aMistypedNameGetsSuggestions() {
    assertFailure("berlni")
        .satisfies(failure -> {
          assertThat(failure.message()).isEqualTo("there is no node 'berlni'");
          assertThat(failure.hint()).isEqualTo("Did you mean berlin?");
        });
    assertFailure("pop:BERLIN").satisfies(failure -> assertThat(failure.hint()).isNull());
    assertFailure("Berlin")
        .satisfies(failure -> assertThat(failure.hint()).isEqualTo("Did you mean berlin?"));
    assertFailure("starlink-10")
        .satisfies(failure -> assertThat(failure.hint()).isEqualTo("Did you mean STARLINK-1008?"));
    assertFailure("").satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(2));
  }

  @Test
  void terminalsAloneMayBeMeant() {
    assertThat(names.terminal("madrid")).isEqualTo(1);
    assertThat(names.terminal("terminal:madrid")).isEqualTo(1);
    assertThatThrownBy(() -> names.terminal("aerzen")).hasMessage("there is no terminal 'aerzen'");
  }

  @Test
  void aPathIsTheNamesOfItsNodes() {
    Path path =
        new Path(
            List.of(
                new Node(Node.Kind.TERMINAL, 0),
                new Node(Node.Kind.SATELLITE, 0),
                new Node(Node.Kind.GATEWAY, 0),
                new Node(Node.Kind.POP, 0)),
            0.01);
    assertThat(names.join(path)).isEqualTo("berlin>STARLINK-1008>aerzen>frankfurt");
  }

  private AbstractThrowableAssert<?, Failure> assertFailure(String written) {
    return assertThatThrownBy(() -> names.resolve(written))
        .asInstanceOf(throwable(Failure.class))
        .matches(failure -> failure.exitCode() == ExitCode.USAGE);
  }

  private static Network network() {
    return new Network(
        new Scenario(
            "orbweaver/1",
            "test",
            "",
            new TimeSpec("2026-05-21T00:00:12Z", 15, 12),
            List.of(),
            List.of(),
            new GatewayTable(List.of(), List.of()),
            new PopTable(List.of(), List.of()),
            new TerminalTable(List.of(), List.of(), List.of()),
            new RadioSpec(
                null, null, null, null, 0, 48, 700, 125, 20_000, 4_000, 25_600, 100_000, null,
                null),
            new ScheduleSpec("highest", 1, 100, HandoverSpec.queued()),
            new RoutingSpec(
                RoutingSpec.BetweenTerminals.VIA_POP,
                "shortest-delay",
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
            PacketsSpec.DEFAULT),
        0,
        Ephemeris.of(
            List.of(
                satellite("STARLINK-1008", 44714),
                satellite("DEBRIS", 60001),
                satellite("DEBRIS", 60002),
                satellite("NAME:WITH COLON", 60003))),
        List.of(),
        List.of(gateway("aerzen", 52), gateway("madrid", 40)),
        List.of(
            new PopSpec("frankfurt", 50.1, 8.7, 0, null, true),
            new PopSpec("madrid", 40.4, -3.6, 0, null, true)),
        List.of(terminal("berlin", 52.5), terminal("madrid", 40.4)));
  }

  private static GatewaySpec gateway(String name, double latDeg) {
    return new GatewaySpec(name, latDeg, 9, 0, 8, null);
  }

  private static TerminalSpec terminal(String name, double latDeg) {
    return new TerminalSpec(
        name, latDeg, 13, 0, null, 250, 30, null, 1, null, null, null, null, null);
  }

  private static MeanElements satellite(String name, int noradId) {
    return new MeanElements(
        name, noradId, "", 0, 2 * Math.PI * 15 / 86_400, 0, 1e-4, 0.9, 0, 0, 0, 0);
  }
}
