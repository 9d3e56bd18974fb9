package org.orbweaver.dataplane.packet;

import org.jspecify.annotations.Nullable;

/** A datagram (RFC 768) out of a packet, and the packet that answers it. */
final class UdpReply {
  private static final int HEADER = 8;

  private UdpReply() {}

  /** What a packet carries to a port; null where it is no whole datagram for it. */
  static byte @Nullable [] payload(long p, int length, int port) {
    int header = Ip.headerLength(p);
    if (Ip.protocol(p) != Ip.UDP
        || Ip.isLaterFragment(p)
        || header + HEADER > length
        || Memory.u16(p + header + 2) != port
        || Memory.u16(p + header + 4) != length - header) {
      return null;
    }
    byte[] payload = new byte[length - header - HEADER];
    Memory.copy(p + header + HEADER, payload, payload.length);
    return payload;
  }

  /** Makes a packet into its answer, in place; its new length. */
  static int write(long p, byte[] payload) {
    int header = Ip.isV4(p) ? Ip.V4_HEADER : Ip.V6_HEADER;
    long udp = p + Ip.headerLength(p);
    int from = Memory.u16(udp + 2);
    int to = Memory.u16(udp);
    int total = HEADER + payload.length;
    Ip.turnRound(p);
    if (Ip.isV4(p)) {
      Ip.headerV4(p, header + total, Ip.UDP, 64, Ip.sourceV4(p), Ip.destinationV4(p));
    } else {
      Ip.headerV6(p, total, Ip.UDP, 64);
    }
    long out = p + header;
    Memory.u16(out, from);
    Memory.u16(out + 2, to);
    Memory.u16(out + 4, total);
    Memory.u16(out + 6, 0);
    Memory.copy(payload, payload.length, out + HEADER);
    long pseudo = Ip.isV4(p) ? Ip.sum(p + 12, 8, Ip.UDP + total) : Ip.pseudoSumV6(p, Ip.UDP, total);
    int sum = Ip.fold(Ip.sum(out, total, pseudo));
    Memory.u16(out + 6, sum == 0 ? 0xffff : sum);
    return header + total;
  }
}
