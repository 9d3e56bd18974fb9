package org.orbweaver.app.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Failure;
import org.orbweaver.app.Reasons;
import org.orbweaver.app.Surroundings;
import org.orbweaver.app.Version;
import org.orbweaver.app.metrics.MetricsServer;
import org.orbweaver.app.packets.LinkPlans;
import org.orbweaver.app.packets.PacketNetwork;
import org.orbweaver.app.sharing.ShareFollower;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.ForwardSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.SlotGrid;
import org.orbweaver.dataplane.DataPlane;
import org.orbweaver.dataplane.DestinationRules;
import org.orbweaver.dataplane.Forward;
import org.orbweaver.format.problem.Words;

/**
 * A network from its start to its end: takes its lock, plans the first slot, opens the door to real
 * traffic, then plans ahead and reports until it is told to stop.
 */
public final class LiveRun {
  /**
   * How a network runs.
   *
   * @param network what runs
   * @param now whether network time is wall time; else it begins at the network's start
   * @param ports on loopback
   * @param forwards further ports, without problems
   * @param runForNs ends by itself after this long; null for never
   * @param speed seconds of network time in one of the machine's
   * @param json a JSON object a line instead of text
   * @param quiet no line a slot
   * @param wayOut whether packets may leave for the machine's own network
   * @param ledger what governs the network; null where only its scenario decides
   */
  public record Options(
      Network network,
      boolean now,
      Ports ports,
      List<ForwardSpec> forwards,
      @Nullable Long runForNs,
      double speed,
      boolean json,
      boolean quiet,
      boolean wayOut,
      @Nullable LedgerPolicy ledger) {}

  private final Surroundings surroundings;
  private final Options options;
  private final StatusStyle style;

  /** Why it ends: a signal's name or {@code duration}; or what made it fail. */
  private final CompletableFuture<String> end = new CompletableFuture<>();

  private final DecisionNews decisions = new DecisionNews();
  private final PlaceNews places;
  private Carried reported = Carried.NOTHING;

  public LiveRun(Surroundings surroundings, Options options) {
    this.surroundings = surroundings;
    this.options = options;
    this.places = new PlaceNews(options.network().terminals());
    this.style = options.json() ? new JsonStatus() : new PlainStatus();
  }

  /**
   * Runs until a signal comes or the time is up.
   *
   * @throws Failure where the network runs already, a port is taken, or a folder cannot be written
   */
  public void run() throws InterruptedException {
    String network = options.network().name();
    StatusPrinter printer =
        new StatusPrinter(surroundings.out(), surroundings.err(), end::completeExceptionally);
    int exitCode = ExitCode.OUR_FAULT;
    try (StopSignal signals = new StopSignal(end);
        NetworkLock lock = NetworkLock.take(Places.of(surroundings.environment()), network)) {
      printer.lastResult(style.farewell(live(printer)));
      exitCode = ExitCode.DONE;
    } finally {
      if (!printer.finish()) {
        // Whoever should read the output does not; leaving in order would wait for them for ever.
        Runtime.getRuntime().halt(exitCode);
      }
    }
  }

  private Farewell live(StatusPrinter printer) throws InterruptedException {
    Planner planner = new Planner(options.network());
    NetworkClock clock = clock();
    long beganNs = clock.nowNs();
    int terminals = options.network().terminals().size();
    LedgerPolicy ledger = options.ledger();
    LiveOutages outages =
        ledger == null
            ? new LiveOutages(planner, clock)
            : new LiveOutages(planner, clock, ledger::rules);
    try (LiveNetwork live = new LiveNetwork(options.network().slots(), outages, clock);
        Carriers carriers =
            carriers(
                new PublishedPaths(planner, live::live, clock),
                new LiveSharing(planner, live::live, clock::nowNs),
                clock,
                printer);
        MetricsServer metrics = metrics(carriers.facts(), clock);
        ControlDoor control = control(live, outages, carriers, clock, printer)) {
      if (options.wayOut()) {
        carriers.packets().openWayOut(options.network().scenario().internet().allow());
      }
      DataPlane dataPlane = carriers.streams();
      printer.result(
          style.opening(
              Opening.of(
                  Version.number(),
                  options.network(),
                  beganNs,
                  dataPlane.socksPort(),
                  metrics == null ? null : metrics.port(),
                  dataPlane.forwards(),
                  live.live().current())));
      live.start(
          report -> {
            resetWhereOut(dataPlane, printer);
            tell(report.plan(), outages.places(), printer);
            report(report, Carried.of(carriers, terminals), printer);
          },
          end::completeExceptionally);
      if (ledger != null) {
        ledger.follow(() -> live.change(LiveNetwork.Change.fromNextSlot()), printer::notice);
      }
      long openedNs = clock.monotonicNs();
      String reason = awaitEnd();
      if (ledger != null) {
        ledger.close();
      }
      return new Farewell(
          reason,
          clock.monotonicNs() - openedNs,
          live.punctuality(),
          Carried.of(carriers, terminals));
    }
  }

  private NetworkClock clock() {
    MachineTime time = MachineTime.of(surroundings.clock());
    NetworkClock clock =
        options.now()
            ? NetworkClock.ofWall(time)
            : NetworkClock.startingAt(time, options.network().startNs());
    if (options.speed() != 1) {
      clock.run(options.speed());
    }
    return clock;
  }

  private ControlDoor control(
      LiveNetwork live,
      LiveOutages outages,
      Carriers carriers,
      NetworkClock clock,
      StatusPrinter printer) {
    LiveControl control =
        new LiveControl(
            live,
            outages,
            clock,
            carriers.streams()::resetWhereOut,
            new PacketControl(carriers.packets(), carriers.facts(), clock),
            happening -> printer.result(style.happening(happening)));
    return ControlDoor.open(
        Places.of(surroundings.environment()).controlOf(options.network().name()),
        options.ledger() == null ? control::answer : control::governed,
        printer::notice);
  }

  private Carriers carriers(
      PublishedPaths paths, LiveSharing sharing, NetworkClock clock, StatusPrinter printer) {
    DataPlane streams = open(paths, clock, printer);
    SlotGrid slots = options.network().slots();
    String network = options.network().name();
    LongUnaryOperator slotEndNs =
        carrierNs -> clock.carrierNs(slots.at(clock.networkNs(carrierNs)).endNs());
    PacketNetwork packets =
        new PacketNetwork(
            paths,
            Places.of(surroundings.environment()).addressesOf(network),
            network,
            clock::carrierNs,
            slotEndNs,
            new LinkPlans(options.network()),
            streams::answerAt,
            printer::notice);
    ShareFollower shares =
        new ShareFollower(
            List.of(packets.carrier(), new StreamCarrier(streams, clock::carrierNs)),
            sharing,
            paths,
            clock::carrierNs,
            slotEndNs,
            printer::notice);
    return new Carriers(streams, packets, shares, new NodeFacts(packets, paths, clock, network));
  }

  /** Null where the port is taken and nobody asked for it. */
  private @Nullable MetricsServer metrics(NodeFacts facts, NetworkClock clock) {
    int port = options.ports().metrics();
    try {
      return new MetricsServer(
          port, () -> new MetricsServer.Told(facts.engine(), facts.nodes()), clock::monotonicNs);
    } catch (IOException e) {
      if (options.ports().metricsAsked()) {
        throw Failure.environment(
            "port " + port + " on 127.0.0.1 (metrics) cannot be opened: " + Reasons.of(e),
            "Choose another with --metrics-port or --port-base.");
      }
      return null;
    }
  }

  private DataPlane open(PublishedPaths paths, NetworkClock clock, StatusPrinter printer) {
    DestinationRules rules = DestinationRules.of(options.network().scenario().internet().allow());
    List<Forward> forwards = ForwardPorts.of(options.network(), options.forwards());
    List<String> problems = DataPlane.problems(paths, rules, forwards, options.ports().socks());
    if (!problems.isEmpty()) {
      throw Failure.badInput(String.join(System.lineSeparator(), problems), null);
    }
    try {
      return DataPlane.start(
          paths,
          paths,
          rules,
          forwards,
          clock::carrierNs,
          options.ports().socks(),
          printer::notice);
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      throw Failure.environment(message.replace("\n", System.lineSeparator()), null);
    }
  }

  /** A PoP may be out from the beginning of a slot on, as the scenario says. */
  private static void resetWhereOut(DataPlane dataPlane, StatusPrinter printer) {
    int reset = dataPlane.resetWhereOut();
    if (reset > 0) {
      printer.notice(Words.count(reset, "connection") + " to a PoP that is out reset");
    }
  }

  /** What policy brings with a slot. */
  private void tell(SlotPlan plan, LivePlaces where, StatusPrinter printer) {
    List<Happening> news = new ArrayList<>(decisions.of(plan.policy()));
    news.addAll(places.of(plan.policy(), where.fixes(plan.slot())));
    news.forEach(one -> printer.result(style.happening(one)));
  }

  private void report(SlotReport report, Carried total, StatusPrinter printer) {
    if (!options.quiet()) {
      printer.result(style.slot(SlotStatus.of(report, reported, total)));
    }
    reported = total;
  }

  private String awaitEnd() throws InterruptedException {
    try {
      Long runForNs = options.runForNs();
      return runForNs == null ? end.get() : end.get(runForNs, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return "duration";
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
