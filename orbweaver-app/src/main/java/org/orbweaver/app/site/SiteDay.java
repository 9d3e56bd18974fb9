package org.orbweaver.app.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orbweaver.core.Planner;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;
import org.orbweaver.core.forwarding.Path;
import org.orbweaver.core.policy.ReasonCode;
import org.orbweaver.core.policy.Verdict;
import org.orbweaver.core.schedule.Candidate;
import org.orbweaver.core.schedule.Schedule;

/**
 * What one terminal had in each of a run of slots. Layout: one array by slot for each column, some
 * 40 bytes a slot; rates and round trips as floats, {@code NaN} and -1 where it was unserved.
 */
public final class SiteDay {
  /** Bytes that a slot takes, for those who bound memory. */
  public static final int BYTES_A_SLOT = 40;

  private static final ReasonCode[] REASONS = ReasonCode.values();

  private final AskedSite site;
  private final int terminal;
  private final byte[] reason;
  private final float[] rttMs;
  private final float[] baseMs;
  private final float[] downMbps;
  private final float[] upMbps;
  private final int[] satellite;
  private final int[] gateway;
  private final int[] pop;
  private final int[] inView;
  private final BitSet handover = new BitSet();

  /** By slot the place of the verdict that refuses it in {@link #refusals}, or -1. */
  private final int[] refusal;

  private final List<Verdict> refusals = new ArrayList<>();
  private long startNs;
  private long slotNs;
  private int size;

  /**
   * @param terminal its index in the network
   * @param slots how many will be added
   */
  public SiteDay(AskedSite site, int terminal, int slots) {
    this.site = site;
    this.terminal = terminal;
    reason = new byte[slots];
    rttMs = new float[slots];
    baseMs = new float[slots];
    downMbps = new float[slots];
    upMbps = new float[slots];
    satellite = new int[slots];
    gateway = new int[slots];
    pop = new int[slots];
    inView = new int[slots];
    refusal = new int[slots];
  }

  /** Adds the next slot; gives the satellites in view. */
  public List<Candidate> add(Planner planner, SlotPlan plan, @Nullable SlotPlan previous) {
    if (size == 0) {
      startNs = plan.slot().startNs();
      slotNs = plan.slot().durationNs();
    }
    Schedule schedule = plan.schedule();
    ForwardingTable table = plan.forwarding();
    List<Candidate> candidates = planner.candidates(plan, previous, terminal);
    Path path = table.path(terminal);
    reason[size] = (byte) schedule.reason(terminal).ordinal();
    inView[size] = candidates.size();
    satellite[size] = schedule.satellite(terminal);
    gateway[size] = schedule.gateway(terminal);
    pop[size] = path == null ? -1 : path.nodes().getLast().index();
    rttMs[size] = path == null ? Float.NaN : (float) path.rttMs();
    baseMs[size] =
        path == null
            ? Float.NaN
            : (float)
                (2e3 * table.oneWayDelayS(terminal, 0.5)
                    + 1e3 * planner.access().processingS(table.islHops(terminal)));
    downMbps[size] = path == null ? Float.NaN : (float) (table.downBps(terminal) / 1e6);
    upMbps[size] = path == null ? Float.NaN : (float) (table.upBps(terminal) / 1e6);
    handover.set(size, schedule.isHandover(terminal));
    refusal[size] = place(schedule.verdict(terminal));
    size++;
    return candidates;
  }

  private int place(Verdict verdict) {
    if (verdict.isServed()) {
      return -1;
    }
    int known = refusals.indexOf(verdict);
    if (known < 0) {
      refusals.add(verdict);
    }
    return known < 0 ? refusals.size() - 1 : known;
  }

  public AskedSite site() {
    return site;
  }

  /** The terminal's index in the network. */
  public int terminal() {
    return terminal;
  }

  /** Slots so far. */
  public int size() {
    return size;
  }

  /** Start of a slot; of the one after the last, the end of all: UTC, ns since the Unix epoch. */
  public long startNs(int slot) {
    return startNs + slot * slotNs;
  }

  public boolean isServed(int slot) {
    return satellite[slot] >= 0;
  }

  public ReasonCode reason(int slot) {
    return REASONS[reason[slot]];
  }

  /** The verdict that refuses service, or null where policy does not. */
  public @Nullable Verdict refusal(int slot) {
    return refusal[slot] < 0 ? null : refusals.get(refusal[slot]);
  }

  /** Propagation only; {@code NaN} where it was unserved. */
  public double rttMs(int slot) {
    return rttMs[slot];
  }

  /** Propagation in mid-slot and processing, all but access; {@code NaN} where it was unserved. */
  public double baseMs(int slot) {
    return baseMs[slot];
  }

  /** {@code NaN} where it was unserved. */
  public double downMbps(int slot) {
    return downMbps[slot];
  }

  /** {@code NaN} where it was unserved. */
  public double upMbps(int slot) {
    return upMbps[slot];
  }

  /** Index of the serving satellite, or -1. */
  public int satellite(int slot) {
    return satellite[slot];
  }

  /** Index of the gateway, or -1. */
  public int gateway(int slot) {
    return gateway[slot];
  }

  /** Index of the home PoP, or -1 where it was unserved. */
  public int pop(int slot) {
    return pop[slot];
  }

  /** Satellites above the mask, whether they could serve or not. */
  public int inView(int slot) {
    return inView[slot];
  }

  /** Whether another satellite served in the slot before. */
  public boolean isHandover(int slot) {
    return handover.get(slot);
  }
}
