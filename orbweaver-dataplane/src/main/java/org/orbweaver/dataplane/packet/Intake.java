package org.orbweaver.dataplane.packet;

import java.util.function.LongSupplier;
import org.orbweaver.dataplane.bpf.ArrivalStamps;

/** Takes what waits at ports, port by port and turn by turn. The packet thread's. */
final class Intake implements AutoCloseable {
  private final PacketPool pool;
  private final Load load;
  private final LongSupplier clock;
  private final Switch fabric;
  private final Reader reader;
  private final Arrivals arrivals;
  private long turns;
  private boolean more;

  Intake(PacketPool pool, Load load, LongSupplier clock, Switch fabric) {
    this.pool = pool;
    this.load = load;
    this.clock = clock;
    this.fabric = fabric;
    reader = new Reader(pool);
    arrivals = new Arrivals(pool, ArrivalStamps.mark());
  }

  /** A turn of all ports that have packets begins. */
  void begin() {
    turns++;
    more = false;
  }

  /**
   * Takes what a port has, as much as its turn lets it.
   *
   * @param cameNs when the turn began: packets without a stamp, which waited, count from then
   */
  void take(Port port, long cameNs) {
    int most = port.turn(turns);
    for (int i = 0; i < most; i++) {
      int slot = reader.read(port);
      if (slot == PacketPool.NONE) {
        port.wasEmptyAfter(i);
        return;
      }
      if (slot != Reader.LOST) {
        long stampNs = arrivals.take(slot, cameNs);
        boolean stamped = stampNs != Arrivals.UNKNOWN;
        load.read(stamped, pool.length[slot]);
        pool.timeNs[slot] = stamped ? stampNs : i == 0 ? cameNs : clock.getAsLong();
        fabric.enter(port, slot);
      }
    }
    more |= most == Port.LONGEST_TURN;
  }

  /** Whether some port had more than the last turn let it. */
  boolean isMore() {
    return more;
  }

  @Override
  public void close() {
    reader.close();
  }
}
