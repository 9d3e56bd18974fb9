package org.orbweaver.dataplane;

/** Tells a terminal about its own path. Implemented by whoever publishes plans. */
@FunctionalInterface
public interface WhoAmIView {
  /**
   * What holds for a terminal.
   *
   * @param nowNs network time, as in {@link org.orbweaver.core.time.TimeSource}
   */
  WhoAmI of(int terminal, long nowNs);
}
