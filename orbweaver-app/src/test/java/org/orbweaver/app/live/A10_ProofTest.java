package org.orbweaver.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.orbweaver.app.ExitCode;
import org.orbweaver.app.Main;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.time.Utc;
import org.orbweaver.format.LoadOptions;
import org.orbweaver.format.ScenarioLoader;

/**
 * The claim of the README: every slot is planned in time, a download survives two handovers, and
 * {@code /whoami} says what {@code plan} says. For the shipped network, and for the real satellites
 * of a day with 1,000 terminals. Three slots each; ten minutes with {@code -Dorbweaver.full=true}.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(900)
final class A10_ProofTest {
  private static final boolean FULL = Boolean.getBoolean("orbweaver.full");
  private static final long NS = Utc.NS_PER_S;
  private static final int RUN_S = FULL ? 600 : 42;

  /** The run begins this long before the first of the two handovers. */
  private static final int LEAD_S = 6;

  private static final int BYTES_PER_S = 400_000;
  private static final int SEED = 11;
  private static final long MOST_RSS_KB = 400_000;

  @TempDir Path folder;

  private record Case(String start, String terminal, String pop) {}

  @BeforeAll
  static void curlIsThere() {
    Curl.assumeInstalled();
  }

  @Test
  void a01_theNetworkThatIsShipped() throws Exception {
    prove(scenario("hello"), null, Utc.parseNs("2026-11-22T12:00:12Z"));
  }

  @Test
  void a02_theRealSatellitesOfADayAndAThousandTerminals() throws Exception {
    Path elements = data().resolve("tle").resolve("starlink-2026-05-21.tle.gz");
    assumeTrue(Files.isReadable(elements), "element file not found: " + elements);
    prove(scenario("starlink-1000"), elements, Utc.parseNs("2026-05-21T01:40:12Z"));
  }

  private void prove(Path scenario, @Nullable Path elements, long fromNs) throws Exception {
    Case chosen = choose(scenario, elements, fromNs);
    List<String> more = elements == null ? List.of() : List.of("--elements", elements.toString());
    List<String> arguments = new ArrayList<>(List.of("up", scenario.toString()));
    arguments.addAll(List.of("--start", chosen.start(), "--socks-port", "0"));
    arguments.addAll(List.of("--format", "json", "--for", RUN_S + "s"));
    arguments.addAll(more);
    try (Child up =
        Child.start(
            A04_PlacesTest.environment(folder),
            List.of("-Xmx256m"),
            Main.class,
            arguments.toArray(String[]::new))) {
      int port = Integer.parseInt(WhoAmIAgreement.member(up.await("started"), "socksPort"));
      String pop = "http://" + chosen.pop() + ".pop.orbweaver";
      long bytes = (long) BYTES_PER_S * (RUN_S - 10);
      Process curl = Curl.start(port, chosen.terminal(), pop + "/bytes/" + bytes + "?seed=" + SEED);
      CompletableFuture<Long> received =
          CompletableFuture.supplyAsync(
              () -> Bytes.readUnchecked(new SlowReader(curl.getInputStream(), BYTES_PER_S), SEED),
              Thread.ofVirtual()::start);
      List<String> satellites = new ArrayList<>();
      List<String> answers = new ArrayList<>();
      for (int slot = 1; slot <= 3; slot++) {
        up.await("\"slot\":" + slot + ",");
        String whoAmI = Curl.get(port, chosen.terminal(), pop + "/whoami?format=json");
        satellites.add(WhoAmIAgreement.member(whoAmI, "satellite"));
        answers.add(whoAmI);
      }
      assertThat(received).as("the download is still under way").isNotDone();
      assertThat(satellites.get(1)).as("handover").isNotEqualTo(satellites.get(0));
      assertThat(satellites.get(2)).as("handover").isNotEqualTo(satellites.get(1));
      for (String answer : answers) {
        WhoAmIAgreement.check(
            answer, scenario.toString(), chosen.terminal(), more.toArray(String[]::new));
      }
      assertThat(received.get()).isEqualTo(bytes);
      assertThat(Curl.exitCode(curl)).isZero();
      assertThat(peakRssKb(up)).isLessThan(MOST_RSS_KB);
      assertThat(up.exitCode()).isEqualTo(ExitCode.DONE);
      checkPunctuality(up.output());
    }
  }

  private static void checkPunctuality(List<String> output) {
    List<String> slots =
        output.stream().filter(line -> line.contains("\"event\":\"slot\"")).toList();
    assertThat(slots).hasSizeGreaterThanOrEqualTo(RUN_S / 15);
    for (int i = 0; i < slots.size(); i++) {
      assertThat(slots.get(i)).contains("\"slot\":" + (i + 1) + ",", "\"lateMs\":0.000");
    }
    String end = output.getLast();
    assertThat(WhoAmIAgreement.member(end, "slotsInTime"))
        .isEqualTo(WhoAmIAgreement.member(end, "slots"));
  }

  /** A terminal that changes its satellite at two boundaries in a row, and when that is. */
  private static Case choose(Path scenario, @Nullable Path elements, long fromNs) {
    Network network =
        Objects.requireNonNull(
            ScenarioLoader.load(scenario, LoadOptions.at(fromNs).withElements(elements)).network());
    Planner planner = new Planner(network);
    Slot slot = network.slots().at(fromNs);
    SlotPlan before = planner.plan(slot, null);
    SlotPlan current = planner.plan(network.slots().next(slot), before);
    for (int look = 0; look < 1000; look++) {
      SlotPlan next = planner.plan(network.slots().next(current.slot()), current);
      for (int t = 0; t < network.terminals().size(); t++) {
        if (current.schedule().isHandover(t) && next.schedule().isHandover(t)) {
          return new Case(
              Utc.format(current.slot().startNs() - LEAD_S * NS),
              network.terminals().name(t),
              network.pops().name(planner.homePop(t)));
        }
      }
      current = next;
    }
    throw new AssertionError("no terminal changes its satellite twice in a row");
  }

  private static long peakRssKb(Child child) throws Exception {
    Path status = Path.of("/proc/" + child.pid() + "/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  /** A shipped scenario, in the repository that this is built in. */
  private static Path scenario(String name) {
    return repository().resolve("scenarios").resolve(name).resolve(name + ".yaml");
  }

  private static Path data() {
    String given = System.getenv("ORBWEAVER_DATA");
    return given != null ? Path.of(given) : repository().resolveSibling("shared").resolve("data");
  }

  private static Path repository() {
    return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
  }
}
