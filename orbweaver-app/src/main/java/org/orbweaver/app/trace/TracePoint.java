package org.orbweaver.app.trace;

import java.util.function.Consumer;
import org.orbweaver.core.SlotPlan;
import org.orbweaver.core.forwarding.ForwardingTable;

/**
 * What holds for a terminal's traffic from a moment on, until the next point.
 *
 * @param offsetMs since the trace began
 * @param state in a word
 * @param delayS one way between terminal and home PoP, propagation only, the hold of a handover
 *     added while it lasts; 0 where unserved
 * @param downBps rate toward the terminal, 0 where unserved
 * @param upBps rate from the terminal, 0 where unserved
 */
public record TracePoint(long offsetMs, State state, double delayS, double downBps, double upBps) {
  /** In a word. */
  public enum State {
    SERVED,
    /** Just after a handover: traffic comes later by the hold. */
    HELD,
    UNSERVED
  }

  /**
   * How slots are cut into points.
   *
   * @param slotMs length of a slot
   * @param stepMs between points within a slot
   * @param holdMs how long traffic is held at a handover
   */
  public record Cut(long slotMs, long stepMs, long holdMs) {}

  /**
   * The points of one terminal in one slot, in order of time.
   *
   * @param slotOffsetMs when the slot begins, since the trace began
   */
  public static void forEach(
      SlotPlan plan, int terminal, long slotOffsetMs, Cut cut, Consumer<TracePoint> consumer) {
    if (!plan.schedule().isServed(terminal)) {
      consumer.accept(new TracePoint(slotOffsetMs, State.UNSERVED, 0, 0, 0));
      return;
    }
    boolean held = cut.holdMs() > 0 && plan.schedule().isHandover(terminal);
    long heldMs = held ? Math.min(cut.holdMs(), cut.slotMs()) : 0;
    if (held) {
      consumer.accept(point(plan, terminal, slotOffsetMs, 0, cut, true));
    }
    if (heldMs < cut.slotMs()) {
      consumer.accept(point(plan, terminal, slotOffsetMs, heldMs, cut, false));
    }
    for (long ms = (heldMs / cut.stepMs() + 1) * cut.stepMs();
        ms < cut.slotMs();
        ms += cut.stepMs()) {
      consumer.accept(point(plan, terminal, slotOffsetMs, ms, cut, false));
    }
  }

  private static TracePoint point(
      SlotPlan plan, int terminal, long slotOffsetMs, long ms, Cut cut, boolean held) {
    ForwardingTable table = plan.forwarding();
    return new TracePoint(
        slotOffsetMs + ms,
        held ? State.HELD : State.SERVED,
        table.oneWayDelayS(terminal, (double) ms / cut.slotMs()) + (held ? cut.holdMs() / 1e3 : 0),
        table.downBps(terminal),
        table.upBps(terminal));
  }
}
