package org.orbweaver.app.site;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.geometry.GeodeticPoint;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.traffic.AccessDelay;
import org.orbweaver.core.traffic.LoadModel;
import org.orbweaver.core.traffic.RateQuantiles;

/**
 * Everything that is said about one site.
 *
 * @param label what the site is called
 * @param point where it is
 * @param now the first slot
 * @param day every slot
 * @param served slots with service
 * @param outages in order of time
 * @param rttMs propagation only, over the slots with service
 * @param roundTrip with access, queues and processing, over the slots with service
 * @param downMbps over the slots with service
 * @param upMbps over the slots with service
 * @param load what other subscribers leave; null where the scenario knows none
 * @param inView satellites above the mask, over all slots
 * @param handovers changes of the serving satellite from one slot to the next
 * @param gatewayChanges changes of the gateway between slots with service
 * @param satellites how often each served
 * @param gateways how often each was used
 * @param pops how often each was home
 * @param reasons how often each was the reason for no service
 * @param advice the same reasons in words, with what would help
 */
public record SiteSummary(
    String label,
    GeodeticPoint point,
    SiteNow now,
    SiteDay day,
    int served,
    List<Outage> outages,
    Spread rttMs,
    AccessDelay.Quantiles roundTrip,
    Spread downMbps,
    Spread upMbps,
    @Nullable LoadModel load,
    Spread inView,
    int handovers,
    int gatewayChanges,
    List<Share> satellites,
    List<Share> gateways,
    List<Share> pops,
    List<Share> reasons,
    List<Advice> advice) {

  /** Sums up a day that is complete. */
  public static SiteSummary of(Planner planner, SiteDay day, SiteNow now, Advisor advisor) {
    Network network = planner.network();
    int n = day.size();
    int served = 0;
    int handovers = 0;
    int gatewayChanges = 0;
    int lastGateway = -1;
    for (int k = 0; k < n; k++) {
      handovers += day.isHandover(k) ? 1 : 0;
      if (day.isServed(k)) {
        served++;
        gatewayChanges += lastGateway >= 0 && day.gateway(k) != lastGateway ? 1 : 0;
        lastGateway = day.gateway(k);
      }
    }
    List<Share> reasons = Share.of(n, k -> day.isServed(k) ? null : day.reason(k).name());
    return new SiteSummary(
        day.site().label(),
        network.terminals().point(day.terminal()),
        now,
        day,
        served,
        Outage.of(day),
        Spread.of(n, day::rttMs),
        roundTrip(day, planner.access()),
        Spread.of(n, day::downMbps),
        Spread.of(n, day::upMbps),
        planner.load(),
        Spread.of(n, day::inView),
        handovers,
        gatewayChanges,
        Share.of(n, k -> name(day.satellite(k), s -> network.ephemeris().elements(s).name())),
        Share.of(n, k -> name(day.gateway(k), network.gateways()::name)),
        Share.of(n, k -> name(day.pop(k), network.pops()::name)),
        reasons,
        advisor.of(day, reasons));
  }

  private static AccessDelay.Quantiles roundTrip(SiteDay day, AccessDelay access) {
    double[] baseS =
        IntStream.range(0, day.size()).mapToDouble(k -> 1e-3 * day.baseMs(k)).toArray();
    return new AccessDelay.Quantiles(
        1e3 * access.mixedS(baseS, 0.05),
        1e3 * access.mixedS(baseS, 0.5),
        1e3 * access.mixedS(baseS, 0.95));
  }

  private static @Nullable String name(int index, java.util.function.IntFunction<String> names) {
    return index < 0 ? null : names.apply(index);
  }

  /** Rates that load leaves over a day, the site's own limit aside; null where there is none. */
  public @Nullable RateQuantiles expected(boolean isUp) {
    return load == null || served == 0 ? null : load.ofDay(isUp, point);
  }

  /** Slots with service, of all. */
  public double availabilityPercent() {
    return 100.0 * served / day.size();
  }

  /** The longest outage, the first of equal ones, or null where there is none. */
  public @Nullable Outage worst() {
    return outages.stream().min(Outage.LONGEST).orElse(null);
  }

  /** All outages together, seconds. */
  public double outageSeconds() {
    return outages.stream().mapToDouble(Outage::seconds).sum();
  }

  /** Start of the first slot: UTC, nanoseconds since the Unix epoch. */
  public long startNs() {
    return day.startNs(0);
  }

  /** End of the last slot: UTC, nanoseconds since the Unix epoch. */
  public long endNs() {
    return day.startNs(day.size());
  }
}
