package org.orbweaver.app.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.geometry.LookAngle;
import org.orbweaver.core.geometry.SiteTable;
import org.orbweaver.core.orbit.Snapshot;
import org.orbweaver.core.scenario.BudgetSpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.PayloadSpec;
import org.orbweaver.core.scenario.RadioSpec;
import org.orbweaver.core.schedule.Schedule;

/**
 * The limits of a scenario's radio section, measured on the plans from positions alone, without the
 * code that planned by them.
 */
final class RadioCheck implements SpecCheck.Check {
  private static final double DEFAULT_MASK_DEG = 25;

  private final Network network;
  private final RadioSpec radio;
  private final Worst terminalElevation =
      Worst.atLeast("elevation above a terminal's mask", 0, "deg");
  private final Worst gatewayElevation =
      Worst.atLeast("elevation above a gateway's mask", 0, "deg");
  private final Worst terminalRange;
  private final Worst gatewayRange;
  private final Worst gsoSeparation;
  private final Worst beams;
  private final Worst antennas = Worst.atLeast("antennas left at a gateway", 0, "");
  private final Worst satelliteDown;
  private final Worst satelliteUp;

  RadioCheck(Network network) {
    this.network = network;
    radio = network.scenario().radio();
    terminalRange = Worst.atMost("range to a terminal", orInfinite(radio.maxSlantRangeKm()), "km");
    Double feederKm = radio.gatewayMaxSlantRangeKm();
    gatewayRange =
        Worst.atMost(
            "range to a gateway",
            feederKm != null ? feederKm : orInfinite(radio.maxSlantRangeKm()),
            "km");
    gsoSeparation =
        Worst.atLeast("separation from the geostationary arc", radio.gsoSeparationDeg(), "deg");
    beams = Worst.atMost("beams of a satellite", radio.beamsPerSatellite(), "");
    satelliteDown =
        Worst.atMost(
            "rate of a satellite toward terminals",
            most(radio.satelliteDownMbps(), PayloadSpec::satelliteDownMbps),
            "Mbit/s");
    satelliteUp =
        Worst.atMost(
            "rate of a satellite from terminals",
            most(radio.satelliteUpMbps(), PayloadSpec::satelliteUpMbps),
            "Mbit/s");
  }

  /** What the makes that carry most do. */
  private double most(double mbps, Function<PayloadSpec, @Nullable Double> ofMake) {
    BudgetSpec budget = radio.budget();
    double most = mbps;
    for (PayloadSpec payload : budget == null ? List.<PayloadSpec>of() : budget.payloads()) {
      Double own = ofMake.apply(payload);
      most = own == null ? most : Math.max(most, own);
    }
    return most;
  }

  private static double orInfinite(@Nullable Double limit) {
    return limit == null ? Double.POSITIVE_INFINITY : limit;
  }

  @Override
  public void see(SlotPlan plan) {
    Schedule schedule = plan.schedule();
    int satellites = plan.start().size();
    int[] beamsOf = new int[satellites];
    boolean[] lit = new boolean[schedule.beams()];
    double[] downMbps = new double[satellites];
    double[] upMbps = new double[satellites];
    Set<Long> feeders = new HashSet<>();
    int[] antennasUsed = new int[network.gateways().size()];
    for (int t = 0; t < schedule.terminals(); t++) {
      if (!schedule.isServed(t)) {
        continue;
      }
      seeTerminal(plan, t);
      int satellite = schedule.satellite(t);
      if (!lit[schedule.beam(t)]) {
        lit[schedule.beam(t)] = true;
        beamsOf[satellite]++;
      }
      downMbps[satellite] += plan.forwarding().downBps(t) / 1e6;
      upMbps[satellite] += plan.forwarding().upBps(t) / 1e6;
      int gateway = schedule.gateway(t);
      int exit = schedule.exitSatellite(t);
      if (feeders.add((long) gateway * satellites + exit)) {
        antennasUsed[gateway]++;
        seeFeeder(plan, gateway, exit);
      }
    }
    for (int g = 0; g < antennasUsed.length; g++) {
      int left = network.gatewaySpec(g).antennas() - antennasUsed[g];
      antennas.see(left, network.gateways().name(g), plan);
    }
    for (int s = 0; s < satellites; s++) {
      if (beamsOf[s] > 0) {
        String name = network.ephemeris().elements(s).name();
        beams.see(beamsOf[s], name, plan);
        satelliteDown.see(downMbps[s], name, plan);
        satelliteUp.see(upMbps[s], name, plan);
      }
    }
  }

  private void seeTerminal(SlotPlan plan, int terminal) {
    SiteTable sites = plan.terminals();
    int satellite = plan.schedule().satellite(terminal);
    LookAngle look = look(sites, terminal, satellite, plan.start());
    Double own = network.terminalSpec(terminal).elevationMaskDeg();
    double maskDeg = own != null ? own : terminalMaskDeg();
    String name = sites.name(terminal);
    terminalElevation.see(Math.toDegrees(look.elevationRad()) - maskDeg, name, plan);
    terminalRange.see(look.rangeM() / 1e3, name, plan);
    gsoSeparation.see(
        Math.toDegrees(new ArcSamples(sites).separationRad(terminal, plan.start(), satellite)),
        name,
        plan);
  }

  private void seeFeeder(SlotPlan plan, int gateway, int satellite) {
    LookAngle look = look(network.gateways(), gateway, satellite, plan.start());
    Double own = network.gatewaySpec(gateway).elevationMaskDeg();
    Double common = radio.gatewayElevationMaskDeg();
    double maskDeg = own != null ? own : common != null ? common : terminalMaskDeg();
    String name = network.gateways().name(gateway);
    gatewayElevation.see(Math.toDegrees(look.elevationRad()) - maskDeg, name, plan);
    gatewayRange.see(look.rangeM() / 1e3, name, plan);
  }

  private double terminalMaskDeg() {
    Double maskDeg = radio.elevationMaskDeg();
    return maskDeg != null ? maskDeg : radio.maxSlantRangeKm() == null ? DEFAULT_MASK_DEG : 0;
  }

  private static LookAngle look(SiteTable sites, int site, int satellite, Snapshot at) {
    return sites.lookAngle(site, at.xM(satellite), at.yM(satellite), at.zM(satellite));
  }

  @Override
  public List<Finding> findings() {
    return Stream.of(
            terminalElevation,
            terminalRange,
            gsoSeparation,
            beams,
            satelliteDown,
            satelliteUp,
            gatewayElevation,
            gatewayRange,
            antennas)
        .filter(Worst::isLimited)
        .map(Worst::finding)
        .toList();
  }
}
