package org.orbweaver.dataplane.packet;

/** Which packets belong together: addresses, protocol, and ports where they can be seen. */
final class Flows {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private Flows() {}

  /** The same for all packets of a flow; another seed makes other flows meet. */
  static int hash(long p, int length, long seed) {
    long hash = seed;
    boolean isFragment;
    if (Ip.isV4(p)) {
      hash = mix(hash, Memory.i64(p + 12));
      isFragment = (Memory.u16(p + 6) & 0x3fff) != 0;
    } else {
      hash = mix(hash, Ip.sourcePrefix(p));
      hash = mix(hash, Ip.sourceRest(p));
      hash = mix(hash, Ip.destinationPrefix(p));
      hash = mix(hash, Ip.destinationRest(p));
      isFragment = false;
    }
    int protocol = Ip.protocol(p);
    hash = mix(hash, protocol);
    int header = Ip.headerLength(p);
    // Every fragment of a datagram goes with the others, though only the first has ports.
    if (!isFragment && (protocol == Ip.TCP || protocol == Ip.UDP) && length >= header + 4) {
      hash = mix(hash, Memory.i32(p + header));
    }
    return (int) (hash >>> 40);
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * GOLDEN;
    return mixed ^ (mixed >>> 32);
  }
}
