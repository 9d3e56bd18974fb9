package org.orbweaver.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.live.LedgerPolicy;
import org.orbweaver.app.live.LiveRun;
import org.orbweaver.app.live.Ports;
import org.orbweaver.app.live.Speeds;
import org.orbweaver.app.output.Format;
import org.orbweaver.app.packets.Rootless;
import org.orbweaver.app.packets.WayToOthers;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.geo.Countries;
import org.orbweaver.governance.ledger.LedgerSource;
import org.orbweaver.governance.office.ProvenDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code orbweaver up}: a live network that carries real traffic. */
@Command(
    name = "up",
    description = {
      "Run a network live and carry real traffic through it.",
      "Each slot is planned before it begins. Programs hand their traffic over by SOCKS5 on"
          + " 127.0.0.1; the user name chooses the terminal, the password is empty. Ctrl-C ends it."
    },
    footer = {
      "",
      "Examples:",
      "  orbweaver up",
      "  orbweaver up starlink --elements starlink.tle.gz",
      "  orbweaver up my.yaml --port-base 20000 --for 10m --format json",
      "  orbweaver up --forward 8080=berlin:frankfurt.pop.orbweaver:80",
      "  orbweaver up --trace berlin=berlin.csv",
      "  orbweaver up --forward internet:9000=berlin:127.0.0.1:5000",
      "  curl -x socks5h://berlin:@127.0.0.1:1080 http://frankfurt.pop.orbweaver/whoami"
    })
final class UpCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin HelpOption help = new HelpOption();

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "0..1",
      defaultValue = "hello",
      description = "Scenario file, or the name of a shipped scenario; hello by default.")
  String scenario = "hello";

  @Mixin ScenarioOptions scenarioOptions = new ScenarioOptions();

  @Option(
      names = "--socks-port",
      paramLabel = "N",
      description = "Port of SOCKS5 on 127.0.0.1; 1080 by default, 0 for any free one.")
  @Nullable Integer socksPort;

  @Option(
      names = "--metrics-port",
      paramLabel = "N",
      description =
          "Port of metrics for Prometheus on 127.0.0.1, path /metrics; 9464 by default where it is"
              + " free, 0 for any free one.")
  @Nullable Integer metricsPort;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "Moves all ports to N and those after it, so that networks run side by side.")
  @Nullable Integer portBase;

  @Mixin ForwardOptions forwards = new ForwardOptions();

  @Mixin TraceOptions traces = new TraceOptions();

  @Mixin RunForOption runFor = new RunForOption();

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description =
          "Network time runs this many times as fast as the machine's: slots follow each other"
              + " faster, packets take their real delay all the same; 1 by default.")
  String speed = "1";

  @Option(
      names = "--ledger",
      paramLabel = "DIR|URL",
      description =
          "The network is governed: only decisions that this ledger proves are obeyed, the"
              + " scenario's own are not; --speed is 1. Takes --policy or --log-key.")
  @Nullable String ledger;

  @Mixin PolicyOptions policy = new PolicyOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table for people, json for one object a line; table by default.")
  Format format = Format.TABLE;

  @Option(
      names = {"-q", "--quiet"},
      description = "No line for each slot.")
  boolean quiet;

  @Option(
      names = "--way-out",
      description =
          "Packets of programs in exec reach this machine's own network and the internet behind it:"
              + " what internet.allow of the scenario lets SOCKS5 reach, loopback never. Needs the"
              + " programs pasta and nft.")
  boolean wayOut;

  UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (format == Format.CSV) {
      throw Failure.usage("up does not write csv", "Give --format table or json.");
    }
    Ports ports = Ports.of(socksPort, metricsPort, portBase);
    Rootless.prepare();
    double factor = Speeds.parse(speed);
    long beforeNs = Utc.ofInstant(surroundings.clock().instant());
    Network network = traces.over(scenarioOptions.load(surroundings, scenario));
    long afterNs = Utc.ofInstant(surroundings.clock().instant());
    if (wayOut) {
      WayToOthers.check(network, surroundings.environment().getOrDefault("PATH", ""));
    }
    List<ForwardSpec> forwarded = forwards.resolve(network);
    boolean now = network.startNs() >= beforeNs && network.startNs() <= afterNs;
    LedgerPolicy governing = governing(network, now, factor);
    if (governing != null) {
      network = network.withCountries(Countries::at);
    }
    new LiveRun(
            surroundings,
            new LiveRun.Options(
                network,
                now,
                ports,
                forwarded,
                runFor.ns,
                factor,
                format == Format.JSON,
                quiet,
                wayOut,
                governing))
        .run();
    return ExitCode.DONE;
  }

  private @Nullable LedgerPolicy governing(Network network, boolean now, double factor) {
    String place = ledger;
    if (place == null) {
      if (policy.isGiven()) {
        throw Failure.usage("--policy and --log-key are for a ledger", "Name it with --ledger.");
      }
      return null;
    }
    TraceOptions.refuse(network);
    if (factor != 1 || !now) {
      throw Failure.usage(
          "a governed network keeps wall time",
          "Leave --speed and --start away, or --ledger for an exercise.");
    }
    return LedgerInputs.doing(
        place,
        () -> {
          LedgerSource source = LedgerInputs.source(place);
          String origin = GovernedLedgers.checkpoint(source).origin();
          return new LedgerPolicy(
              new ProvenDecisions(source, policy.read(), origin),
              network.rules().areas(),
              () -> surroundings.clock().instant().getEpochSecond());
        });
  }
}
