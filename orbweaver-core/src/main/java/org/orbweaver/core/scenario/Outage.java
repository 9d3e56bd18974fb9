package org.orbweaver.core.scenario;

import org.orbweaver.core.link.Outages;
import org.orbweaver.core.time.Slot;

/**
 * Something that is out of service for a time.
 *
 * @param name as the user writes it, such as {@code gateway:frankfurt}
 * @param elements what is out with it
 * @param fromNs first instant: UTC, nanoseconds since the Unix epoch; {@link Long#MIN_VALUE} for
 *     ever before
 * @param untilNs first instant after; {@link Long#MAX_VALUE} for no end
 */
public record Outage(String name, Outages elements, long fromNs, long untilNs) {
  public boolean holdsAt(long unixNs) {
    return fromNs <= unixNs && unixNs < untilNs;
  }

  /** Whether any part of a slot falls into it. */
  public boolean touches(Slot slot) {
    return fromNs < slot.endNs() && slot.startNs() < untilNs;
  }
}
