package org.orbweaver.app.live;

/**
 * Between the two times of a live network, both in nanoseconds since the Unix epoch: network time,
 * which slots live by and which may run faster, slower or not at all; and carrier time, which
 * passes at the machine's rate and by which packets are under way.
 */
interface TimeScale {
  /** One and the same time. */
  TimeScale SAME =
      new TimeScale() {
        @Override
        public long networkNs(long carrierNs) {
          return carrierNs;
        }

        @Override
        public long carrierNs(long networkNs) {
          return networkNs;
        }
      };

  /** Network time at an instant of carrier time near the present. */
  long networkNs(long carrierNs);

  /**
   * When an instant of network time near the present is in carrier time, at the present rate; while
   * network time stands still, as if it ran at the machine's.
   */
  long carrierNs(long networkNs);
}
