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

  /**
   * The network's time of day at an instant of the time by which packets are under way; the same
   * unless the network runs faster or slower than the machine.
   */
  default long networkNs(long nowNs) {
    return nowNs;
  }
}
