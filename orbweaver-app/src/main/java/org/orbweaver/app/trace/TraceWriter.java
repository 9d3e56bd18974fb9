package org.orbweaver.app.trace;

import java.io.Closeable;
import java.io.IOException;
import org.orbweaver.core.SlotPlan;

/** Takes the points of a trace: slot after slot, in each slot terminal after terminal. */
public interface TraceWriter extends Closeable {
  /**
   * Takes the points of one slot.
   *
   * @param slotOffsetMs when the slot begins, since the trace began
   */
  void slot(SlotPlan plan, long slotOffsetMs) throws IOException;

  /** Ends the trace; without it nothing is left behind. */
  void finish() throws IOException;
}
