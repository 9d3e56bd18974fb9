package org.orbweaver.app.live;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.forwarding.Node;
import org.orbweaver.core.graph.GroundFibre;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.scenario.DelaySpec;
import org.orbweaver.core.scenario.Network;
import org.orbweaver.core.scenario.RoutingSpec;
import org.orbweaver.core.schedule.Schedule;
import org.orbweaver.core.time.Slot;
import org.orbweaver.core.traffic.DelayProcess;
import org.orbweaver.core.traffic.HandoverProcess;
import org.orbweaver.core.traffic.LinkTrace;
import org.orbweaver.dataplane.FollowedTrace;
import org.orbweaver.dataplane.PathState;
import org.orbweaver.dataplane.PathView;
import org.orbweaver.dataplane.WhoAmI;
import org.orbweaver.dataplane.WhoAmIView;

/**
 * What the data plane may ask, answered from the plans published last. Each answer comes from one
 * plan.
 */
final class PublishedPaths implements PathView, WhoAmIView {
  private static final double NS_PER_S = 1e9;
  private static final double MS_PER_S = 1e3;
  private static final double BPS_PER_MBPS = 1e6;
  private static final double M_PER_KM = 1e3;
  private static final long FS_PER_NS = 1_000_000;

  private final Network network;
  private final Supplier<LiveSlot> live;
  private final TimeScale time;
  private final HandoverProcess handovers;
  private final GroundFibre fibre;
  private final PublishedWays ways;
  private final PlaceNames places;

  /** Null where real traffic is delayed by propagation alone. */
  private final @Nullable DelayProcess beside;

  /** Where network time and carrier time are the same. */
  PublishedPaths(Planner planner, Supplier<LiveSlot> live) {
    this(planner, live, TimeScale.SAME);
  }

  /** The data plane asks by carrier time; plans hold by network time. */
  PublishedPaths(Planner planner, Supplier<LiveSlot> live, TimeScale time) {
    this.time = time;
    this.network = planner.network();
    this.fibre = planner.pathDelay().fibre();
    this.ways = new PublishedWays(planner);
    this.places = new PlaceNames(network);
    this.live = live;
    this.beside =
        network.scenario().delay().carried() == DelaySpec.Carried.FULL
            ? new DelayProcess(planner.access(), network.name().hashCode())
            : null;
    this.handovers =
        new HandoverProcess(
            network.scenario().schedule().handoverProfile(), network.scenario().schedule().seed());
  }

  @Override
  public int terminals() {
    return network.terminals().size();
  }

  @Override
  public int terminal(String name) {
    return network.terminals().indexOf(name);
  }

  @Override
  public String terminalName(int terminal) {
    return network.terminals().name(terminal);
  }

  @Override
  public int pops() {
    return network.pops().size();
  }

  @Override
  public int pop(String name) {
    return network.pops().indexOf(name);
  }

  @Override
  public String popName(int pop) {
    return network.pops().name(pop);
  }

  @Override
  public boolean isPopOut(int pop) {
    return live.get().current().outages().isPopOut(pop);
  }

  @Override
  public @Nullable FollowedTrace trace(int terminal) {
    LinkTrace trace = network.trace(terminal);
    return trace == null
        ? null
        : new FollowedTrace(trace.name(), trace.hasDelays(), trace.hasRates(), trace.hasLoss());
  }

  @Override
  public boolean isShared(int terminal) {
    LinkTrace trace = network.trace(terminal);
    return trace == null || !trace.hasRates();
  }

  @Override
  public boolean isDirect() {
    return network.scenario().routing().betweenTerminals() == RoutingSpec.BetweenTerminals.DIRECT;
  }

  @Override
  public long wayDelayNs(@Nullable Node from, @Nullable Node to, long carrierNs) {
    long nowNs = time.networkNs(carrierNs);
    SlotPlan plan = live.get().at(nowNs);
    PathState first = traced(from, carrierNs);
    PathState last = traced(to, carrierNs);
    Node begin = first == null ? from : new Node(Node.Kind.POP, first.homePop());
    Node end = last == null ? to : new Node(Node.Kind.POP, last.homePop());
    double delayS =
        begin != null && begin.equals(end)
            ? 0
            : ways.oneWayS(plan, begin, end, fraction(plan.slot(), nowNs));
    return Double.isNaN(delayS)
        ? -1
        : Math.round(delayS * NS_PER_S)
            + (first == null ? accessNs(from, carrierNs) : upNs(first))
            + (last == null ? accessNs(to, carrierNs) : downNs(last));
  }

  /** A terminal whose trace knows the way to its home PoP, from which the plan leads on. */
  private @Nullable PathState traced(@Nullable Node end, long carrierNs) {
    if (end == null || end.kind() != Node.Kind.TERMINAL) {
      return null;
    }
    LinkTrace trace = traceInForce(end.index(), carrierNs);
    return trace == null || !trace.hasDelays() ? null : at(end.index(), carrierNs);
  }

  /** The trace of a terminal that follows one at present. */
  private @Nullable LinkTrace traceInForce(int terminal, long carrierNs) {
    LinkTrace trace = network.trace(terminal);
    return trace != null && Replay.takesOver(modelled(terminal, carrierNs), trace) ? trace : null;
  }

  private static long upNs(PathState state) {
    return state.oneWayDelayNs() + state.upExtraNs();
  }

  private static long downNs(PathState state) {
    return state.oneWayDelayNs() + state.downExtraNs();
  }

  /** What access takes one way: the half of what it adds to a round trip. */
  private long accessNs(@Nullable Node end, long carrierNs) {
    if (beside == null || end == null || end.kind() != Node.Kind.TERMINAL) {
      return 0;
    }
    PathState state = at(end.index(), carrierNs);
    return (state.upExtraNs() + state.downExtraNs()) / 2;
  }

  @Override
  public @Nullable Node place(Node.Kind kind, String name) {
    return places.find(kind, name);
  }

  @Override
  public String placeName(Node place) {
    return places.name(place);
  }

  @Override
  public long popToPopDelayNs(int fromPop, int toPop) {
    return fibre.popToPopFs(fromPop, toPop) / FS_PER_NS;
  }

  @Override
  public PathState at(int terminal, long carrierNs) {
    PathState modelled = modelled(terminal, carrierNs);
    LinkTrace trace = network.trace(terminal);
    return trace == null ? modelled : Replay.over(modelled, trace, time.networkNs(carrierNs), time);
  }

  private PathState modelled(int terminal, long carrierNs) {
    long nowNs = time.networkNs(carrierNs);
    LiveSlot published = live.get();
    SlotPlan plan = published.at(nowNs);
    Schedule schedule = plan.schedule();
    int homePop = plan.forwarding().homePop(terminal);
    if (!schedule.isServed(terminal)) {
      Verdict verdict = schedule.verdict(terminal);
      return PathState.unserved(
          schedule.reason(terminal), homePop, verdict.isServed() ? null : verdict.byWhom());
    }
    ForwardingTable table = plan.forwarding();
    double delayS = table.oneWayDelayS(terminal, fraction(plan.slot(), nowNs));
    long slotNs = plan.slot().startNs();
    int hops = table.islHops(terminal);
    long heldNs = heldUntilNs(plan, published.after(nowNs), terminal, nowNs);
    DelayProcess process = beside;
    return new PathState(
        true,
        schedule.reason(terminal),
        Math.round(delayS * NS_PER_S),
        process == null ? 0 : Math.round(process.upS(terminal, slotNs, carrierNs, hops) * NS_PER_S),
        process == null
            ? 0
            : Math.round(process.downS(terminal, slotNs, carrierNs, hops) * NS_PER_S),
        table.downBps(terminal),
        table.upBps(terminal)
            * (applies(plan, terminal) ? handovers.upShare(terminal, slotNs, nowNs) : 1),
        heldNs,
        handovers.profile().lost() ? heldNs : Long.MIN_VALUE,
        handovers.profile().loss(),
        homePop,
        null);
  }

  /** Whether a plan's slot begins with a gap. */
  private boolean applies(SlotPlan plan, int terminal) {
    return handovers.profile().appliesTo(plan.schedule().isHandover(terminal));
  }

  /** When the gap ends that has begun last, carrier time; long ago where there was none. */
  private long heldUntilNs(SlotPlan plan, @Nullable SlotPlan next, int terminal, long nowNs) {
    if (next != null && applies(next, terminal)) {
      long nextNs = next.slot().startNs();
      if (nowNs >= handovers.gapStartNs(terminal, nextNs)) {
        return time.carrierNs(handovers.gapEndNs(terminal, nextNs));
      }
    }
    return applies(plan, terminal)
        ? time.carrierNs(handovers.gapEndNs(terminal, plan.slot().startNs()))
        : Long.MIN_VALUE;
  }

  @Override
  public long nextJumpNs(int terminal, long carrierNs) {
    long nowNs = time.networkNs(carrierNs);
    LinkTrace trace = network.trace(terminal);
    long rowNs = trace == null ? Long.MAX_VALUE : trace.nextRowNs(nowNs);
    long jumpNs = Math.min(rowNs, nextGapNs(terminal, nowNs));
    return jumpNs == Long.MAX_VALUE ? jumpNs : time.carrierNs(jumpNs);
  }

  /** When one of the plan's gaps begins or ends next, or a rate changes; network time. */
  private long nextGapNs(int terminal, long nowNs) {
    LiveSlot published = live.get();
    SlotPlan plan = published.at(nowNs);
    SlotPlan next = published.after(nowNs);
    long jumpNs = Long.MAX_VALUE;
    if (applies(plan, terminal)) {
      long startNs = plan.slot().startNs();
      jumpNs = later(nowNs, handovers.gapEndNs(terminal, startNs), jumpNs);
      jumpNs = later(nowNs, startNs + handovers.profile().dipNs(), jumpNs);
    }
    if (next != null && applies(next, terminal)) {
      long startNs = next.slot().startNs();
      jumpNs = later(nowNs, handovers.gapStartNs(terminal, startNs), jumpNs);
      jumpNs = later(nowNs, handovers.gapEndNs(terminal, startNs), jumpNs);
    }
    return jumpNs;
  }

  private static long later(long nowNs, long jumpNs, long earliestNs) {
    return jumpNs > nowNs ? Math.min(jumpNs, earliestNs) : earliestNs;
  }

  /** How much of a slot has passed: 0 to 1, also while a late plan lets it hold longer. */
  private static double fraction(Slot slot, long nowNs) {
    double passed = (double) (nowNs - slot.startNs()) / slot.durationNs();
    return Math.clamp(passed, 0.0, 1.0);
  }

  @Override
  public WhoAmI of(int terminal, long carrierNs) {
    long nowNs = time.networkNs(carrierNs);
    LiveSlot published = live.get();
    SlotPlan plan = published.at(nowNs);
    SlotPlan next = published.after(nowNs);
    Schedule schedule = plan.schedule();
    ForwardingTable table = plan.forwarding();
    int satellite = schedule.satellite(terminal);
    int gateway = schedule.gateway(terminal);
    int homePop = table.homePop(terminal);
    int noradId = satellite < 0 ? 0 : network.ephemeris().elements(satellite).noradId();
    LinkTrace trace = traceInForce(terminal, carrierNs);
    PathState state = at(terminal, carrierNs);
    boolean rates = trace != null && trace.hasRates();
    return new WhoAmI(
        terminalName(terminal),
        trace == null ? schedule.reason(terminal) : state.reason(),
        satellite < 0 ? null : network.ephemeris().elements(satellite).name(),
        noradId == 0 ? null : noradId,
        gateway < 0 ? null : network.gateways().name(gateway),
        homePop < 0 ? null : popName(homePop),
        Math.toDegrees(schedule.elevationRad(terminal)),
        Math.toDegrees(schedule.azimuthRad(terminal)),
        schedule.rangeM(terminal) / M_PER_KM,
        table.islHops(terminal),
        rttMs(plan, trace, terminal, plan.slot().startNs()),
        rttMs(plan, trace, terminal, nowNs),
        (rates ? state.downBps() : table.downBps(terminal)) / BPS_PER_MBPS,
        (rates ? state.upBps() : table.upBps(terminal)) / BPS_PER_MBPS,
        plan.slot().startNs(),
        nextHandoverNs(terminal, plan, next),
        schedule.verdict(terminal).isDecided() ? schedule.verdict(terminal) : null,
        next == null ? plan.slot().endNs() : next.slot().endNs(),
        trace == null ? null : trace.name());
  }

  private static double rttMs(SlotPlan plan, @Nullable LinkTrace trace, int terminal, long nowNs) {
    return trace != null && trace.hasDelays()
        ? Replay.rttMs(trace, nowNs)
        : 2 * MS_PER_S * plan.forwarding().oneWayDelayS(terminal, fraction(plan.slot(), nowNs));
  }

  /** When the slot in force at an instant ends, network time; later where planning is late. */
  long slotEndNs(long nowNs) {
    return Math.max(nowNs, live.get().at(nowNs).slot().endNs());
  }

  @Override
  public long networkNs(long carrierNs) {
    return time.networkNs(carrierNs);
  }

  private static @Nullable Long nextHandoverNs(
      int terminal, SlotPlan plan, @Nullable SlotPlan next) {
    return next != null
            && next.schedule().satellite(terminal) != plan.schedule().satellite(terminal)
        ? Long.valueOf(next.slot().startNs())
        : null;
  }
}
