package org.orbweaver.dataplane.packet;

/**
 * What senders are told of packets that go no further, as often as a router would: RFC 1812,
 * section 4.3.2.8. The packet thread's.
 */
final class Tellings {
  private final PacketPool pool;
  private final TokenBucket told = new TokenBucket(1_000, 100);

  Tellings(PacketPool pool) {
    this.pool = pool;
  }

  /**
   * Writes what a packet's sender is told.
   *
   * @param mtu of the link for which it is too big
   * @return a packet for the sender, whose way is not looked up yet; {@link PacketPool#NONE} where
   *     nothing is said
   */
  int of(int slot, Icmp.Why why, Address from, int mtu) {
    long p = pool.address(slot);
    int length = pool.length[slot];
    int answer =
        Icmp.mayTell(p, length) && told.take(pool.timeNs[slot]) ? pool.take() : PacketPool.NONE;
    if (answer != PacketPool.NONE) {
      long a = pool.address(answer);
      pool.length[answer] = Icmp.tell(a, p, length, why, from, mtu);
      Offload.clear(a);
      pool.timeNs[answer] = pool.timeNs[slot];
    }
    return answer;
  }
}
