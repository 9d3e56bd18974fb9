package org.orbweaver.dataplane.packet;

/**
 * What a router says to senders: ICMP (RFC 792, RFC 1812) and ICMPv6 (RFC 4443), written into a
 * slot of its own. Never about an ICMP error, a later fragment, or anything sent to many.
 */
final class Icmp {
  /** Why a packet goes no further. */
  enum Why {
    /** Time exceeded in transit. */
    TTL(11, 0, 3, 0),
    /** No route. */
    NO_ROUTE(3, 0, 1, 0),
    /** The host cannot be reached. */
    HOST(3, 1, 1, 3),
    /** Nobody listens. */
    PORT(3, 3, 1, 4),
    /** Too big for the next link. */
    TOO_BIG(3, 4, 2, 0),
    /** Prohibited by somebody's decision. */
    PROHIBITED(3, 13, 1, 1);

    private final int type4;
    private final int code4;
    private final int type6;
    private final int code6;

    Why(int type4, int code4, int type6, int code6) {
      this.type4 = type4;
      this.code4 = code4;
      this.type6 = type6;
      this.code6 = code6;
    }
  }

  private static final int HEADER = 8;
  private static final int TTL = 64;

  /** Of the packet that it is about, behind its header, in IPv4. */
  private static final int QUOTED = 8;

  /** Longest in IPv6: the least MTU. */
  private static final int LONGEST_V6 = 1280;

  private static final int ECHO_REQUEST_4 = 8;
  private static final int ECHO_REPLY_4 = 0;
  private static final int ECHO_REQUEST_6 = 128;
  private static final int ECHO_REPLY_6 = 129;

  private Icmp() {}

  /** Whether senders may be told about this packet. */
  static boolean mayTell(long p, int length) {
    if (Ip.isLaterFragment(p)) {
      return false;
    }
    int protocol = Ip.protocol(p);
    int header = Ip.headerLength(p);
    if (Ip.isV4(p)) {
      boolean many = Ip.destinationV4(p) >>> 28 == 0xe || Ip.destinationV4(p) == -1;
      return !many && (protocol != Ip.ICMP || (header < length && isEcho4(Memory.u8(p + header))));
    }
    boolean many = Memory.u8(p + 24) == 0xff;
    return !many && (protocol != Ip.ICMP_V6 || (header < length && Memory.u8(p + header) >= 128));
  }

  private static boolean isEcho4(int type) {
    return type == ECHO_REQUEST_4 || type == ECHO_REPLY_4;
  }

  /**
   * Writes what the sender of a packet is told.
   *
   * @param to where, with room for 1,280 bytes
   * @param from the router's addresses
   * @param mtu for {@link Why#TOO_BIG}
   * @return its length
   */
  static int tell(long to, long p, int length, Why why, Address from, int mtu) {
    if (Ip.isV4(p)) {
      int quoted = Math.min(length, Ip.headerV4(p) + QUOTED);
      int total = Ip.V4_HEADER + HEADER + quoted;
      long icmp = to + Ip.V4_HEADER;
      Ip.headerV4(to, total, Ip.ICMP, TTL, from.v4(), Ip.sourceV4(p));
      begin(icmp, why.type4, why.code4, why == Why.TOO_BIG ? mtu : 0);
      Memory.copy(p, icmp + HEADER, quoted);
      Memory.u16(icmp + 2, Ip.fold(Ip.sum(icmp, HEADER + quoted, 0)));
      return total;
    }
    int quoted = Math.min(length, LONGEST_V6 - Ip.V6_HEADER - HEADER);
    long icmp = to + Ip.V6_HEADER;
    Ip.headerV6(to, HEADER + quoted, Ip.ICMP_V6, TTL);
    Memory.i64(to + 8, from.prefix());
    Memory.i64(to + 16, from.rest());
    Memory.i64(to + 24, Ip.sourcePrefix(p));
    Memory.i64(to + 32, Ip.sourceRest(p));
    begin(icmp, why.type6, why.code6, why == Why.TOO_BIG ? mtu : 0);
    Memory.copy(p, icmp + HEADER, quoted);
    long pseudo = Ip.pseudoSumV6(to, Ip.ICMP_V6, HEADER + quoted);
    Memory.u16(icmp + 2, Ip.fold(Ip.sum(icmp, HEADER + quoted, pseudo)));
    return Ip.V6_HEADER + HEADER + quoted;
  }

  private static void begin(long icmp, int type, int code, int rest) {
    Memory.u8(icmp, type);
    Memory.u8(icmp + 1, code);
    Memory.u16(icmp + 2, 0);
    Memory.i32(icmp + 4, rest);
  }

  /** Turns an echo request into its reply, in place; false where it is none. */
  static boolean answer(long p, int length) {
    int header = Ip.headerLength(p);
    if (Ip.isLaterFragment(p) || header + HEADER > length) {
      return false;
    }
    boolean v4 = Ip.isV4(p);
    if (Ip.protocol(p) != (v4 ? Ip.ICMP : Ip.ICMP_V6)) {
      return false;
    }
    long icmp = p + header;
    int type = Memory.u8(icmp);
    if (type != (v4 ? ECHO_REQUEST_4 : ECHO_REQUEST_6)) {
      return false;
    }
    int before = Memory.u16(icmp);
    Memory.u8(icmp, v4 ? ECHO_REPLY_4 : ECHO_REPLY_6);
    // The pseudo-header's sum does not change when its addresses change places.
    Memory.u16(icmp + 2, Ip.replaced(Memory.u16(icmp + 2), before, Memory.u16(icmp)));
    Ip.turnRound(p);
    return true;
  }
}
